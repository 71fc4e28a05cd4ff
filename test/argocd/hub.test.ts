import { synthesize } from '@aws-platform/engine/synth';
import { environments, loadEnvironments, managementProblems } from '../../environments';
import type { Environment, EnvironmentData } from '../../environments/environment';
import { synthesis } from '../../main';
import { documentsOf } from '../../packages/engine/src/manifests/documents';
import { groupOf, kindKey, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { ROOT } from '../repository';

type ArgoCd = EnvironmentData['argocd'];
type Manages = NonNullable<ArgoCd['manages']>;
const [production, staging] = loadEnvironments(ROOT, ['production', 'staging']) as [Environment, Environment];
const manages: Manages = [
  {
    environment: 'staging',
    account: staging.account,
    namePrefix: staging.namePrefix,
    developersSync: ['application'],
  },
];
const managedBy: ArgoCd['managedBy'] = {
  environment: 'production',
  account: production.account,
  namePrefix: production.namePrefix,
  podCidrs: production.network.privateSubnets,
};
const hub: Environment = { ...production, argocd: { ...production.argocd, manages } };
const managed: Environment = { ...staging, argocd: { ...staging.argocd, managedBy } };

interface Place {
  readonly server?: string;
  readonly name?: string;
  readonly namespace: string;
}
interface ApplicationSpec {
  readonly project: string;
  readonly destination: Place;
  readonly source?: { readonly path?: string; readonly helm?: { readonly valuesObject: Values } };
  readonly sources?: readonly { readonly path?: string }[];
}
interface Values {
  readonly controller: { readonly replicas: number };
  readonly configs: { readonly rbac: { readonly 'policy.csv': string }; readonly cm: object };
}

/** `argocd/applications.yaml` and its manifests, as synth writes them with the switch on. */
function dist(environment: Environment): Map<string, Manifest[]> {
  const files = [...synthesize(synthesis, { root: ROOT, environments: [environment] })];
  return new Map(
    files.map(({ path, bytes }) => [
      path.slice(environment.name.length + 1),
      documentsOf({ file: path, text: bytes.toString() }).map(({ value }) => value as Manifest),
    ]),
  );
}

describe('a hub and a cluster that it manages', () => {
  const [atHub, there] = [dist(hub), dist(managed)];
  const ofKind = (files: ReadonlyMap<string, Manifest[]>, kind: string) =>
    [...files].flatMap(([path, objects]) =>
      objects.filter((one) => kindKey(one) === kind).map((one) => [path, one] as const),
    );
  const specOf = <T>(manifest: Manifest) => manifest['spec'] as T;

  test('GIVEN a managed environment WHEN it is synthesized THEN what Argo CD reads is in its argocd folder alone', () => {
    for (const kind of ['argoproj.io/Application', 'argoproj.io/AppProject'])
      for (const [path] of ofKind(there, kind)) expect(path).toMatch(/^argocd\//);
    const kinds = [...there].flatMap(([path, objects]) => (path.startsWith('argocd/') ? objects.map(kindKey) : []));
    expect(new Set(kinds)).toEqual(new Set(['argoproj.io/Application', 'argoproj.io/AppProject']));
  });

  test('GIVEN a managed environment WHEN its Applications are read THEN each leads to its cluster by name, in a project that allows it', () => {
    const projects = new Map(
      ofKind(there, 'argoproj.io/AppProject').map(([, one]) => [
        one.metadata.name,
        specOf<{ destinations: Place[] }>(one).destinations,
      ]),
    );
    const applications = ofKind(there, 'argoproj.io/Application').map(([, one]) => one);
    expect(applications.length).toBeGreaterThan(20);
    for (const one of applications) {
      const { destination, project } = specOf<ApplicationSpec>(one);
      expect(one.metadata.name).toMatch(/^staging-/);
      expect(destination).toMatchObject({ name: 'staging' });
      expect(destination).not.toHaveProperty('server');
      expect(projects.get(project)).toContainEqual({ name: 'staging', namespace: destination.namespace });
    }
  });

  test('GIVEN both WHEN their names are read THEN none stands twice in the one Argo CD', () => {
    for (const kind of ['argoproj.io/Application', 'argoproj.io/AppProject']) {
      const names = [atHub, there].flatMap((files) => ofKind(files, kind).map(([, one]) => one.metadata.name));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('GIVEN a managed environment WHEN it is synthesized THEN it has neither an Argo CD nor its Secrets', () => {
    const all = [...there.values()].flat();
    expect(all.filter(({ metadata }) => metadata.name.endsWith('argocd-installation'))).toEqual([]);
    expect(
      all.filter((one) => metadataNamespace(one) === 'argocd' && groupOf(one) !== 'argoproj.io').map(kindKey),
    ).toEqual([]);
    expect(all.filter((one) => one.kind === 'Namespace' && one.metadata.name === 'argocd')).toEqual([]);
  });

  test('GIVEN a hub WHEN it is read THEN it has a root of the managed environment, in a project for nothing but these', () => {
    const root = ofKind(atHub, 'argoproj.io/Application').find(([, { metadata }]) => metadata.name === 'staging')![1];
    expect(specOf<ApplicationSpec>(root)).toMatchObject({
      project: 'staging',
      source: { path: 'dist/staging/argocd' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
    });
    const project = ofKind(atHub, 'argoproj.io/AppProject').find(([, { metadata }]) => metadata.name === 'staging')![1];
    expect(project['spec']).toMatchObject({
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'Application' },
        { group: 'argoproj.io', kind: 'AppProject' },
      ],
    });
  });

  test("GIVEN a hub WHEN its Secrets are read THEN the cluster's comes from Secrets Manager, under the name of the environment", () => {
    const [, secret] = ofKind(atHub, 'external-secrets.io/ExternalSecret').find(
      ([, { metadata }]) => metadata.name === 'staging-argocd-cluster',
    )!;
    expect(secret.metadata.namespace).toBe('argocd');
    expect(secret['spec']).toMatchObject({
      data: [{ secretKey: 'server' }, { secretKey: 'config' }],
      target: {
        template: {
          data: { name: 'staging', shard: '1' },
          metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
        },
      },
    });
    expect(ofKind(atHub, 'secretsmanager.services.k8s.aws/Secret').map(([, { metadata }]) => metadata.name)).toContain(
      'staging-argocd-cluster',
    );
  });

  test('GIVEN a hub WHEN its Argo CD is read THEN each cluster has a shard, and developers sync what they may there', () => {
    const [, self] = ofKind(atHub, 'argoproj.io/Application').find(
      ([, { metadata }]) => metadata.name === 'argocd-installation',
    )!;
    const { controller, configs } = specOf<ApplicationSpec>(self).source!.helm!.valuesObject;
    expect(controller.replicas).toBe(2);
    expect(configs.rbac['policy.csv'].split('\n')).toEqual(
      expect.arrayContaining([
        'p, role:developer, logs, get, staging-application/*, allow',
        'p, role:developer, applications, sync, staging-application/*, allow',
      ]),
    );
    // a field that staging sets and production does not must not be overlooked there
    expect(Object.keys(configs.cm).filter((key) => key.includes('ignoreDifferences'))).toEqual([]);
  });
});

describe('who manages whom', () => {
  const change = (name: string, argocd: Partial<ArgoCd>): readonly EnvironmentData[] =>
    environments.map((one) => (one.name === name ? { ...one, argocd: { ...one.argocd, ...argocd } } : one));
  const both = (ofHub: Partial<Manages[number]> = {}, ofManaged: Partial<typeof managedBy> = {}) =>
    change('production', { manages: [{ ...manages[0]!, ...ofHub }] }).map((one) =>
      one.name === 'staging' ? { ...one, argocd: { ...one.argocd, managedBy: { ...managedBy, ...ofManaged } } } : one,
    );

  test('GIVEN a hub and its cluster that agree WHEN they are compared THEN there is no problem', () => {
    expect([...managementProblems(environments)]).toEqual([]);
    expect([...managementProblems(both())]).toEqual([]);
  });

  test.each<[string, readonly EnvironmentData[], string]>([
    [
      'a hub that nobody confirms',
      change('production', { manages }),
      'environments/production.ts: argocd.manages: staging has no argocd.managedBy of production, so two would sync it',
    ],
    [
      'a cluster that nobody syncs',
      change('staging', { managedBy }),
      'environments/staging.ts: argocd.managedBy: production has no staging among argocd.manages, so nobody would sync it',
    ],
    [
      'an account that is not the one',
      both({ account: '210987654321' }),
      'environments/production.ts: argocd.manages: account and namePrefix are not those of staging',
    ],
    [
      "a prefix that is not the hub's",
      both({}, { namePrefix: 'other-' }),
      'environments/staging.ts: argocd.managedBy: account and namePrefix are not those of production',
    ],
    [
      'Pods of the hub that may not come in',
      both({}, { podCidrs: ['10.0.11.0/24', '10.0.12.0/24'] }),
      'environments/staging.ts: argocd.managedBy.podCidrs: has no 10.0.13.0/24, where Pods of production run',
    ],
  ])('GIVEN %s WHEN they are compared THEN the message says so', (_, all, problem) => {
    expect([...managementProblems(all)]).toEqual([problem]);
  });
});

function metadataNamespace({ metadata }: Manifest): string | undefined {
  return metadata.namespace;
}
