import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARGOCD_CHART } from '../../argocd/installation';
import { environments } from '../../environments';
import { groupOf, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

interface Spec {
  readonly source: {
    readonly path?: string;
    readonly chart?: string;
    readonly helm?: { readonly valuesObject: object };
  };
  readonly syncPolicy: { readonly automated: { readonly prune: boolean; readonly selfHeal: boolean } };
  readonly syncWindows?: readonly object[];
  readonly namespaceResourceWhitelist?: readonly { group: string; kind: string }[];
  readonly clusterResourceWhitelist?: readonly { group: string; kind: string }[];
}
const SELF = 'argocd-installation';
const specOf = (manifest: Manifest | undefined) => manifest?.['spec'] as Spec;

describe.each(environments.map(({ name }) => name))('Argo CD in %s', (environment) => {
  const dist = join(ROOT, 'dist', environment);
  const folders = readdirSync(dist);
  const own = readManifests(join(dist, 'argocd'));
  const named = (kind: string, name: string) =>
    own.find((object) => object.kind === kind && object.metadata.name === name);

  test('GIVEN the folders WHEN Argo CD reads its own THEN each has an Application of that path, and the root has the rest', () => {
    const paths = own
      .filter(({ kind }) => kind === 'Application')
      .flatMap((object) => specOf(object).source.path ?? []);
    expect(paths.sort()).toEqual(folders.map((folder) => `dist/${environment}/${folder}`).sort());
    expect(specOf(named('Application', 'root')).source.path).toBe(`dist/${environment}/argocd`);
  });

  test.each(folders)(
    'GIVEN the folder %s WHEN its project is read THEN it allows exactly the kinds in it',
    (folder) => {
      const { namespaceResourceWhitelist = [], clusterResourceWhitelist = [] } = specOf(named('AppProject', folder));
      const kinds = new Set(readManifests(join(dist, folder)).map((object) => `${groupOf(object)}/${object.kind}`));
      const allowed = [...namespaceResourceWhitelist, ...clusterResourceWhitelist].map(
        ({ group, kind }) => `${group}/${kind}`,
      );
      expect(allowed.sort()).toEqual([...kinds].sort());
    },
  );

  test('GIVEN the Applications WHEN their sync is read THEN only those without pruning neither prune nor heal', () => {
    const { manualPrune } = environments.find(({ name }) => name === environment)!.argocd;
    for (const application of own.filter(({ kind, metadata }) => kind === 'Application' && metadata.name !== SELF)) {
      const isManual = manualPrune.includes(application.metadata.name);
      expect(specOf(application).syncPolicy.automated).toEqual({ prune: !isManual, selfHeal: !isManual });
    }
  });

  test('GIVEN the deny windows WHEN projects are read THEN all have them but the one that can end them', () => {
    const { denyWindows } = environments.find(({ name }) => name === environment)!.argocd;
    const windows = denyWindows.map(({ schedule, hours, timeZone }) => ({
      kind: 'deny',
      schedule,
      duration: `${hours}h`,
      timeZone,
      applications: ['*'],
      manualSync: true,
    }));
    for (const folder of folders)
      expect(specOf(named('AppProject', folder)).syncWindows ?? []).toEqual(folder === 'argocd' ? [] : windows);
  });

  test('GIVEN the values of Argo CD WHEN they are read THEN it is closed, measured, and within bounds', () => {
    const values = specOf(named('Application', SELF)).source.helm!.valuesObject as Record<
      string,
      Record<string, unknown>
    >;
    expect(values).toMatchObject({
      global: { networkPolicy: { create: true, defaultDenyIngress: true } },
      configs: {
        cm: { 'users.anonymous.enabled': 'false', 'exec.enabled': 'false', 'kustomize.enable': 'false' },
        params: { 'server.insecure': false },
        rbac: { 'policy.default': '' },
        secret: { githubSecret: expect.stringMatching(/^\$/) },
      },
      repoServer: { automountServiceAccountToken: false },
    });
    for (const part of ['controller', 'server', 'repoServer', 'notifications'])
      expect(values[part]).toMatchObject({
        metrics: { enabled: true, serviceMonitor: { enabled: true } },
        resources: { requests: { cpu: expect.any(String) }, limits: { memory: expect.any(String) } },
      });
  });

  test('GIVEN the load balancer of the intranet WHEN Argo CD is reached THEN browsers and gRPC are, each by TLS and in health', () => {
    const values = specOf(named('Application', SELF)).source.helm!.valuesObject as Record<string, object>;
    const at = (name: string) => `alb.ingress.kubernetes.io/${name}`;
    expect(values['server']).toMatchObject({
      ingress: {
        controller: 'aws',
        ingressClassName: 'intranet',
        annotations: {
          // the class comes with a later wave, which waits for Argo CD
          'argocd.argoproj.io/ignore-healthcheck': 'true',
          [at('backend-protocol')]: 'HTTPS',
          [at('success-codes')]: '200',
        },
        aws: {
          serviceType: 'ClusterIP',
          backendProtocolVersion: 'GRPC',
          serviceAnnotations: { [at('success-codes')]: '0' },
        },
      },
    });
    const others = readManifests(dist).filter(
      ({ metadata }) => metadata.name === 'intranet' || metadata.name === 'argocd',
    );
    expect(others.filter(({ kind }) => kind === 'IngressClass')).toHaveLength(1);
    const namespace = others.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === 'argocd');
    expect(namespace?.metadata.labels).toMatchObject({
      'platform.company.com/ingress': 'intranet',
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });

  test('GIVEN Argo CD itself WHEN its Application is read THEN it is one release, and never takes itself away', () => {
    const self = named('Application', SELF);
    expect(specOf(self).source).toMatchObject({ chart: ARGOCD_CHART.name, targetRevision: ARGOCD_CHART.version });
    expect(specOf(self).syncPolicy.automated).toEqual({ prune: false, selfHeal: true });
    expect(self?.metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
  });
});
