import type { PlatformChart } from '../../../charts/platform-chart';
import { HelmApplication, type HelmApplicationProps } from '../../../constructs/argocd/helm-application';
import { HelmProject } from '../../../constructs/argocd/helm-project';
import { chart, manifests } from '../scope';

interface Values {
  readonly replicas: number;
  readonly policy: 'delete' | 'retain';
}

const VALUES: Values = { replicas: 1, policy: 'delete' };

function project(scope: PlatformChart): HelmProject {
  return new HelmProject(scope, 'helm-test', {
    description: 'For tests',
    clusterKinds: ['rbac.authorization.k8s.io/ClusterRole'],
    namespacedKinds: ['/Service', 'apps/Deployment'],
  });
}

function application(change: Partial<HelmApplicationProps<Values>>, scope = chart()): PlatformChart {
  new HelmApplication<Values>(scope, 'operator', {
    project: project(scope),
    chart: { repository: 'https://charts.company.com', name: 'operator', version: '1.2.3' },
    namespace: 'operators',
    values: VALUES,
    crds: { from: 'chart', installs: ['operator.company.com'] },
    metrics: 'by its own chart',
    ...change,
  });
  return scope;
}

const oci = { repository: 'public.ecr.aws/company', name: 'operator', version: '1.2.3' };

describe('HelmApplication', () => {
  test('GIVEN a chart that brings kinds WHEN rendered THEN neither git nor the deletion of its Application takes it away', () => {
    const { metadata, spec } = manifests(application({}))['operator']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'platform.company.com/installs-crds': 'operator.company.com',
    });
    expect(metadata).not.toHaveProperty('finalizers');
    expect(spec['syncPolicy']).toMatchObject({ automated: { prune: false, selfHeal: true } });
    expect(spec['source']).toEqual({
      repoURL: 'https://charts.company.com',
      chart: 'operator',
      targetRevision: '1.2.3',
      helm: { releaseName: 'operator', valuesObject: VALUES },
    });
  });

  test('GIVEN a chart whose kinds nobody uses WHEN rendered THEN it goes with its manifest, in the background, and brings no CRDs', () => {
    const { metadata, spec } = manifests(application({ crds: { from: 'nobody' } }))['operator']!;
    expect(metadata).toMatchObject({ finalizers: ['resources-finalizer.argocd.argoproj.io/background'] });
    expect(metadata.annotations).not.toHaveProperty(['argocd.argoproj.io/sync-options']);
    expect(spec).toMatchObject({ source: { helm: { skipCrds: true } }, syncPolicy: { automated: { prune: true } } });
  });

  test('GIVEN CRDs that another Application installs WHEN rendered THEN it leaves them, and outlives its objects all the same', () => {
    const { metadata, spec } = manifests(application({ crds: { from: 'elsewhere' } }))['operator']!;
    expect(spec).toMatchObject({ source: { helm: { skipCrds: true } } });
    expect(metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    expect(metadata.annotations).not.toHaveProperty(['platform.company.com/installs-crds']);
  });

  test('GIVEN CRDs in git WHEN rendered THEN they come from the release, and the project allows both sources', () => {
    const found = manifests(
      application({
        chart: oci,
        crds: {
          from: 'git',
          installs: ['operator.company.com'],
          repository: 'https://github.com/company/operator',
          revision: 'v1.2.3',
          folder: 'crds',
          include: 'operator_*.yaml',
        },
      }),
    );
    expect(found['operator']!.spec['sources']).toEqual([
      {
        repoURL: 'public.ecr.aws/company',
        chart: 'operator',
        targetRevision: '1.2.3',
        helm: { releaseName: 'operator', skipCrds: true, valuesObject: VALUES },
      },
      {
        repoURL: 'https://github.com/company/operator',
        targetRevision: 'v1.2.3',
        path: 'crds',
        directory: { include: 'operator_*.yaml' },
      },
    ]);
    expect(found['helm-test']!.spec).toMatchObject({
      sourceRepos: ['https://github.com/company/operator', 'public.ecr.aws/company'],
      destinations: [{ namespace: 'operators', server: 'https://kubernetes.default.svc' }],
      namespaceResourceWhitelist: [
        { group: '', kind: 'Service' },
        { group: 'apps', kind: 'Deployment' },
      ],
    });
  });

  test('GIVEN fields that others write WHEN rendered THEN Argo CD leaves them as they are, and only then', () => {
    const options = (change: Partial<HelmApplicationProps<Values>>) =>
      (manifests(application(change))['operator']!.spec['syncPolicy'] as { syncOptions: string[] }).syncOptions;
    const ignored = { kind: 'Secret', name: 'tls', jsonPointers: ['/data'] };
    expect(options({ ignoreDifferences: [ignored] })).toContain('RespectIgnoreDifferences=true');
    expect(options({})).not.toContain('RespectIgnoreDifferences=true');
  });

  const bad: [string, Partial<HelmApplicationProps<Values>>, string][] = [
    [
      'a range of versions',
      { chart: { ...oci, version: '1.x' } },
      "version '1.x' is not exact, allowed is one like 1.6.1",
    ],
    ['the newest version', { chart: { ...oci, version: 'latest' } }, "version 'latest' is not exact"],
    ['a constraint', { chart: { ...oci, version: '>=1.2.3' } }, "version '>=1.2.3' is not exact"],
    [
      'a scheme of OCI, which Argo CD does not take',
      { chart: { ...oci, repository: 'oci://public.ecr.aws/company' } },
      "repository 'oci://public.ecr.aws/company' is not allowed, only an https URL, or the address of an OCI registry without oci://",
    ],
    ['an unencrypted repository', { chart: { ...oci, repository: 'http://charts.company.com' } }, 'only an https URL'],
    ['a release that is no name', { release: 'Operator_1' }, "release 'Operator_1' is not allowed"],
    ['a release of 54 characters', { release: 'a'.repeat(54) }, 'only 1 to 53 lower-case letters'],
    ['CRDs without a name', { crds: { from: 'chart', installs: [] } }, 'crds.installs is empty'],
    [
      'CRDs by a wildcard',
      { crds: { from: 'chart', installs: ['*.company.com'] } },
      "crds.installs has '*.company.com'",
    ],
    [
      'a value that is null, which deletes what the chart says',
      { values: { ...VALUES, replicas: null } as unknown as Values },
      'values.replicas is empty: leave it out, or Helm takes it for null',
    ],
    [
      'a branch of a repository',
      {
        crds: {
          from: 'git',
          installs: ['operator.company.com'],
          repository: 'https://github.com/company/operator',
          revision: 'main',
          folder: 'crds',
          include: '*',
        },
      },
      "revision 'main' is not exact",
    ],
  ];

  test.each(bad)('GIVEN %s WHEN constructed THEN it is refused', (_what, change, message) => {
    expect(() => application(change)).toThrow(message);
  });

  test('GIVEN a value that the chart does not have WHEN compiled THEN the compiler refuses it', () => {
    // @ts-expect-error: 'keep' is not among the chart's policies
    application({ values: { replicas: 1, policy: 'keep' } });
    // @ts-expect-error: the chart calls it replicas
    application({ values: { replicaCount: 1, policy: 'delete' } });
  });
});
