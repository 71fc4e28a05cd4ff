import { escalationPaths } from '../../../src/rules/privilege/escalation-paths';
import { type Break, faultsOf } from '../faults';
import { type Anything, ack, arn, FIXTURES, inPolicy, policy } from '../objects';

const WORKER = `${FIXTURES} Role worker spec.inlinePolicies.work`;

/** Puts statements in front of those of a role that is sound. */
const allow =
  (...statements: Anything[]): Break =>
  (get) =>
    inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', (own) =>
      own.unshift(...statements.map((one) => ({ Effect: 'Allow', ...one }))),
    );

const ROLES = 'arn:aws:iam::123456789012:role/*';
const FUNCTIONS = arn('lambda', 'function:*');

faultsOf('privilege/administration', [
  ['everything on everything', allow({ Action: '*', Resource: '*' }), WORKER],
  ['everything, as service and action', allow({ Action: '*:*', Resource: '*' }), WORKER],
  [
    'everything, beside a statement that names somebody',
    allow({ Action: '*', Resource: '*' }, { Action: 's3:GetObject', Principal: { Service: 's3.amazonaws.com' } }),
    WORKER,
  ],
  ['the whole of IAM', allow({ Action: 'iam:*', Resource: '*' }), WORKER],
  ['all but one service', allow({ NotAction: 's3:*', Resource: '*' }), WORKER],
  ['everything but one bucket', allow({ Action: '*', NotResource: 'arn:aws:s3:::logs' }), WORKER],
  ['the whole of Lambda', allow({ Action: 'lambda:*', Resource: '*' }), WORKER],
  ['a policy written into any role', allow({ Action: 'iam:PutRolePolicy', Resource: ROLES }), WORKER],
  [
    'a policy written into a role that is named',
    allow({ Action: ['iam:putrolepolicy'], Resource: 'arn:aws:iam::123456789012:role/admin' }),
    WORKER,
  ],
  ['a new version of a policy', allow({ Action: 'iam:Create*', Resource: '*' }), WORKER],
  ['keys of other users', allow({ Action: 'iam:CreateAccessKey', Resource: '*' }), WORKER],
  ['any role passed', allow({ Action: 'iam:PassRole', Resource: '*' }), WORKER],
  [
    'any role passed to functions',
    allow({
      Action: 'iam:PassRole',
      Resource: ROLES,
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    }),
    WORKER,
  ],
  ['the code of every function', allow({ Action: 'lambda:UpdateFunctionCode', Resource: FUNCTIONS }), WORKER],
  [
    'the code of functions whose tag need not be there',
    allow({
      Action: 'lambda:UpdateFunctionCode',
      Resource: FUNCTIONS,
      Condition: { StringEqualsIfExists: { 'aws:ResourceTag/Team': 'web' } },
    }),
    WORKER,
  ],
  [
    'a path in two statements',
    allow(
      { Action: 'cloudformation:CreateChangeSet', Resource: '*' },
      { Action: 'cloudformation:ExecuteChangeSet', Resource: '*' },
    ),
    WORKER,
  ],
  ['any role assumed', allow({ Action: 'sts:AssumeRole', Resource: ROLES }), WORKER],
  ['commands on every machine', allow({ Action: 'ssm:SendCommand', Resource: '*' }), WORKER],
  [
    "AWS's own administrator",
    (get) => (get('Role worker')['spec'].policies = ['arn:aws:iam::aws:policy/AdministratorAccess']),
    `${FIXTURES} Role worker spec.policies[0]`,
  ],
]);

/** What somebody needs every day, and what makes nobody more than they are. */
const LEGITIMATE: readonly (readonly [what: string, change: Break])[] = [
  ['a role that is named, passed', allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/web' })],
  [
    'the code of its own function',
    allow({ Action: 'lambda:UpdateFunctionCode', Resource: arn('lambda', 'function:web') }),
  ],
  ['versions of its own function', allow({ Action: 'lambda:*', Resource: arn('lambda', 'function:web:*') })],
  [
    'functions with its tag',
    allow({
      Action: 'lambda:UpdateFunctionCode',
      Resource: FUNCTIONS,
      Condition: { StringEquals: { 'aws:ResourceTag/Team': 'web' } },
    }),
  ],
  [
    'any role passed to a service that runs nothing',
    allow({
      Action: 'iam:PassRole',
      Resource: ROLES,
      Condition: { StringEquals: { 'iam:PassedToService': 'monitoring.rds.amazonaws.com' } },
    }),
  ],
  [
    'its own access keys',
    allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::123456789012:user/${aws:username}' }),
  ],
  [
    'roles within a boundary',
    allow({
      Action: ['iam:CreateRole', 'iam:PutRolePolicy'],
      Resource: ROLES,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/boundary' } },
    }),
  ],
  [
    'one policy attached to any role',
    allow({
      Action: 'iam:AttachRolePolicy',
      Resource: ROLES,
      Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::123456789012:policy/logs' } },
    }),
  ],
  ['roles to be read', allow({ Action: ['iam:GetRole', 'iam:List*'], Resource: '*' })],
  ['a change set that nobody executes', allow({ Action: 'cloudformation:CreateChangeSet', Resource: '*' })],
  ['its own project built', allow({ Action: 'codebuild:StartBuild', Resource: arn('codebuild', 'project/web') })],
  [
    'a role that is named, assumed',
    allow({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/web' }),
  ],
  ['every function invoked', allow({ Action: 'lambda:InvokeFunction', Resource: FUNCTIONS })],
  [
    'all of Lambda but what changes code or passes roles on',
    allow({ Action: 'lambda:*', Resource: '*' }, { Effect: 'Deny', Action: ['lambda:UpdateFunction*'], Resource: '*' }),
  ],
  ['everything denied', allow({ Effect: 'Deny', Action: '*', Resource: '*' })],
  [
    'the key that its own account administers',
    (_get, add) =>
      add({
        apiVersion: 'kms.services.k8s.aws/v1alpha1',
        kind: 'Key',
        metadata: { name: 'own', namespace: 'aws' },
        spec: {
          policy: policy({
            Action: 'kms:*',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::123456789012:root' },
            Resource: '*',
          }),
        },
      }),
  ],
  [
    'a managed policy that reads',
    (get) => (get('Role worker')['spec'].policies = ['arn:aws:iam::aws:policy/ReadOnlyAccess']),
  ],
];

test.each(LEGITIMATE)('GIVEN %s WHEN the tree is judged THEN it is no privilege', (_what, change) => {
  const tree = sampleTree();
  change(tree.get, tree.add);
  expect(tree.findings().filter((finding) => finding.includes('[privilege/'))).toEqual([]);
});

test('GIVEN a role for each of the 67 listed paths that may take all of its steps anywhere WHEN judged THEN each is found', () => {
  const tree = sampleTree();
  const ids = Object.keys(escalationPaths);
  for (const [id, steps] of Object.entries(escalationPaths)) {
    const Action = steps.map((step) => step.split(' ')[0]);
    tree.add(ack('iam', 'Role', id, { inlinePolicies: { work: policy({ Effect: 'Allow', Action, Resource: '*' }) } }));
  }
  const found = tree.judgement().findings.filter(({ rule }) => rule === 'privilege/administration');
  expect(found.map(({ object }) => object.manifest.metadata.name)).toEqual(ids);
  expect(ids).toHaveLength(67);
});
