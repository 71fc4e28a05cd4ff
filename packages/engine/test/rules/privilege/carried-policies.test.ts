import { type Anything, type Fixture, policy } from '../objects';

/** An account that neither the sample nor its environment names. */
const FOREIGN = '999988887777';
const STATEMENT = {
  Action: '*',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${FOREIGN}:root` },
  Resource: '*',
};

/** Puts the statement in front of those of every policy in a value, however deep in maps and texts; says how many. */
function plant(value: Anything, put: (changed: unknown) => void): number {
  if (typeof value === 'string') {
    const parsed = /^\s*[{[]/.test(value) ? parsedOrNone(value) : undefined;
    if (parsed === undefined) return 0;
    let inner = parsed;
    const count = plant(parsed, (changed) => (inner = changed));
    if (count > 0) put(JSON.stringify(inner));
    return count;
  }
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value.Statement) && value.Statement.some((one: Anything) => one?.Effect)) {
    value.Statement.unshift(STATEMENT);
    put(value);
    return 1;
  }
  const counts = Object.keys(value).map((key) => plant(value[key], (changed) => (value[key] = changed)));
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count > 0) put(value);
  return count;
}

function parsedOrNone(text: string): Anything {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function plantIn(manifest: Fixture): number {
  const { metadata: _metadata, ...content } = manifest;
  const permission = manifest.kind === 'Permission' ? plantPermission(manifest['spec'].forProvider) : 0;
  return permission + Object.values(content).reduce((sum, part) => sum + plant(part, () => {}), 0);
}

function plantPermission(fields: Anything): number {
  fields.principal = FOREIGN;
  return 1;
}

test('GIVEN an Allow of everything for a foreign account in each object of production that carries a policy WHEN judged THEN 128 of 128 are found', () => {
  const sample = sampleTree();
  const carriers = sample.production().filter((manifest) => plantIn(manifest) > 0);
  const found = new Set(
    sample
      .judgement()
      .findings.filter(({ rule, message }) => rule === 'privilege/foreign-trust' && message.includes(FOREIGN))
      .map(({ object }) => (object.within?.graph ?? object).manifest),
  );
  expect(carriers.filter((manifest) => !found.has(manifest)).map(({ metadata }) => metadata.name)).toEqual([]);
  expect([found.size, carriers.length]).toEqual([128, 128]);
});

const foreign = policy(STATEMENT);
const upbound = (group: string, kind: string, forProvider: object): Fixture => ({
  apiVersion: `${group}.aws.m.upbound.io/v1beta1`,
  kind,
  metadata: { name: 'planted', namespace: 'aws' },
  spec: { forProvider },
});
const cloudControl = (typeName: string, state: object) =>
  upbound('cloudcontrol', 'Resource', { typeName, desiredState: JSON.stringify(state) });

/** Carriers that production has none of. */
const OTHERS: readonly (readonly [what: string, manifest: Fixture, path: string])[] = [
  [
    'a map in the state of Cloud Control',
    cloudControl('AWS::SQS::QueueInlinePolicy', { PolicyDocument: JSON.parse(foreign) }),
    'spec.forProvider.desiredState',
  ],
  [
    'a text in the state of Cloud Control',
    cloudControl('AWS::Logs::ResourcePolicy', { PolicyDocument: foreign }),
    'spec.forProvider.desiredState',
  ],
  [
    'the second policy of a role of Cloud Control',
    cloudControl('AWS::IAM::Role', { Policies: [{}, { PolicyDocument: JSON.parse(foreign) }] }),
    'spec.forProvider.desiredState',
  ],
  [
    'a permission of Cloud Control',
    cloudControl('AWS::Lambda::Permission', { Action: 'lambda:InvokeFunction', Principal: FOREIGN }),
    'spec.forProvider.desiredState',
  ],
  [
    "an event bus's permission",
    upbound('cloudwatchevents', 'Permission', { action: 'events:PutEvents', principal: FOREIGN }),
    'spec.forProvider.principal',
  ],
  ['an IAM policy of Crossplane', upbound('iam', 'RolePolicy', { policy: foreign }), 'spec.forProvider.policy'],
  [
    'the trust of a role of Crossplane',
    upbound('iam', 'Role', { assumeRolePolicy: foreign }),
    'spec.forProvider.assumeRolePolicy',
  ],
  [
    'a map where others have a text',
    upbound('iam', 'Policy', { policy: JSON.parse(foreign) }),
    'spec.forProvider.policy',
  ],
  [
    'a PushSecret with the policy in its template',
    {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'PushSecret',
      metadata: { name: 'planted', namespace: 'aws' },
      spec: { template: { data: { policy: foreign } } },
    },
    'spec.template.data.policy',
  ],
];

test.each(OTHERS)('GIVEN %s WHEN it lets a foreign account in THEN it is found there', (_what, manifest, path) => {
  const sample = sampleTree();
  sample.add(manifest);
  const found = sample.judgement().findings.filter(({ rule }) => rule === 'privilege/foreign-trust');
  expect(found.map((one) => `${one.object.manifest.kind} ${one.path}`)).toEqual([`${manifest.kind} ${path}`]);
});
