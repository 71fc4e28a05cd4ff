import type { PlatformChart } from '../../charts/platform-chart';
import { HelmApplication, type HelmApplicationProps } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { ManagedResourceActivation } from '../../constructs/crossplane/managed-resource-activation-policy';
import { CrossplaneProvider } from '../../constructs/crossplane/provider';
import { containerResources } from '../../constructs/kubernetes/container-resources';
import { chart, manifests } from './scope';

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

describe('a Helm release', () => {
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

  test('GIVEN a kind without its group WHEN a project is constructed THEN it is refused', () => {
    const make = () =>
      new HelmProject(chart(), 'helm-test', { description: '', clusterKinds: ['ClusterRole'], namespacedKinds: [] });
    expect(make).toThrow("production/test/chart/helm-test: 'ClusterRole' is no kind, allowed is group/Kind");
  });
});

describe('resources of containers', () => {
  test.each([
    [{ request: '0.1' }, { request: '64Mi', limit: '128Mi' }, "here: cpu '0.1' is not allowed, only one like 100m"],
    [{ request: '100m' }, { request: '64M', limit: '128Mi' }, "here: memory '64M' is not allowed, only one like 128Mi"],
    [
      { request: '100m' },
      { request: '256Mi', limit: '128Mi' },
      'here: memory requests 256Mi, more than its limit 128Mi',
    ],
  ])('GIVEN %j and %j WHEN written THEN they are refused', (cpu, memory, message) => {
    expect(() => containerResources('here', cpu, memory)).toThrow(message);
  });
});

describe("Crossplane's packages and kinds", () => {
  test.each(['xpkg.upbound.io/upbound/provider-aws-ec2', 'xpkg.upbound.io/upbound/provider-aws-ec2:latest'])(
    'GIVEN %s, which moves, WHEN constructed THEN it is refused',
    (image) => {
      const props = { package: image, serviceAccount: 'ec2', runtimeWave: 1, wave: 2 };
      expect(() => new CrossplaneProvider(chart(), 'provider-aws-ec2', props)).toThrow(
        `production/test/chart/provider-aws-ec2: package '${image}' is not exact`,
      );
    },
  );

  test.each(['*', '*.ec2.aws.m.upbound.io', 'routes'])(
    'GIVEN %s to activate WHEN constructed THEN it is refused',
    (name) => {
      expect(() => new ManagedResourceActivation(chart(), 'kinds', { activate: [name], wave: 1 })).toThrow(
        `production/test/chart/kinds: '${name}' is not allowed, only a kind's whole name`,
      );
    },
  );
});
