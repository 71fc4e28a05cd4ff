import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { controllers } from '../../../charts/controllers';
import { PlatformApplication } from '../../../charts/platform-application';
import { type Environment, environments } from '../../../environments';
import { ackController, crossplaneProvider } from '../../../packages/engine/src/aws/controllers';
import type { InUse, KindInUse } from '../../../packages/engine/src/aws/in-use';
import { kroObjectsIn } from '../../../packages/engine/src/kro/objects';
import { isResourceGraph, resourcesOf } from '../../../packages/engine/src/kro/resource-graph';
import { groupOf, kindKey, type Manifest } from '../../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { schemasOf } from '../../../packages/engine/src/schema/default';
import { collect } from '../../../packages/engine/src/synth/collect';
import { readUpstreamReleases } from '../../../packages/engine/src/synth/in-use';
import { environment } from '../../constructs/scope';
import { ROOT } from '../../repository';

const releases = readUpstreamReleases(ROOT, join(ROOT, 'imports'));

interface ChartSource {
  readonly repoURL: string;
  readonly chart: string;
  readonly targetRevision: string;
  readonly helm: { readonly valuesObject: Readonly<Record<string, never>> };
}
type Fields = Readonly<Record<string, unknown>>;
const specOf = <T>(manifest: Manifest | undefined) => manifest?.['spec'] as T;
const chartOf = (manifest: Manifest | undefined): ChartSource => {
  const { source, sources = [] } = specOf<{ source?: ChartSource; sources?: ChartSource[] }>(manifest);
  return [source, ...sources].find((one) => one?.chart)!;
};
const namesOf = (objects: readonly Manifest[]) => objects.map(({ metadata }) => metadata.name).sort();
const serviceIn = (group: string, family: string) =>
  group.endsWith(`.${family}`) ? [group.slice(0, -family.length - 1)] : [];
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe.each(environments.map(({ name }) => name))('the controllers of %s', (name) => {
  const own = readManifests(join(ROOT, 'dist', name, 'controllers'));
  const written = readManifests(join(ROOT, 'dist', name));
  const others = written.filter(
    (object) => !own.some(({ kind, metadata }) => kind === object.kind && metadata.name === object.metadata.name),
  );
  const made = kroObjectsIn(others).map(({ manifest }) => manifest);
  const read = others
    .filter(isResourceGraph)
    .flatMap((graph) => resourcesOf(graph).flatMap(({ externalRef }) => externalRef ?? []));
  const kinds = [...others, ...made, ...read.map(({ apiVersion, kind }) => ({ apiVersion, kind }) as Manifest)];
  const groups = sorted(kinds.map(groupOf));
  const ofKind = (kind: string) => own.filter((object) => object.kind === kind);

  test("GIVEN the groups in dist WHEN ACK's controllers are read THEN there is one of each, as its identity in AWS, at the release of its types", () => {
    const services = groups.flatMap((group) => serviceIn(group, 'services.k8s.aws'));
    const applications = ofKind('Application').filter(({ metadata }) => metadata.name.startsWith('ack-'));
    expect(namesOf(applications)).toEqual(services.map((service) => `ack-${service}`));
    for (const service of services) {
      const application = applications.find(({ metadata }) => metadata.name === `ack-${service}`);
      const { serviceAccount, namespace } = ackController(service);
      const tags = [...releases].flatMap(([crd, { tag }]) => (crd.endsWith(`.${service}.services.k8s.aws`) ? tag : []));
      expect(sorted(tags)).toHaveLength(1);
      expect(chartOf(application)).toMatchObject({
        repoURL: 'public.ecr.aws/aws-controllers-k8s',
        chart: `${service}-chart`,
        targetRevision: tags[0]!.slice(1),
        helm: {
          skipCrds: true,
          valuesObject: { installScope: 'namespace', watchNamespace: 'aws', serviceAccount: { name: serviceAccount } },
        },
      });
      expect(specOf<{ destination: Fields }>(application).destination['namespace']).toBe(namespace);
    }
  });

  test('GIVEN the kinds in dist WHEN Crossplane is read THEN it has their packages and turns on them alone', () => {
    const services = groups.flatMap((group) => serviceIn(group, 'aws.m.upbound.io'));
    expect(specOf<Fields>(ofKind('ManagedResourceActivationPolicy')[0])['activate']).toEqual(
      sorted(
        kinds.flatMap((object) => {
          const [service] = serviceIn(groupOf(object), 'aws.m.upbound.io');
          return service ? pluralOf(object) : [];
        }),
      ),
    );
    const providers = ['provider-family-aws', ...services.map((service) => `provider-aws-${service}`)].sort();
    expect(namesOf(ofKind('Provider'))).toEqual(providers);
    expect(namesOf(ofKind('DeploymentRuntimeConfig'))).toEqual(providers);
    for (const provider of ofKind('Provider'))
      expect(specOf<Fields>(provider)['package']).toBe(
        `xpkg.upbound.io/upbound/${provider.metadata.name}:${releases.get('clusters.dax.aws.m.upbound.io')!.tag}`,
      );
    for (const service of services)
      expect(
        specOf(ofKind('DeploymentRuntimeConfig').find(({ metadata }) => metadata.name === `provider-aws-${service}`)),
      ).toMatchObject({ serviceAccountTemplate: { metadata: { name: crossplaneProvider(service).serviceAccount } } });
    const core = ofKind('Application').find(({ metadata }) => metadata.name === 'crossplane');
    expect(chartOf(core).helm.valuesObject).toMatchObject({ provider: { defaultActivations: [], packages: [] } });
  });

  test('GIVEN the graphs in dist WHEN the rights of kro are read THEN they are those for what graphs make, read and serve', () => {
    const rights = new Map(
      ofKind('ClusterRole').map((role) => {
        const [rule] = role['rules'] as { apiGroups: string[]; resources: string[]; verbs: string[] }[];
        return [`${rule!.resources.join()}.${rule!.apiGroups.join()}`, rule!.verbs];
      }),
    );
    const makes = sorted(made.map(pluralOf));
    const reads = sorted(read.map((one) => pluralOf(one as unknown as Manifest))).filter((one) => !makes.includes(one));
    expect([...rights.keys()].sort()).toEqual([...makes, ...reads, '*.wiring.platform.company.com'].sort());
    for (const one of makes) expect(rights.get(one)).toEqual(expect.arrayContaining(['create', 'delete', 'patch']));
    for (const one of reads) expect(rights.get(one)).toEqual(['get', 'list', 'watch']);
  });

  test('GIVEN what brings kinds WHEN its metadata are read THEN Argo CD never takes it away, nor before its objects', () => {
    const lasting = own.filter(({ kind, metadata }) =>
      kind === 'Application'
        ? metadata.annotations?.['platform.company.com/installs-crds'] !== undefined
        : ['ClusterProviderConfig', 'ClusterRole', 'DeploymentRuntimeConfig', 'Namespace', 'Provider'].includes(kind),
    );
    expect(lasting.length).toBeGreaterThan(50);
    for (const { metadata } of lasting) {
      expect([metadata.name, metadata.annotations?.['argocd.argoproj.io/sync-options']]).toEqual([
        metadata.name,
        'Prune=false,Delete=false',
      ]);
      expect(metadata).not.toHaveProperty('finalizers');
    }
    const [itself] = readManifests(join(ROOT, 'dist', name, 'argocd')).filter(
      ({ kind, metadata }) => kind === 'Application' && metadata.name === 'controllers',
    );
    expect(itself!.metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'argocd.argoproj.io/sync-wave': '1',
    });
    expect(itself!.metadata).not.toHaveProperty('finalizers');
  });

  test('GIVEN the waves WHEN they are read THEN each kind is there before its first object', () => {
    const wave = (kind: string, object: string) =>
      Number(
        own.find((one) => one.kind === kind && one.metadata.name === object)!.metadata.annotations?.[
          'argocd.argoproj.io/sync-wave'
        ],
      );
    const order = [
      wave('Namespace', 'crossplane-system'),
      wave('Application', 'crossplane'),
      wave('DeploymentRuntimeConfig', 'provider-family-aws'),
      wave('Provider', 'provider-family-aws'),
      wave('Provider', 'provider-aws-ec2'),
      wave('ClusterProviderConfig', 'default'),
    ];
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    for (const application of ofKind('Application'))
      expect(wave('Application', application.metadata.name)).toBeGreaterThan(wave('Namespace', 'ack-system'));
  });
});

const schemas = schemasOf({ imports: join(ROOT, 'imports') });

/** `queues.sqs.services.k8s.aws`, as the imports have it. */
function pluralOf({ apiVersion, kind }: Manifest): string {
  return `${schemas.find(apiVersion, kind)!.plural}.${groupOf({ apiVersion } as Manifest)}`;
}

/** The version of the Helm chart that a file of `charts/controllers` names: Renovate raises it there. */
function versionIn(name: string): string {
  const text = readFileSync(join(ROOT, 'charts', 'controllers', `${name}.ts`), 'utf8');
  return /^ {2}version: '([^']+)',$/m.exec(text)![1]!;
}

/** A kind as if charts had an object of it. */
function kind(key: string, plural: string, change: Partial<KindInUse> = {}): KindInUse {
  const [group = '', name = ''] = key.split('/');
  return {
    group,
    version: 'v1alpha1',
    kind: name,
    plural,
    example: 'production/test/chart/one',
    namespaces: ['aws'],
    kro: { makes: false, reads: false, serves: false },
    release: releases.get(`${plural}.${group}`),
    ...change,
  };
}

function derive(kinds: readonly KindInUse[], change: Partial<InUse> = {}, of: Environment = environment()): Manifest[] {
  const scope = new Construct(new App(), 'production');
  new PlatformApplication(scope, 'controllers', 'For tests');
  const inUse = { kinds, ingressHosts: [], installed: new Set<string>(), releases, ...change };
  return controllers(scope, of, inUse)
    .flatMap((chart) => collect(chart))
    .flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
}

const queue = kind('sqs.services.k8s.aws/Queue', 'queues');
const topic = kind('sns.services.k8s.aws/Topic', 'topics');
const route = kind('ec2.aws.m.upbound.io/Route', 'routes');
const trail = kind('cloudtrail.aws.m.upbound.io/Trail', 'trails');

describe('controllers, derived from kinds', () => {
  test('GIVEN no kinds WHEN derived THEN there is no controller', () => {
    expect(derive([])).toEqual([]);
  });

  test("GIVEN a platform without SNS's chart WHEN derived THEN its controller and its source are gone, and nothing else", () => {
    const both = derive([queue, topic]);
    const one = derive([queue]);
    const gone = both.filter(({ metadata }) => !namesOf(one).includes(metadata.name));
    expect(namesOf(gone)).toEqual(['ack-sns']);
    expect(JSON.stringify(one)).not.toContain('sns');
  });

  test("GIVEN a platform without CloudTrail's chart WHEN derived THEN package, runtime and activation are gone", () => {
    const gone = derive([route, trail]).filter(({ metadata }) => metadata.name === 'provider-aws-cloudtrail');
    expect(gone.map((one) => one.kind).sort()).toEqual(['DeploymentRuntimeConfig', 'Provider']);
    const one = derive([route]);
    expect(JSON.stringify(one)).not.toContain('cloudtrail');
    expect(specOf<Fields>(one.find((object) => object.kind === 'ManagedResourceActivationPolicy'))['activate']).toEqual(
      ['routes.ec2.aws.m.upbound.io'],
    );
  });

  test('GIVEN a graph that makes one kind and reads another WHEN derived THEN kro may do just that', () => {
    const graph = kind('kro.run/ResourceGraphDefinition', 'resourcegraphdefinitions');
    const roles = derive([
      graph,
      { ...queue, kro: { makes: true, reads: true, serves: false } },
      { ...topic, kro: { makes: false, reads: true, serves: false } },
      kind('wiring.platform.company.com/QueueWiring', 'queuewirings', {
        kro: { makes: false, reads: false, serves: true },
      }),
    ]).filter((object) => kindKey(object) === 'rbac.authorization.k8s.io/ClusterRole');
    expect(roles.map((role) => [role.metadata.name, (role['rules'] as Fields[])[0]!['verbs']])).toEqual([
      ['kro:controller:queues.sqs.services.k8s.aws', ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
      ['kro:controller:topics.sns.services.k8s.aws', ['get', 'list', 'watch']],
      ['kro:controller:wiring.platform.company.com', ['get', 'list', 'patch', 'update', 'watch']],
    ]);
    for (const { metadata } of roles) expect(metadata.labels?.['rbac.kro.run/aggregate-to-controller']).toBe('true');
  });

  test('GIVEN an Ingress with a host WHEN derived THEN there are a load balancer controller and ExternalDNS, for this zone', () => {
    const ingress = kind('networking.k8s.io/Ingress', 'ingresses', { release: undefined });
    const found = derive([ingress], {
      ingressHosts: [{ host: 'jenkins.company.com', example: 'production/delivery/jenkins/web' }],
    });
    const [dns, balancer] = ['external-dns', 'aws-load-balancer-controller'].map((name) =>
      found.find(({ kind: one, metadata }) => one === 'Application' && metadata.name === name),
    );
    expect(chartOf(dns)).toMatchObject({
      targetRevision: versionIn('external-dns'),
      helm: {
        valuesObject: { domainFilters: ['company.com'], policy: 'upsert-only', txtOwnerId: 'production-eks-cluster' },
      },
    });
    // nothing waits for it: it goes with the last host
    expect(dns!.metadata).toHaveProperty('finalizers');
    expect(chartOf(balancer)).toMatchObject({
      targetRevision: releases.get('targetgroupbindings.elbv2.k8s.aws')!.tag.slice(1),
      helm: { valuesObject: { clusterName: 'production-eks-cluster', createIngressClassResource: false } },
    });
    const ignored = specOf<{ ignoreDifferences: Fields[] }>(balancer).ignoreDifferences;
    expect(ignored.every(({ name }) => typeof name === 'string')).toBe(true);
  });

  test("GIVEN a Rollout WHEN derived THEN its controller runs at its types' release, with that release's CRDs and not the chart's", () => {
    const rollout = kind('argoproj.io/Rollout', 'rollouts');
    const found = derive([rollout, kind('argoproj.io/AnalysisTemplate', 'analysistemplates')]);
    const application = found.find((one) => one.kind === 'Application');
    expect(chartOf(application)).toMatchObject({
      chart: 'argo-rollouts',
      targetRevision: versionIn('argo-rollouts'),
      helm: {
        skipCrds: true,
        valuesObject: {
          installCRDs: false,
          controller: { image: { tag: expect.stringContaining(`${rollout.release!.tag}@sha256:`) } },
        },
      },
    });
    expect(specOf<{ sources: Fields[] }>(application).sources[1]).toMatchObject({
      repoURL: 'https://github.com/argoproj/argo-rollouts',
      targetRevision: rollout.release!.tag,
      path: 'manifests/crds',
    });
  });

  test("GIVEN Argo CD's own kinds WHEN derived THEN they bring no Argo Rollouts", () => {
    expect(
      derive([kind('argoproj.io/Application', 'applications'), kind('argoproj.io/AppProject', 'appprojects')]),
    ).toEqual([]);
  });

  test('GIVEN a target group binding WHEN derived THEN there is a load balancer controller, and no ExternalDNS', () => {
    const found = derive([kind('elbv2.k8s.aws/TargetGroupBinding', 'targetgroupbindings')]);
    expect(namesOf(found.filter((one) => one.kind === 'Application'))).toEqual(['aws-load-balancer-controller']);
  });

  test('GIVEN node pools WHEN derived THEN Karpenter runs at the release of their types, with their CRDs first, and outlives them', () => {
    const found = derive([kind('karpenter.sh/NodePool', 'nodepools')]);
    const [crds, program] = ['karpenter-crd', 'karpenter'].map((name) =>
      found.find(({ kind: one, metadata }) => one === 'Application' && metadata.name === name),
    );
    const wave = (one: Manifest | undefined) => Number(one?.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
    expect(wave(crds)).toBeLessThan(wave(program));
    for (const one of [crds, program]) {
      expect(chartOf(one)).toMatchObject({
        repoURL: 'public.ecr.aws/karpenter',
        targetRevision: releases.get('nodepools.karpenter.sh')!.tag.slice(1),
      });
      expect(one!.metadata).not.toHaveProperty('finalizers');
    }
    expect(chartOf(program).helm).toMatchObject({
      skipCrds: true,
      valuesObject: {
        serviceAccount: { name: 'karpenter' },
        settings: {
          clusterName: 'production-eks-cluster',
          interruptionQueue: `${environment().namePrefix}karpenter-interruptions`,
        },
      },
    });
    // a node that it takes away must not be its own: only EKS labels nodes so
    expect(JSON.stringify(chartOf(program).helm.valuesObject)).toContain(
      '{"key":"eks.amazonaws.com/nodegroup","operator":"Exists"}',
    );
  });

  test('GIVEN node groups WHEN derived THEN Cluster Autoscaler looks for groups of this cluster alone, and goes with them', () => {
    const autoscaler = derive([kind('eks.services.k8s.aws/Nodegroup', 'nodegroups')]).find(
      ({ metadata }) => metadata.name === 'cluster-autoscaler',
    );
    expect(chartOf(autoscaler)).toMatchObject({
      repoURL: 'https://kubernetes.github.io/autoscaler',
      targetRevision: versionIn('cluster-autoscaler'),
      helm: {
        valuesObject: {
          image: { tag: expect.stringMatching(`^v${environment().cluster.version}\\.\\d+$`) },
          autoDiscovery: {
            tags: [
              'k8s.io/cluster-autoscaler/enabled=true',
              'k8s.io/cluster-autoscaler/production-eks-cluster=owned',
              'eks:nodegroup-name',
            ],
          },
          rbac: { serviceAccount: { name: 'cluster-autoscaler' } },
        },
      },
    });
    expect(autoscaler!.metadata).toHaveProperty('finalizers');
    expect(namesOf(derive([kind('eks.services.k8s.aws/FargateProfile', 'fargateprofiles')]))).not.toContain(
      'cluster-autoscaler',
    );
  });

  test.each([
    [
      'Karpenter',
      [kind('karpenter.sh/NodePool', 'nodepools'), kind('karpenter.k8s.aws/EC2NodeClass', 'ec2nodeclasses')],
      ['helm-karpenter', 'karpenter', 'karpenter-crd', 'karpenter-egress', 'karpenter-ingress'],
    ],
    [
      'node groups',
      [kind('eks.services.k8s.aws/Nodegroup', 'nodegroups')],
      [
        'ack-eks',
        'cluster-autoscaler',
        'cluster-autoscaler-egress',
        'cluster-autoscaler-ingress',
        'helm-cluster-autoscaler',
      ],
    ],
    [
      'Ingresses',
      [kind('networking.k8s.io/Ingress', 'ingresses', { release: undefined })],
      [
        'aws-load-balancer-controller',
        'aws-load-balancer-controller-egress',
        'aws-load-balancer-controller-ingress',
        'helm-aws-load-balancer-controller',
      ],
    ],
  ])(
    'GIVEN a platform without the chart of %s WHEN derived THEN all that came with it is gone',
    (_what, kinds, gone) => {
      const without = namesOf(derive([queue]));
      expect(namesOf(derive([queue, ...kinds])).filter((name) => !without.includes(name))).toEqual(gone);
    },
  );

  test('GIVEN a cluster whose version no autoscaler is known for WHEN derived THEN it is refused', () => {
    const newer = environment({ cluster: { ...environment().cluster, version: '1.40' } });
    expect(() => derive([kind('eks.services.k8s.aws/Nodegroup', 'nodegroups')], {}, newer)).toThrow(
      'no Cluster Autoscaler is known for Kubernetes 1.40, only for 1.36',
    );
  });

  test('GIVEN a kind whose CRD an Application of another chart installs WHEN derived THEN it is accepted', () => {
    const certificate = kind('cert-manager.io/Certificate', 'certificates');
    expect(derive([certificate], { installed: new Set(['cert-manager.io']) })).toEqual([]);
    expect(derive([certificate], { installed: new Set(['certificates.cert-manager.io']) })).toEqual([]);
  });

  const bad: [string, KindInUse[], Partial<InUse>, string][] = [
    [
      'a group without a controller',
      [kind('cert-manager.io/Certificate', 'certificates')],
      {},
      'production/test/chart/one: cert-manager.io/Certificate has no controller',
    ],
    [
      'a kind that is not imported',
      [kind('sqs.services.k8s.aws/Stream', 'streams')],
      {},
      'production/test/chart/one: sqs.services.k8s.aws/Stream is in no file of cdk8s.yaml, so its controller has no version',
    ],
    [
      'two releases of one controller',
      [queue, { ...queue, kind: 'Other', release: { ...queue.release!, tag: 'v0.0.0' } }],
      {},
      `cdk8s.yaml: aws-controllers-k8s/sqs-controller is imported at ${queue.release!.tag} and at v0.0.0, but its controller has one version`,
    ],
    [
      'CRDs of a fork',
      [{ ...queue, release: { ...queue.release!, repository: 'company/sqs-controller' } }],
      {},
      'sqs.services.k8s.aws/Queue is imported from company/sqs-controller, but aws-controllers-k8s/sqs-controller has its controller',
    ],
    [
      'a release that is a branch',
      [{ ...queue, release: { ...queue.release!, tag: 'main' } }],
      {},
      "ack-sqs: version 'main' is not exact",
    ],
    [
      'an object where no controller looks',
      [{ ...queue, namespaces: ['aws', 'jenkins'] }],
      {},
      "sqs.services.k8s.aws/Queue is in jenkins, but ACK's controllers look at aws only",
    ],
    [
      'a host outside the zone',
      [kind('networking.k8s.io/Ingress', 'ingresses', { release: undefined })],
      { ingressHosts: [{ host: 'jenkins.example.com', example: 'production/delivery/jenkins/web' }] },
      'production/delivery/jenkins/web: host jenkins.example.com lies outside the zone company.com',
    ],
  ];
  test.each(bad)('GIVEN %s WHEN derived THEN it is refused', (_what, kinds, change, message) => {
    expect(() => derive(kinds, change)).toThrow(message);
  });
});
