import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HEALTH_CHECKS, healthCustomizations } from '../../argocd/health';
import { kindKey, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { schemasOf } from '../../packages/engine/src/schema/default';
import { type Health, healthOf } from '../../packages/engine/src/startup/lua';
import { ROOT } from '../repository';

/**
 * Kinds of dist that Argo CD 3.4.4 judges itself:
 * https://github.com/argoproj/argo-cd/tree/v3.4.4/resource_customizations
 */
const BUILT_IN = new Set([
  'argoproj.io/Rollout',
  'aws.m.upbound.io/ClusterProviderConfig',
  'external-secrets.io/ClusterSecretStore',
  'external-secrets.io/ExternalSecret',
  'external-secrets.io/PushSecret',
  'karpenter.k8s.aws/EC2NodeClass',
  'karpenter.sh/NodePool',
  // https://github.com/argoproj/argo-cd/tree/v3.4.4/gitops-engine/pkg/health
  '/PersistentVolumeClaim',
  '/Service',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/StatefulSet',
  'autoscaling/HorizontalPodAutoscaler',
  'batch/Job',
  'networking.k8s.io/Ingress',
]);

/** Kinds with conditions that say nothing of whether they work. */
const WITHOUT_HEALTH = new Set(['/Namespace', 'policy/PodDisruptionBudget']);

type Condition = readonly [type: string, status: string, more?: object];
const conditions = (...list: readonly Condition[]) =>
  list.map(([type, status, more]) => ({ type, status, message: `${type} is ${status}`, ...more }));

const script = (name: string) => readFileSync(join(ROOT, 'argocd', 'health', `${name}.lua`), 'utf8');
const judge = (name: string, status?: object, kind = 'Any'): Health =>
  healthOf(script(name), { kind, metadata: { name: 'it', generation: 3 }, ...(status && { status }) });

/** Every order of a list, as controllers append conditions in any. */
function* orders<T>(list: readonly T[]): Generator<T[]> {
  if (list.length === 0) yield [];
  for (const [index, first] of list.entries())
    for (const rest of orders(list.filter((_, other) => other !== index))) yield [first, ...rest];
}

type Row = readonly [check: string, health: string, conditions: readonly Condition[], kind?: string];
const TABLE: readonly Row[] = [
  ['ack', 'Healthy', [['Ready', 'True']]],
  ['ack', 'Healthy', [['ACK.ResourceSynced', 'True']]],
  [
    'ack',
    'Healthy',
    [
      ['Ready', 'True'],
      ['ACK.ResourceSynced', 'True'],
      ['ACK.Advisory', 'True'],
    ],
  ],
  [
    'ack',
    'Healthy',
    [
      ['Ready', 'True'],
      ['ACK.LateInitialized', 'True'],
      ['ACK.ReferencesResolved', 'True'],
    ],
  ],
  [
    'ack',
    'Healthy',
    [
      ['Ready', 'True'],
      ['ACK.Terminal', 'False'],
      ['ACK.Recoverable', 'False'],
    ],
  ],
  ['ack', 'Progressing', [['Ready', 'False']]],
  ['ack', 'Progressing', [['Ready', 'Unknown']]],
  ['ack', 'Progressing', [['ACK.ResourceSynced', 'False']]],
  ['ack', 'Progressing', [['ACK.ResourceSynced', 'Unknown']]],
  [
    'ack',
    'Progressing',
    [
      ['Ready', 'False'],
      ['ACK.ResourceSynced', 'True'],
    ],
  ],
  [
    'ack',
    'Progressing',
    [
      ['ACK.ReferencesResolved', 'False'],
      ['ACK.ResourceSynced', 'True'],
    ],
  ],
  [
    'ack',
    'Progressing',
    [
      ['ACK.Recoverable', 'True'],
      ['Ready', 'True'],
      ['ACK.ResourceSynced', 'True'],
    ],
  ],
  ['ack', 'Degraded', [['ACK.Terminal', 'True']]],
  [
    'ack',
    'Degraded',
    [
      ['Ready', 'False'],
      ['ACK.Terminal', 'True'],
      ['ACK.ResourceSynced', 'False'],
    ],
  ],
  [
    'ack',
    'Degraded',
    [
      ['Ready', 'True'],
      ['ACK.Terminal', 'True'],
      ['ACK.Recoverable', 'True'],
    ],
  ],
  ['ack-core', 'Healthy', [['ACK.Adopted', 'True']], 'AdoptedResource'],
  ['ack-core', 'Progressing', [['ACK.Adopted', 'False']], 'AdoptedResource'],
  [
    'ack-core',
    'Degraded',
    [
      ['ACK.Terminal', 'True'],
      ['ACK.Recoverable', 'True'],
    ],
    'FieldExport',
  ],
  ['ack-core', 'Progressing', [['ACK.Recoverable', 'True']], 'FieldExport'],
  [
    'crossplane-aws',
    'Healthy',
    [
      ['Synced', 'True'],
      ['Ready', 'True'],
      ['LastAsyncOperation', 'True'],
    ],
  ],
  ['crossplane-aws', 'Progressing', [['Ready', 'True']]],
  ['crossplane-aws', 'Progressing', [['Synced', 'True']]],
  [
    'crossplane-aws',
    'Progressing',
    [
      ['Synced', 'True'],
      ['Ready', 'False'],
    ],
  ],
  [
    'crossplane-aws',
    'Progressing',
    [
      ['Synced', 'True', { observedGeneration: 2 }],
      ['Ready', 'True'],
    ],
  ],
  [
    'crossplane-aws',
    'Healthy',
    [
      ['Synced', 'True', { observedGeneration: 3 }],
      ['Ready', 'True'],
    ],
  ],
  [
    'crossplane-aws',
    'Degraded',
    [
      ['Synced', 'False'],
      ['Ready', 'True'],
    ],
  ],
  [
    'crossplane-aws',
    'Degraded',
    [
      ['Synced', 'True'],
      ['Ready', 'True'],
      ['LastAsyncOperation', 'False'],
    ],
  ],
  [
    'crossplane-aws',
    'Suspended',
    [
      ['Synced', 'False', { reason: 'ReconcilePaused' }],
      ['Ready', 'True'],
    ],
  ],
  [
    'crossplane-core',
    'Healthy',
    [
      ['Installed', 'True'],
      ['Healthy', 'True'],
    ],
    'Provider',
  ],
  ['crossplane-core', 'Progressing', [['Installed', 'True']], 'Provider'],
  ['crossplane-core', 'Progressing', [['Healthy', 'True']], 'Provider'],
  [
    'crossplane-core',
    'Progressing',
    [
      ['Installed', 'True'],
      ['Healthy', 'False'],
    ],
    'Provider',
  ],
  [
    'crossplane-core',
    'Progressing',
    [
      ['Installed', 'False'],
      ['Healthy', 'Unknown'],
    ],
    'Provider',
  ],
  ['crossplane-core', 'Healthy', [['Healthy', 'True']], 'ManagedResourceActivationPolicy'],
  ['crossplane-core', 'Progressing', [['Healthy', 'False']], 'ManagedResourceActivationPolicy'],
];

describe('health of what has conditions', () => {
  test.each(TABLE.map(([check, health, list, kind]) => ({ check, health, list, kind })))(
    'GIVEN $check $kind with $list WHEN it is judged THEN it is $health in every order, and says why',
    ({ check, health, list, kind }) => {
      for (const order of orders(conditions(...list))) {
        const { status, message } = judge(check, { conditions: order }, kind);
        expect(status).toBe(health);
        if (status === 'Degraded' || status === 'Suspended') expect(message).toContain(' is ');
      }
    },
  );

  const waiting = ['ack', 'application', 'crossplane-aws', 'crossplane-core', 'kro'];
  test.each(waiting)('GIVEN %s before its controller has seen it WHEN it is judged THEN it is Progressing', (check) => {
    for (const status of [undefined, {}, { conditions: [] }]) expect(judge(check, status).status).toBe('Progressing');
  });

  test('GIVEN what ACK has of its own WHEN nothing is wrong THEN only an adoption is waited for', () => {
    expect(judge('ack-core', undefined, 'FieldExport').status).toBe('Healthy');
    expect(judge('ack-core', undefined, 'IAMRoleSelector').status).toBe('Healthy');
    expect(judge('ack-core', undefined, 'AdoptedResource').status).toBe('Progressing');
  });

  test('GIVEN a terminal condition WHEN it is judged THEN the message is the one a person needs', () => {
    const list = conditions(['Ready', 'False'], ['ACK.Terminal', 'True', { message: 'AccessDenied: sqs:CreateQueue' }]);
    expect(judge('ack', { conditions: list })).toEqual({
      status: 'Degraded',
      message: 'AccessDenied: sqs:CreateQueue',
    });
  });
});

const LATER = { kind: 'Queue', name: 'later', status: 'OutOfSync' };
const KEPT = { kind: 'Queue', name: 'kept', status: 'OutOfSync', requiresPruning: true };

function outOfSync(...resources: readonly object[]): object {
  return {
    health: { status: 'Healthy' },
    sync: { status: 'OutOfSync' },
    resources: [{ kind: 'ConfigMap', name: 'first', status: 'Synced' }, ...resources],
  };
}

describe('health of what has a state', () => {
  test.each([
    ['Active', 'Healthy'],
    ['Inactive', 'Degraded'],
    ['ACTIVE', 'Healthy'],
    ['IN_PROGRESS', 'Progressing'],
    ['DELETING', 'Progressing'],
    ['FAILED', 'Degraded'],
    ['ERROR', 'Degraded'],
    ['something new', 'Progressing'],
  ])("GIVEN kro's state %s WHEN it is judged THEN it is %s", (state, health) => {
    expect(judge('kro', { state }).status).toBe(health);
    const seen = conditions(['Ready', 'True', { observedGeneration: 3 }]);
    expect(judge('kro', { state, conditions: seen }).status).toBe(health);
    const stale = conditions(['Ready', 'True', { observedGeneration: 2 }]);
    expect(judge('kro', { state, conditions: stale }).status).toBe('Progressing');
  });

  test.each([
    [undefined, 'Healthy'],
    [[], 'Healthy'],
    [[{ conditions: conditions(['Accepted', 'True']) }], 'Healthy'],
    [[{}, { conditions: conditions(['Accepted', 'False']) }], 'Degraded'],
  ])('GIVEN a monitor that agents say %j of WHEN it is judged THEN it is %s', (bindings, health) => {
    expect(judge('monitor', { bindings }).status).toBe(health);
  });

  test.each(['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing', 'Unknown'])(
    'GIVEN an Application that is in sync and %s WHEN the root looks at it THEN it is that',
    (status) => expect(judge('application', { health: { status }, sync: { status: 'Synced' } }).status).toBe(status),
  );

  test.each<[string, string, object]>([
    ['that Argo CD has not looked at', 'Progressing', { health: { status: 'Healthy' } }],
    ['in the middle of its first sync', 'Progressing', { ...outOfSync(LATER), operationState: { phase: 'Running' } }],
    ['that is being stopped', 'Progressing', { ...outOfSync(LATER), operationState: { phase: 'Terminating' } }],
    ['whose sync has not begun', 'Progressing', outOfSync(LATER)],
    ['whose git cannot be read', 'Progressing', { health: { status: 'Healthy' }, sync: { status: 'Unknown' } }],
    ['whose sync failed', 'Degraded', { ...outOfSync(LATER), operationState: { phase: 'Failed' } }],
    ['whose sync could not be tried', 'Degraded', { ...outOfSync(LATER), operationState: { phase: 'Error' } }],
    ['that keeps what has left git', 'Healthy', { ...outOfSync(KEPT), operationState: { phase: 'Succeeded' } }],
    ['that keeps one thing and lacks another', 'Progressing', outOfSync(KEPT, LATER)],
  ])(
    'GIVEN an Application %s WHEN the root looks at it THEN it is %s, whatever of it is healthy',
    (_what, health, status) => expect(judge('application', status).status).toBe(health),
  );
});

describe('kinds and their checks', () => {
  const kinds = [...new Map(readManifests(join(ROOT, 'dist')).map((manifest) => [kindKey(manifest), manifest]))];
  const patterns = Object.values(HEALTH_CHECKS).flat();
  const fitting = (key: string) => patterns.filter((pattern) => matches(pattern, key));
  const schemas = schemasOf({ imports: join(ROOT, 'imports') });

  test.each(kinds)('GIVEN %s of dist WHEN its health is asked for THEN exactly one check knows it', (key, manifest) => {
    const fit = fitting(key);
    if (fit.length > 0 || BUILT_IN.has(key)) expect(fit.length + (BUILT_IN.has(key) ? 1 : 0)).toBe(1);
    else expect(reportsItself(manifest) && !WITHOUT_HEALTH.has(key)).toBe(false);
  });

  test('GIVEN the kinds of dist WHEN the families are counted THEN each is there that should be', () => {
    const found = new Set(kinds.flatMap(([key]) => fitting(key)));
    expect([...found]).toEqual(expect.arrayContaining(['*.services.k8s.aws/*', '*.aws.m.upbound.io/*']));
    expect([...found]).toEqual(expect.arrayContaining(['wiring.platform.company.com/*', 'argoproj.io/Application']));
  });

  /** Whether the kind's status has conditions. */
  function reportsItself(manifest: Manifest): boolean {
    return JSON.stringify(schemas.find(manifest.apiVersion, manifest.kind) ?? '').includes('"conditions"');
  }

  test('GIVEN what Argo CD is told WHEN it is parsed THEN each pattern has its script, word by word', () => {
    const parsed = parse(healthCustomizations(ROOT)) as Record<string, { 'health.lua': string }>;
    const expected = Object.entries(HEALTH_CHECKS).flatMap(([name, keys]) => keys.map((key) => [key, script(name)]));
    expect(Object.entries(parsed).map(([key, check]) => [key, check['health.lua']])).toEqual(expected);
  });
});

/** As Argo CD matches: `*` is any text, dots and slashes too. */
function matches(pattern: string, key: string): boolean {
  const [group, kind] = pattern
    .split('/')
    .map((part) => new RegExp(`^${part.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
  const [ofGroup = '', ofKind = ''] = key.split('/');
  return group!.test(ofGroup) && kind!.test(ofKind);
}
