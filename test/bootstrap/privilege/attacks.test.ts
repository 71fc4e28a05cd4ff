import { loadEnvironments } from '../../../environments';
import { iamService } from '../../../packages/engine/src/aws/iam/data';
import type { Context } from '../../../packages/engine/src/iam';
import { ROOT } from '../../repository';
import { type Bootstrap, bootstrapOf } from './account';
import { isDenied, withEverything } from './asked';
import { fromGit, roleNamed, type Subject, subjectsOf } from './subjects';

jest.setTimeout(120_000);

const environments = loadEnvironments(ROOT);
const bootstraps = new Map<string, Bootstrap>();
const of = (name: string) => bootstraps.get(name)!;

beforeAll(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const environment of environments) bootstraps.set(environment.name, bootstrapOf(environment));
});
afterAll(() => jest.restoreAllMocks());

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const open = (subjects: readonly Subject[], action: string, resource: string, context: Context = {}): string[] =>
  subjects.filter((subject) => !isDenied(subject, action, { resource, context })).map(({ name }) => name);

describe.each(environments.map((environment) => [environment.name, environment] as const))(
  '%s',
  (name, environment) => {
    const { account, region, namePrefix, outputs } = environment;
    const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
    const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
    const all = () => subjectsOf(of(name));

    test('GIVEN three lines in git WHEN the freeze becomes `Allow *` THEN nobody can write it into the policy, nor attach another', () => {
      const policies = [...of(name).policies.keys(), iam(`policy/platform/${namePrefix}platform-spending-freeze`)];
      for (const action of ['CreatePolicy', 'CreatePolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicyVersion'])
        for (const policy of policies)
          expect([action, policy, open(all(), `iam:${action}`, policy)]).toEqual([action, policy, []]);
      const karpenter = iam(`role/platform-bootstrap/${namePrefix}karpenter`);
      const { arn: _, boundary } = of(name).roles.find((role) => role.arn === karpenter)!;
      expect(boundary).toBeDefined();
      const budgets = [...of(name).roles]
        .filter(({ trust }) => JSON.stringify(trust).includes('budgets.amazonaws.com'))
        .map((role) => roleNamed(role.name.slice(namePrefix.length), of(name)));
      expect(budgets).toHaveLength(1);
      for (const policy of [ADMINISTRATOR, iam(`policy/platform/${namePrefix}platform-spending-freeze`)])
        expect(
          open(budgets, 'iam:AttachRolePolicy', karpenter, {
            'iam:PolicyARN': policy,
            'iam:PermissionsBoundary': boundary,
          }),
        ).toEqual([]);
    });

    test('GIVEN a spent budget WHEN a person agrees THEN Budgets attaches the freeze to Karpenter, and to nobody else', () => {
      const budgets = roleNamed('platform-freeze-execution', of(name));
      const freeze = iam(`policy/platform-bootstrap/${namePrefix}platform-freeze`);
      const { boundary } = of(name).roles.find((role) => role.name === `${namePrefix}karpenter`)!;
      const attach = (role: string) =>
        open([budgets], 'iam:AttachRolePolicy', iam(`role/platform-bootstrap/${namePrefix}${role}`), {
          'iam:PolicyARN': freeze,
          'iam:PermissionsBoundary': boundary,
        });
      expect(attach('karpenter')).toEqual([budgets.name]);
      expect(attach('ack-iam-controller')).toEqual([]);
    });

    test('GIVEN `Allow * on *` attached to any role that the cluster uses WHEN it reaches for more THEN its boundary denies it', () => {
      const limitless = all().map(withEverything);
      const cdk = iam(`role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`);
      const cases: [string, string, Context?][] = [
        ['iam:CreateUser', iam('user/mallory')],
        ['iam:CreateAccessKey', iam('user/administrator')],
        ['iam:CreatePolicy', iam('policy/mallory')],
        ['iam:CreateRole', iam(`role/platform/${namePrefix}mallory`), { 'iam:PermissionsBoundary': null }],
        ['iam:CreateRole', iam('role/mallory'), { 'iam:PermissionsBoundary': outputs.permissionsBoundary }],
        ['iam:DeleteRolePermissionsBoundary', iam(`role/platform/${namePrefix}lambda-api-handler`)],
        [
          'iam:PutRolePermissionsBoundary',
          iam(`role/platform/${namePrefix}lambda-api-handler`),
          { 'iam:PermissionsBoundary': ADMINISTRATOR },
        ],
        [
          'iam:PutRolePolicy',
          iam(`role/platform-bootstrap/${namePrefix}karpenter`),
          { 'iam:PermissionsBoundary': outputs.permissionsBoundary },
        ],
        ['iam:UpdateAssumeRolePolicy', iam('role/Administrator'), { 'iam:PermissionsBoundary': null }],
        ['iam:PassRole', iam('role/Administrator'), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
        ['iam:PassRole', cdk, { 'iam:PassedToService': 'cloudformation.amazonaws.com' }],
        ['cloudformation:CreateStack', arn('cloudformation', 'stack/mallory/1')],
        ['sso:CreateAccountAssignment', `arn:aws:sso:::account/${account}`],
        ['lambda:UpdateFunctionCode', arn('lambda', 'function:administration')],
        ['s3:PutObject', `arn:aws:s3:::cdk-hnb659fds-assets-${account}-${region}/poison.zip`],
      ];
      for (const [action, resource, context] of cases)
        expect([action, resource, open(limitless, action, resource, context)]).toEqual([action, resource, []]);
    });

    test('GIVEN what IAM can change WHEN all of its actions are tried outside of the platform’s path THEN the boundary denies each', () => {
      const karpenter = withEverything(roleNamed('karpenter', of(name)));
      const writing = [...iamService('iam')!.actions.values()].filter(
        ({ accessLevel }) => !/Read|List/.test(accessLevel),
      );
      expect(writing.length).toBeGreaterThan(100);
      const allowed = writing.filter(
        (action) =>
          open(
            [karpenter],
            `iam:${action.name}`,
            iam(action.resourceTypes[0] ? `${action.resourceTypes[0].name}/mallory` : 'root'),
          ).length > 0,
      );
      expect(allowed.map((action) => action.name)).toEqual([]);
    });

    test.each([
      's3:PutObject',
      's3:PutBucketPolicy',
      's3:DeleteObject',
      's3:GetObject',
      's3:PutLifecycleConfiguration',
      's3:PutReplicationConfiguration',
    ])('GIVEN the bucket of CDK’s assets WHEN anybody asks for %s THEN it is denied', (action) => {
      for (const place of [region, environment.drRegion]) {
        const bucket = `arn:aws:s3:::cdk-hnb659fds-assets-${account}-${place}`;
        expect(open(all(), action, /Object$/.test(action) ? `${bucket}/asset.zip` : bucket)).toEqual([]);
      }
    });

    test.each([
      'lambda:UpdateFunctionCode',
      'lambda:UpdateFunctionConfiguration',
      'lambda:InvokeFunction',
      'lambda:AddPermission',
      'lambda:PutFunctionConcurrency',
      'lambda:CreateFunctionUrlConfig',
      'lambda:DeleteFunction',
      'lambda:PublishVersion',
      'lambda:CreateAlias',
      'lambda:TagResource',
    ])(
      'GIVEN the function that is cluster admin WHEN anybody asks for %s THEN it is denied, by its name and by its tag',
      (action) => {
        const { functions } = of(name);
        expect(functions.length).toBeGreaterThan(1);
        for (const { arn: resource, stack } of functions) {
          // with the tag alone, and with the name alone
          const tagged = {
            'aws:ResourceTag/aws:cloudformation:stack-name': stack,
            'aws:ResourceTag/Environment': environment.tags['Environment'],
          };
          expect(open(all(), action, arn('lambda', `function:${namePrefix}anything`), tagged)).toEqual([]);
          expect(
            open(all(), action, resource, { 'aws:ResourceTag/Environment': environment.tags['Environment'] }),
          ).toEqual([]);
        }
      },
    );

    test('GIVEN the function that is cluster admin WHEN a mapping would send it messages THEN it is denied', () => {
      for (const { arn: target } of of(name).functions)
        expect(open(all(), 'lambda:CreateEventSourceMapping', '*', { 'lambda:FunctionArn': target })).toEqual([]);
    });

    test.each([
      ['iam:PassRole', { 'iam:PassedToService': null }],
      ['iam:PassRole', { 'iam:PassedToService': 'glue.amazonaws.com' }],
      ['iam:PassRole', { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }],
      ['iam:PassRole', { 'iam:PassedToService': 'cloudformation.amazonaws.com' }],
    ] as const)('GIVEN a role of the platform WHEN %s goes with %j THEN it is denied', (action, context) => {
      expect(open(all(), action, iam(`role/platform/${namePrefix}lambda-api-handler`), context)).toEqual([]);
    });

    test('GIVEN roles of Backup, Budgets and Shield WHEN they are passed on THEN to their own services alone, and nobody changes them', () => {
      for (const [role, service] of [
        ['platform-backup-service', 'backup.amazonaws.com'],
        ['platform-backup-restore', 'backup.amazonaws.com'],
        ['platform-freeze-execution', 'budgets.amazonaws.com'],
      ] as const) {
        const resource = iam(`role/platform-bootstrap/${namePrefix}${role}`);
        const { boundary } = of(name).roles.find((one) => one.arn === resource)!;
        expect(open(all(), 'iam:PassRole', resource, { 'iam:PassedToService': service }).length).toBeGreaterThan(0);
        expect(open(all(), 'iam:PassRole', resource, { 'iam:PassedToService': 'lambda.amazonaws.com' })).toEqual([]);
        for (const action of [
          'iam:PutRolePolicy',
          'iam:AttachRolePolicy',
          'iam:UpdateAssumeRolePolicy',
          'iam:DeleteRole',
        ])
          expect(
            open(all(), action, resource, { 'iam:PermissionsBoundary': boundary, 'iam:PolicyARN': ADMINISTRATOR }),
          ).toEqual([]);
      }
    });

    test('GIVEN the IAM controller WHEN it makes a role as charts write it THEN it may, and only with the boundary and these policies', () => {
      const controller = [roleNamed('ack-iam-controller', of(name))];
      const role = iam(`role/platform/${namePrefix}new`);
      const bounded = { 'iam:PermissionsBoundary': outputs.permissionsBoundary };
      const node = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy' };
      for (const action of [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:UpdateAssumeRolePolicy',
      ]) {
        expect(open(controller, action, role, bounded)).toEqual([`${namePrefix}ack-iam-controller`]);
        for (const boundary of [
          null,
          ADMINISTRATOR,
          iam(`policy/platform-bootstrap/${namePrefix}platform-controllers-boundary`),
        ])
          expect(open(controller, action, role, { 'iam:PermissionsBoundary': boundary })).toEqual([]);
      }
      expect(open(controller, 'iam:AttachRolePolicy', role, { ...bounded, ...node })).toHaveLength(1);
      for (const policy of [
        ADMINISTRATOR,
        'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore',
        'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
        'arn:aws:iam::aws:policy/service-role/AWSShieldDRTAccessPolicy',
        iam(`policy/platform-bootstrap/${namePrefix}platform-controllers-boundary`),
      ])
        expect(open(controller, 'iam:AttachRolePolicy', role, { ...bounded, 'iam:PolicyARN': policy })).toEqual([]);
      expect(open(controller, 'iam:AttachRolePolicy', role, { ...node, 'iam:PermissionsBoundary': null })).toEqual([]);
    });

    describe.each(
      environments
        .filter((other) => other.name !== name && other.account === account)
        .map((other) => [other.name, other] as const),
    )('and its neighbour %s', (_other, neighbour) => {
      const theirs = (resource: string) => resource.replace('NAME', `${neighbour.namePrefix}orders`);
      const tag = { 'aws:ResourceTag/Environment': neighbour.tags['Environment'] };
      const data: [string, string, Context][] = [
        ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:NAME-a1b2c3'), tag],
        ['secretsmanager:PutSecretValue', arn('secretsmanager', 'secret:NAME-a1b2c3'), tag],
        ['s3:GetObject', `arn:aws:s3:::NAME-${account}-${region}/file`, {}],
        ['s3:PutObject', `arn:aws:s3:::NAME-${account}-${region}/file`, {}],
        ['s3:PutBucketPolicy', `arn:aws:s3:::NAME-${account}-${region}`, {}],
        ['dynamodb:Scan', arn('dynamodb', 'table/NAME'), tag],
        ['dynamodb:PutItem', arn('dynamodb', 'table/NAME'), tag],
        ['sqs:ReceiveMessage', arn('sqs', 'NAME'), tag],
        ['kinesis:GetRecords', arn('kinesis', 'stream/NAME'), tag],
        ['lambda:InvokeFunction', arn('lambda', 'function:NAME'), tag],
        ['lambda:UpdateFunctionCode', arn('lambda', 'function:NAME'), tag],
        ['rds:DeleteDBCluster', arn('rds', 'cluster:NAME'), tag],
        ['elasticfilesystem:ClientMount', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0'), tag],
        ['ec2:DeleteSecurityGroup', arn('ec2', 'security-group/sg-0123456789abcdef0'), tag],
        ['kms:Decrypt', neighbour.outputs.keys.data, tag],
        ['eks:CreateAccessEntry', arn('eks', `cluster/${neighbour.outputs.clusterName}`), tag],
        [
          'iam:PutRolePolicy',
          iam(`role/platform-bootstrap/${neighbour.namePrefix}karpenter`),
          { 'iam:PermissionsBoundary': outputs.permissionsBoundary },
        ],
      ];

      test.each(data)(
        'GIVEN %s on %s of the other WHEN anybody here asks for it THEN it is denied',
        (action, resource, context) => {
          expect(open(all(), action, theirs(resource), context)).toEqual([]);
        },
      );

      test('GIVEN the other’s data without its tag WHEN it has a name of its own THEN it is denied all the same', () => {
        // production's names have no prefix: they are all that begins like no environment's
        for (const [action, resource] of data.slice(0, 7))
          expect([action, open([fromGit(of(name))], action, theirs(resource))]).toEqual([action, []]);
      });

      test('GIVEN services’ roles WHEN they act for this environment THEN the other’s data is denied to them', () => {
        for (const role of ['platform-backup-service', 'platform-backup-restore'])
          for (const [action, resource, context] of data.slice(0, 7))
            expect([
              action,
              open([withEverything(roleNamed(role, of(name)))], action, theirs(resource), { ...context, ...tag }),
            ]).toEqual([action, []]);
      });
    });
  },
);

test('GIVEN External Secrets in production WHEN it reads secrets THEN only those with its environment’s tag', () => {
  const reader = [roleNamed('external-secrets', of('production'))];
  const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:database-credentials-a1b2c3';
  const read = (context: Context) => open(reader, 'secretsmanager:GetSecretValue', secret, context);
  expect(read({ 'aws:ResourceTag/Environment': 'production' })).toEqual(['external-secrets']);
  expect(read({ 'aws:ResourceTag/Environment': 'staging' })).toEqual([]);
  expect(read({})).toEqual([]);
});

test('GIVEN every role of every bootstrap that the cluster or a service uses WHEN it is read THEN it has a boundary', () => {
  const bare = [...bootstraps.values()].flatMap(({ roles }) =>
    roles
      .filter(
        ({ trust, boundary }) =>
          !boundary && !/"(?:lambda|eks|vpc-flow-logs)\.amazonaws\.com"/.test(JSON.stringify(trust)),
      )
      .map((role) => role.arn),
  );
  expect(bare).toEqual([]);
});

test('GIVEN every statement that passes roles on WHEN it is read THEN it says to which services', () => {
  const statements = [...bootstraps.values()]
    .flatMap(({ roles }) =>
      roles.flatMap(
        ({ inline }) => inline as { Statement: { Effect: string; Action: unknown; Condition?: object }[] }[],
      ),
    )
    .flatMap(({ Statement }) => [Statement].flat())
    .filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes('iam:PassRole'));
  expect(statements.length).toBeGreaterThan(30);
  for (const { Condition } of statements) expect(JSON.stringify(Condition)).toContain('"iam:PassedToService"');
});
