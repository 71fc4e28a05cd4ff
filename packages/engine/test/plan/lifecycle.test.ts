import type { Effect } from '../../src/plan/model';
import { planOf } from './files';

type Annotations = Readonly<Record<string, string>>;

const queue = (name: string, annotations: Annotations = {}, spec: object = {}) => ({
  apiVersion: 'sqs.services.k8s.aws/v1alpha1',
  kind: 'Queue',
  metadata: { name, namespace: 'aws', annotations },
  spec: { queueName: name, visibilityTimeout: '30', ...spec },
});
const vault = (name: string, managementPolicies?: readonly string[]) => ({
  apiVersion: 'codecommit.aws.m.upbound.io/v1beta1',
  kind: 'Repository',
  metadata: { name, namespace: 'aws' },
  spec: { forProvider: { region: 'us-east-1' }, ...(managementPolicies && { managementPolicies }) },
});
const configMap = (name: string, data: object = {}, namespace = 'aws') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace },
  data,
});
const application = (name: string, { annotations = {}, finalizers = [] as string[], prune = true } = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name, namespace: 'argocd', annotations, finalizers },
  spec: {
    project: name,
    destination: { namespace: 'aws', server: 'https://kubernetes.default.svc' },
    source: {
      repoURL: 'https://github.com/company/aws-platform.git',
      path: `dist/production/${name}`,
      targetRevision: 'main',
    },
    syncPolicy: { automated: { prune, selfHeal: true } },
  },
});
const CASCADE = ['resources-finalizer.argocd.argoproj.io'];
const RETAIN = { 'services.k8s.aws/deletion-policy': 'retain' };
const KEEP = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };

const graph = (templates: readonly object[]) => ({
  apiVersion: 'kro.run/v1alpha1',
  kind: 'ResourceGraphDefinition',
  metadata: { name: 'messaging-orders' },
  spec: {
    schema: { apiVersion: 'v1alpha1', group: 'wiring.platform.company.com', kind: 'OrdersWiring' },
    resources: templates.map((template, index) => ({ id: `made${index}`, template })),
  },
});
const instance = (annotations: Annotations = {}) => ({
  apiVersion: 'wiring.platform.company.com/v1alpha1',
  kind: 'OrdersWiring',
  metadata: { name: 'orders', namespace: 'aws', annotations },
});

const at = (...objects: readonly object[]) => ({ 'production/messaging/sqs.yaml': objects });

/** The effect and reason of the only change of an object of that name. */
function effectOf(
  base: Parameters<typeof planOf>[0],
  head: Parameters<typeof planOf>[1],
  name = 'orders',
  kind = 'Queue',
): [Effect, string] {
  const found = planOf(base, head).changes.filter((change) => change.name === name && change.kind === kind);
  expect(found).toHaveLength(1);
  return [found[0]!.effect, found[0]!.reason];
}

describe('what leaves git', () => {
  test.each<[string, object, Effect, RegExp]>([
    ['an ACK object', queue('orders'), 'destroy', /ACK deletes the Queue in AWS, with what it holds/],
    ['a retained ACK object', queue('orders', RETAIN), 'orphan', /deletion-policy retain/],
    ['an object that is never pruned', queue('orders', KEEP), 'orphan', /Prune=false/],
    [
      'an ACK object whose policy is delete',
      queue('orders', { 'services.k8s.aws/deletion-policy': 'delete' }),
      'destroy',
      /ACK deletes/,
    ],
  ])('GIVEN %s WHEN it is removed THEN it is %s', (_, object, effect, reason) => {
    const [found, why] = effectOf(at(object, queue('other')), at(queue('other')));
    expect(found).toBe(effect);
    expect(why).toMatch(reason);
  });

  test('GIVEN Crossplane objects WHEN they are removed THEN managementPolicies decide', () => {
    const { changes } = planOf(
      at(vault('kept', ['Create', 'Observe', 'Update', 'LateInitialize']), vault('gone'), vault('all', ['*'])),
      at(queue('other')),
    );
    expect(changes.filter(({ kind }) => kind === 'Repository').map(({ name, effect }) => [name, effect])).toEqual([
      ['all', 'destroy'],
      ['gone', 'destroy'],
      ['kept', 'orphan'],
    ]);
  });

  test('GIVEN a namespace that retains a service WHEN an object of it is removed THEN it stays in AWS', () => {
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'aws', annotations: { 'sqs.services.k8s.aws/deletion-policy': 'retain' } },
    };
    expect(effectOf(at(namespace, queue('orders')), at(namespace))[0]).toBe('orphan');
  });

  test('GIVEN objects of the cluster WHEN they are removed THEN they are destroyed, with what goes with them', () => {
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'as.example.com' },
      spec: { names: { kind: 'Alpha' } },
    };
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'jobs' } };
    const base = at(crd, namespace, configMap('settings'), queue('other'));
    expect(effectOf(base, at(queue('other')), 'as.example.com', 'CustomResourceDefinition')).toEqual([
      'destroy',
      expect.stringContaining('every Alpha of the cluster goes'),
    ]);
    expect(effectOf(base, at(queue('other')), 'jobs', 'Namespace')).toEqual([
      'destroy',
      expect.stringContaining('everything in the namespace'),
    ]);
    expect(effectOf(base, at(queue('other')), 'settings', 'ConfigMap')[0]).toBe('destroy');
  });

  test.each<[string, object, Effect, RegExp]>([
    [
      'with a finalizer',
      application('messaging', { finalizers: CASCADE }),
      'destroy',
      /Application goes and takes it along/,
    ],
    ['without one', application('messaging'), 'orphan', /goes without deleting/],
    [
      'that is never pruned itself',
      application('messaging', {
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
        finalizers: CASCADE,
      }),
      'destroy',
      /prunes it by itself/,
    ],
  ])('GIVEN an Application %s WHEN it goes with its folder THEN its objects follow that', (_, app, effect, reason) => {
    const base = { ...at(queue('orders')), 'production/argocd/applications.yaml': [app, application('argocd')] };
    const head = { 'production/argocd/applications.yaml': [application('argocd')] };
    const [found, why] = effectOf(base, head);
    expect([found, why]).toEqual([effect, expect.stringMatching(reason)]);
  });

  test('GIVEN an Application that cascades WHEN it goes THEN Prune=false does not keep its objects, Delete=false does', () => {
    const base = (options: string) => ({
      ...at(queue('orders', { 'argocd.argoproj.io/sync-options': options })),
      'production/argocd/applications.yaml': [application('messaging', { finalizers: CASCADE }), application('argocd')],
    });
    const head = { 'production/argocd/applications.yaml': [application('argocd')] };
    expect(effectOf(base('Prune=false'), head)).toEqual([
      'destroy',
      expect.stringContaining('Prune=false does not keep it'),
    ]);
    expect(effectOf(base('Prune=false,Delete=false'), head)[0]).toBe('orphan');
  });

  test('GIVEN an Application that does not prune by itself WHEN an object leaves git THEN the reason says when it goes', () => {
    const app = { 'production/argocd/applications.yaml': [application('messaging', { prune: false })] };
    expect(effectOf({ ...at(queue('orders')), ...app }, app)).toEqual([
      'destroy',
      expect.stringContaining('does not prune by itself'),
    ]);
  });
});

describe('what kro makes', () => {
  test('GIVEN an object in a graph WHEN it changes there THEN it has an entry of its own, and the graph one', () => {
    const base = at(graph([queue('orders')]), instance());
    const head = at(graph([queue('orders', {}, { fifoQueue: 'true' })]), instance());
    expect(effectOf(base, head)).toEqual(['replace', expect.stringContaining('FIFO')]);
    expect(effectOf(base, head, 'messaging-orders', 'ResourceGraphDefinition')).toEqual([
      'update',
      expect.stringContaining('kro applies'),
    ]);
  });

  test('GIVEN a value that only AWS can tell WHEN it comes into a field THEN the API is not said to refuse it', () => {
    const base = at(graph([queue('orders')]), instance());
    const head = at(
      graph([queue('orders', {}, { kmsMasterKeyID: '${key.status.ackResourceMetadata.arn}' })]),
      instance(),
    );
    expect(effectOf(base, head)[0]).toBe('update');
  });

  test.each<[string, Annotations, Effect]>([
    ['an object', {}, 'destroy'],
    ['a retained object', RETAIN, 'orphan'],
  ])('GIVEN a graph that wraps %s WHEN its instance is removed THEN what it made is %s', (_, annotations, effect) => {
    const base = at(graph([queue('orders', annotations)]), instance());
    expect(effectOf(base, at(graph([queue('orders', annotations)])))[0]).toBe(effect);
  });

  test('GIVEN an instance that is never pruned WHEN it leaves git THEN what it made stays', () => {
    expect(effectOf(at(graph([queue('orders')]), instance(KEEP)), at(graph([queue('orders')])))[0]).toBe('orphan');
  });

  test('GIVEN a graph with its instance WHEN both go or come THEN so does what it wraps', () => {
    const both = at(graph([queue('orders')]), instance(), queue('other'));
    expect(effectOf(both, at(queue('other')))[0]).toBe('destroy');
    expect(effectOf(at(queue('other')), both)).toEqual(['create', expect.stringContaining('kro applies it')]);
  });

  test('GIVEN an object WHEN it moves into a graph or out of it THEN it is the same object, which is kept or made again', () => {
    const inside = (annotations: Annotations) => at(graph([queue('orders', annotations)]), instance());
    expect(effectOf(at(queue('orders', RETAIN)), inside(RETAIN))).toEqual([
      'update',
      expect.stringContaining('moves into the graph'),
    ]);
    expect(effectOf(at(queue('orders')), inside({}))).toEqual([
      'disrupt',
      expect.stringContaining('Argo CD deletes it'),
    ]);
    expect(effectOf(inside(RETAIN), at(queue('orders', RETAIN)))).toEqual([
      'update',
      expect.stringContaining('moves out of the graph'),
    ]);
  });

  test('GIVEN a graph whose instance gets another name WHEN its objects stay the same THEN each is kept, or deleted and made again', () => {
    const named = (name: string, annotations: Annotations) =>
      at(graph([queue('orders', annotations)]), { ...instance(), metadata: { ...instance().metadata, name } });
    expect(effectOf(named('first', {}), named('second', {}))).toEqual([
      'disrupt',
      expect.stringMatching(/moves from \w+ first to \w+ second: kro deletes it/),
    ]);
    expect(effectOf(named('first', RETAIN), named('second', RETAIN))[0]).toBe('update');
  });

  test('GIVEN a graph whose objects have the names of its instance WHEN the instance changes THEN they are its objects', () => {
    const named = { ...queue('orders'), metadata: { name: '${schema.spec.name}', namespace: 'aws' } };
    const of = (name: string) => at(graph([named]), { ...instance(), spec: { name } });
    const { changes } = planOf(of('first'), of('second'));
    expect(changes.filter(({ kind }) => kind === 'Queue').map(({ name, effect }) => [name, effect])).toEqual([
      ['first', 'destroy'],
      ['second', 'create'],
    ]);
  });
});

describe('what is no change', () => {
  const objects = [queue('orders'), queue('other')];

  test.each<[string, Parameters<typeof planOf>[1]]>([
    ['in another file', { 'production/messaging/queues.yaml': objects }],
    [
      'in two files, in another order',
      { 'production/messaging/a.yaml': [objects[1]!], 'production/messaging/b.yaml': [objects[0]!] },
    ],
    [
      'as JSON',
      { 'production/messaging/sqs.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) },
    ],
    [
      'written otherwise',
      {
        'production/messaging/sqs.yaml':
          '# a comment\n---\n{apiVersion: sqs.services.k8s.aws/v1alpha1, kind: Queue, metadata: {namespace: aws, name: "orders", annotations: {}}, spec: {visibilityTimeout: "30", queueName: orders}}\n---\n' +
          "kind: Queue\napiVersion: sqs.services.k8s.aws/v1alpha1\nspec:\n  visibilityTimeout: '30'\n  queueName: 'other' # the same\nmetadata:\n  namespace: aws\n  name: other\n",
      },
    ],
  ])('GIVEN the same objects %s WHEN they are planned THEN nothing changes', (_, head) => {
    expect(planOf(at(...objects), head).changes).toEqual([]);
  });

  test('GIVEN objects that move to another application WHEN they are planned THEN a remark says what Argo CD may do', () => {
    const { changes, summary } = planOf(at(...objects), { 'production/data/sqs.yaml': objects });
    expect(changes).toEqual([]);
    expect(summary.remarks.map(({ message }) => message)).toEqual([
      expect.stringContaining('messaging to data'),
      expect.stringContaining('messaging to data'),
    ]);
  });

  test('GIVEN a default of the schema WHEN it is written out THEN nothing changes', () => {
    const topic = (spec: object) => ({
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'a' },
      spec,
    });
    const template = {
      spec: { nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'a' }, requirements: [] },
    };
    const base = topic({ template, disruption: { consolidateAfter: '0s' } });
    const head = topic({
      template: { spec: { ...template.spec, expireAfter: '720h' } },
      disruption: { consolidateAfter: '0s', consolidationPolicy: 'WhenEmptyOrUnderutilized' },
    });
    expect(planOf(at(base), at(head)).changes).toEqual([]);
  });
});

describe('what a reviewer has to know besides', () => {
  test('GIVEN the first object of a kind, or the last WHEN it is planned THEN a remark names the role of its controller', () => {
    const repository = vault('code');
    const remarks = (base: Parameters<typeof planOf>[0], head: Parameters<typeof planOf>[1]) =>
      planOf(base, head).summary.remarks.map(({ object, message }) => `${object} ${message}`);
    expect(remarks(at(queue('orders')), at(queue('orders'), repository))).toEqual([
      expect.stringMatching(/^codecommit.aws.m.upbound.io\/Repository is used for the first time/),
    ]);
    expect(remarks(at(queue('orders'), repository), at(queue('orders')))).toEqual([
      expect.stringMatching(/Repository is no longer used/),
    ]);
    expect(remarks(at(queue('orders')), at(queue('orders'), queue('other')))).toEqual([]);
  });

  test('GIVEN a Secret WHEN its data change THEN they are not shown', () => {
    const secret = (value: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a', namespace: 'aws' },
      stringData: { password: value },
    });
    expect(JSON.stringify(planOf(at(secret('first-value')), at(secret('second-value'))))).not.toMatch(
      /first-value|second-value/,
    );
  });
});

describe('what a reference tells', () => {
  const group = {
    apiVersion: 'rds.services.k8s.aws/v1alpha1',
    kind: 'DBSubnetGroup',
    metadata: { name: 'database', namespace: 'aws' },
    spec: { name: 'platform-database', description: 'a' },
  };
  const cluster = (spec: object) => ({
    apiVersion: 'rds.services.k8s.aws/v1alpha1',
    kind: 'DBCluster',
    metadata: { name: 'db', namespace: 'aws' },
    spec: { dbClusterIdentifier: 'db', engine: 'aurora-postgresql', ...spec },
  });
  const reference = cluster({ dbSubnetGroupRef: { from: { name: 'database' } } });

  test.each<[string, object, object, Effect]>([
    ['takes the place of the same name', cluster({ dbSubnetGroupName: 'platform-database' }), reference, 'update'],
    ['gives way to the same name', reference, cluster({ dbSubnetGroupName: 'platform-database' }), 'update'],
    ['takes the place of another name', cluster({ dbSubnetGroupName: 'other' }), reference, 'replace'],
    ['means another object', reference, cluster({ dbSubnetGroupRef: { from: { name: 'other' } } }), 'replace'],
  ])('GIVEN a reference WHEN it %s THEN the effect follows the value', (_, old, now, effect) => {
    expect(effectOf(at(group, old), at(group, now), 'db', 'DBCluster')[0]).toBe(effect);
  });
});

describe('what comes', () => {
  test('GIVEN a new object WHEN it is planned THEN it is created', () => {
    expect(effectOf(at(queue('other')), at(queue('other'), queue('orders')))).toEqual([
      'create',
      expect.stringContaining('ACK makes it in AWS'),
    ]);
  });

  test('GIVEN a new object that its schema refuses WHEN it is planned THEN it is blocked, with the field', () => {
    const wrong = queue('orders', {}, { visibilityTimeout: 30, unknown: 1 });
    const [change] = planOf(at(queue('other')), at(queue('other'), wrong)).changes;
    expect(change!.effect).toBe('blocked');
    expect(change!.fields.map(({ path }) => path).sort()).toEqual(['spec.unknown', 'spec.visibilityTimeout']);
  });

  test('GIVEN another metadata.name WHEN it is planned THEN one object goes, another comes, and both say so', () => {
    const { changes } = planOf(
      at(queue('orders', RETAIN), queue('other')),
      at(queue('purchases', RETAIN), queue('other')),
    );
    expect(changes.map(({ name, effect, reason }) => [name, effect, reason])).toEqual([
      [
        'orders',
        'orphan',
        expect.stringContaining('purchases comes with nearly the same manifest, but without what this one holds'),
      ],
      ['purchases', 'create', expect.stringContaining('a new and empty one')],
    ]);
  });

  test('GIVEN another metadata.name with the same AWS name WHEN it is planned THEN the reason says that AWS has it already', () => {
    const renamed = queue('purchases', RETAIN, { queueName: 'orders' });
    const { changes } = planOf(at(queue('orders', RETAIN)), at(renamed));
    expect(changes.find(({ effect }) => effect === 'create')!.reason).toContain('exists already');
  });
});
