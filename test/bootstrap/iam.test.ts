import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImportList, upstreamOf } from '@aws-platform/engine/imports';
import { actionsOfKind } from '../../bootstrap/iam/actions';
import { boundaryOf } from '../../bootstrap/iam/boundary';
import { type Controller, controllersOf } from '../../bootstrap/iam/controllers';
import { boundaryArn } from '../../bootstrap/iam/names';
import { MAX_INLINE_SIZE, type PolicyStatement, sizeOf } from '../../bootstrap/iam/statement';
import { markdownTable, recommendedFor, rowsOf } from '../../bootstrap/iam/table';
import { ackServices } from '../../bootstrap/iam/tables/ack';
import operations from '../../bootstrap/iam/tables/ack-operations.json';
import { attachablePolicies } from '../../bootstrap/iam/tables/attachable-policies';
import { cloudControlActions } from '../../bootstrap/iam/tables/cloud-control';
import { crossplaneActions } from '../../bootstrap/iam/tables/crossplane';
import { extraPermissions } from '../../bootstrap/iam/tables/extra-permissions';
import { helmControllers } from '../../bootstrap/iam/tables/helm-controllers';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../environments';
import { physicalKeyOf } from '../../packages/engine/src/aws/cloud-control';
import { iamService } from '../../packages/engine/src/aws/iam/data';
import { arnOf, arnPatternOf } from '../../packages/engine/src/aws/physical';
import { globsMeet } from '../../packages/engine/src/iam/globs';
import { kroObjectsIn } from '../../packages/engine/src/kro/objects';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';
import { managedActions } from './privilege/managed-policies';

const environments = loadEnvironments(ROOT);
const [production, staging] = environments as [Environment, Environment];
const manifestsOf = ({ name }: Environment) => readManifests(join(ROOT, 'dist', name));
const inProduction = manifestsOf(production);

const object = (apiVersion: string, kind: string, spec: object, name = 'example'): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'aws' },
  spec,
});
const queue = object('sqs.services.k8s.aws/v1alpha1', 'Queue', { queueName: 'staging-orders' });
const stateMachine = object('sfn.services.k8s.aws/v1alpha1', 'StateMachine', { name: 'orders' });

const names = (manifests: readonly Manifest[], environment = production) =>
  controllersOf(manifests, environment).map(({ name }) => name);
const controller = (manifests: readonly Manifest[], name: string, environment = production): Controller =>
  controllersOf(manifests, environment).find((one) => one.name === name)!;
const allowing = ({ policy }: Controller, action: string): PolicyStatement | undefined =>
  policy.Statement.find(({ Effect, Action }) => Effect === 'Allow' && Action.includes(action));
const allowed = ({ policy }: Controller): string[] =>
  policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);

describe('controllers of dist', () => {
  test('GIVEN a kind of a new service WHEN it is in dist THEN its controller and role are there', () => {
    const before = inProduction.filter((manifest) => physicalKeyOf(manifest) !== physicalKeyOf(stateMachine));
    expect(names(before)).not.toContain('ack-sfn-controller');
    const added = controller([...before, stateMachine], 'ack-sfn-controller');
    expect(added).toMatchObject({ namespace: 'ack-system', serviceAccount: 'ack-sfn-controller' });
    expect(allowed(added)).toEqual(expect.arrayContaining(['states:CreateStateMachine', 'iam:PassRole']));
  });

  test('GIVEN another kind of a service WHEN it is in dist THEN its controller may do what it needs, and nothing else changes', () => {
    const before = controllersOf(inProduction, production);
    const hostedOnly = inProduction.filter((manifest) => physicalKeyOf(manifest) !== 'eks.services.k8s.aws/Nodegroup');
    const without = controllersOf(hostedOnly, production);
    const changed = before.filter(
      ({ policy }, index) => JSON.stringify(policy) !== JSON.stringify(without[index]?.policy),
    );
    expect(changed.map(({ name }) => name)).toEqual(['ack-eks-controller']);
    expect(allowed(controller(hostedOnly, 'ack-eks-controller'))).not.toContain('eks:CreateNodegroup');
    expect(allowed(controller(inProduction, 'ack-eks-controller'))).toContain('eks:CreateNodegroup');
  });

  test('GIVEN the last kind of a service WHEN it leaves dist THEN controller and role are gone', () => {
    const left = inProduction.filter((manifest) => physicalKeyOf(manifest) !== 'sqs.services.k8s.aws/Queue');
    expect(names(inProduction)).toContain('ack-sqs-controller');
    expect(names(left)).not.toContain('ack-sqs-controller');
  });

  test('GIVEN a kind that only a kro graph makes WHEN it is in dist THEN its controller may make it', () => {
    const written = new Set(inProduction.map(physicalKeyOf));
    const wrapped = kroObjectsIn(inProduction).map(({ manifest }) => physicalKeyOf(manifest));
    const only = wrapped.filter((kind) => !written.has(kind));
    expect(only).toContain('cloudfront.services.k8s.aws/Distribution');
    expect(allowed(controller(inProduction, 'ack-cloudfront-controller'))).toContain('cloudfront:CreateDistribution');
  });

  test('GIVEN a name in which kro fills in what AWS tells WHEN policies are made THEN that part may be anything', () => {
    const group = object('cloudwatchlogs.services.k8s.aws/v1alpha1', 'LogGroup', {
      name: '/aws/appsync/apis/${orders.status.atProvider.id}',
    });
    const policy = JSON.stringify(controllersOf([group], staging));
    expect(policy).toContain(':log-group:/aws/appsync/apis/*');
    expect(policy).not.toContain('${');
  });

  test.each([
    ['sqs.services.k8s.aws/v1alpha1', 'Bag', 'sqs.services.k8s.aws/Bag', 'ack-operations.json'],
    ['teleport.services.k8s.aws/v1alpha1', 'Pad', 'teleport.services.k8s.aws/Pad', 'ack-operations.json'],
    ['ec2.aws.m.upbound.io/v1beta1', 'Bag', 'ec2.aws.m.upbound.io/Bag', 'crossplane.ts'],
  ])(
    'GIVEN %s %s, which no table knows WHEN policies are made THEN the message names it and the table',
    (apiVersion, kind, key, table) => {
      expect(() => controllersOf([object(apiVersion, kind, {})], production)).toThrow(key);
      expect(() => controllersOf([object(apiVersion, kind, {})], production)).toThrow(table);
    },
  );

  test('GIVEN a type of Cloud Control that no table knows WHEN policies are made THEN the message names the type', () => {
    const unknown = object('cloudcontrol.aws.m.upbound.io/v1beta1', 'Resource', {
      forProvider: { typeName: 'AWS::Teleport::Pad', desiredState: '{}' },
    });
    expect(() => controllersOf([unknown], production)).toThrow(
      'AWS::Teleport::Pad: dist has it, but bootstrap/iam/tables/cloud-control.ts does not say which IAM actions its controller needs',
    );
  });

  test("GIVEN Kubernetes' own kinds and providers' configuration WHEN policies are made THEN they ask for nothing", () => {
    const config = object('aws.m.upbound.io/v1beta1', 'ClusterProviderConfig', {});
    const family = object('ec2.aws.m.upbound.io/v1beta1', 'ProviderConfig', {});
    expect(names([config, family, object('v1', 'ConfigMap', {})])).toEqual([]);
  });

  test.each(helmControllers.filter(({ isNeeded }) => !isNeeded).map(({ chart, name }) => [chart, name]))(
    'GIVEN an Application with the chart %s WHEN policies are made THEN %s has its role',
    (chart, name) => {
      const application = object('argoproj.io/v1alpha1', 'Application', { source: { chart } });
      const [found] = controllersOf([application], staging);
      expect(found?.name).toBe(name);
      expect(sizeOf(found!.policy)).toBeLessThan(MAX_INLINE_SIZE);
      expect(unknownActions(allowed(found!))).toEqual([]);
    },
  );
});

describe('Karpenter', () => {
  test('GIVEN its instance profiles, which have a path WHEN it looks one up, makes it or deletes it THEN it may, with and without the path', () => {
    const application = object('argoproj.io/v1alpha1', 'Application', { source: { chart: 'karpenter' } });
    const karpenter = controller([application], 'karpenter');
    for (const action of ['GetInstanceProfile', 'CreateInstanceProfile', 'DeleteInstanceProfile'])
      expect(allowing(karpenter, `iam:${action}`)?.Resource).toEqual([
        'arn:aws:iam::123456789012:instance-profile/karpenter/us-east-1/production-eks-cluster/*',
        'arn:aws:iam::123456789012:instance-profile/production-eks-cluster_*',
      ]);
  });
});

describe('policies', () => {
  const everyKind = [
    ...Object.entries(ackServices).flatMap(([service, { kinds }]) =>
      Object.keys(kinds).map((kind) => `${service}.services.k8s.aws/${kind}`),
    ),
    ...Object.keys(crossplaneActions),
    ...Object.keys(cloudControlActions),
  ];

  test.each(everyKind)('GIVEN %s WHEN its actions are spelt out THEN IAM knows each', (kind) => {
    const actions = actionsOfKind(kind);
    expect(actions.length).toBeGreaterThan(0);
    expect(unknownActions(actions)).toEqual([]);
  });

  test('GIVEN what kinds need beside their calls WHEN the kinds are looked up THEN a table has each', () => {
    for (const [kind, { actions = '' }] of Object.entries(extraPermissions)) {
      expect(actionsOfKind(kind).length).toBeGreaterThan(0);
      expect(actions).not.toContain('*');
    }
  });

  test('GIVEN every kind of AWS that cdk8s.yaml imports WHEN its actions are asked for THEN a table has them', () => {
    const known = [...everyKind, 'cloudcontrol.aws.m.upbound.io/Resource'].map((kind) => kind.toLowerCase());
    const imported = [
      ...readFileSync(join(ROOT, 'cdk8s.yaml'), 'utf8').matchAll(
        /\/([a-z0-9]+\.(?:services\.k8s\.aws|aws\.m\.upbound\.io))_([a-z0-9]+)\.yaml/g,
      ),
    ].map(([, group = '', plural = '']) => ({ group, plural }));
    expect(imported.length).toBeGreaterThan(100);
    const unknown = imported.filter(
      ({ group, plural }) => !singularsOf(plural).some((kind) => known.includes(`${group}/${kind}`)),
    );
    expect(unknown).toEqual([]);
  });

  test.each(environments.map((environment) => [environment.name, environment] as const))(
    'GIVEN %s WHEN an object’s name is known THEN its controller’s policy reaches it',
    (_name, environment) => {
      const manifests = manifestsOf(environment);
      const policies = controllersOf(manifests, environment);
      const all = [...manifests, ...kroObjectsIn(manifests).map(({ manifest }) => manifest)];
      const beyond = all.flatMap((manifest) => {
        const arn = arnOf(manifest, environment) ?? arnPatternOf(manifest, environment);
        const own = policies.find(({ kinds }) => kinds.includes(physicalKeyOf(manifest)));
        if (!arn || !own) return [];
        const reached = own.policy.Statement.filter(({ Effect }) => Effect === 'Allow')
          .flatMap(({ Resource }) => Resource)
          .some((resource) => resource !== '*' && globsMeet(resource, arn));
        return reached ? [] : [arn];
      });
      expect(beyond).toEqual([]);
    },
  );

  test('GIVEN staging WHEN the queue controller acts THEN only on names with its prefix, and never on what another environment has tagged', () => {
    const { policy } = controller([queue], 'ack-sqs-controller', staging);
    expect(policy.Statement.map(({ Effect, Resource }) => [Effect, Resource])).toEqual([
      ['Allow', ['arn:aws:sqs:us-east-1:123456789012:staging-*']],
      ['Deny', ['*']],
    ]);
    expect(policy.Statement[1]?.Condition).toEqual({
      StringNotEquals: { 'aws:ResourceTag/Environment': 'staging' },
      Null: { 'aws:ResourceTag/Environment': 'false' },
    });
  });

  test('GIVEN names that something else decides WHEN policies are made THEN they stand in them whole', () => {
    const logs = controller(manifestsOf(staging), 'ack-cloudwatchlogs-controller', staging);
    expect(allowing(logs, 'logs:CreateLogGroup')?.Resource).toEqual(
      expect.arrayContaining([
        'arn:aws:logs:us-east-1:123456789012:log-group:staging-*',
        'arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-staging-platform-regional',
      ]),
    );
  });

  test('GIVEN a role whose name AWS fixes WHEN a service must look at it THEN its controller may', () => {
    const instance = object('dms.aws.m.upbound.io/v1beta1', 'ReplicationInstance', { forProvider: {} });
    const looks = allowing(controller([instance], 'provider-aws-dms', staging), 'iam:GetRole');
    expect(looks?.Resource).toEqual(
      expect.arrayContaining([
        'arn:aws:iam::123456789012:role/dms-vpc-role',
        'arn:aws:iam::123456789012:role/platform/staging-*',
      ]),
    );
  });

  test('GIVEN an action that IAM cannot limit WHEN it is allowed THEN at least only in the regions of the objects', () => {
    const groups = controller(inProduction, 'ack-ec2-controller');
    expect(allowing(groups, 'ec2:DescribeSecurityGroups')).toMatchObject({
      Resource: ['*'],
      Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } },
    });
  });

  test('GIVEN one action that tags every type of a service WHEN it is allowed THEN only for the types in use', () => {
    const logs = controller(inProduction, 'ack-cloudwatchlogs-controller');
    expect(allowing(logs, 'logs:UntagResource')?.Resource.join()).not.toContain('anomaly-detector');
  });

  test('GIVEN an environment without its tag WHEN policies are made THEN the message says what is missing', () => {
    expect(() => controllersOf([queue], { ...staging, tags: {} })).toThrow("tags: 'Environment' is missing");
  });

  test('GIVEN a role that is handed on WHEN it is passed THEN only one of the platform’s, to the services of the kinds', () => {
    expect(allowing(controller([stateMachine], 'ack-sfn-controller', staging), 'iam:PassRole')).toMatchObject({
      Resource: ['arn:aws:iam::123456789012:role/platform/staging-*'],
      Condition: { StringEquals: { 'iam:PassedToService': ['states.amazonaws.com'] } },
    });
  });

  test('GIVEN a policy that grows too long WHEN it is made THEN the message says by how much', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      object(
        'cloudwatchlogs.services.k8s.aws/v1alpha1',
        'LogGroup',
        { name: `/aws/elsewhere/number-${index}` },
        `n${index}`,
      ),
    );
    expect(() => controllersOf(many, staging)).toThrow(
      /ack-cloudwatchlogs-controller: its policy has \d+ characters, at most 10240/,
    );
  });
});

describe('the boundary', () => {
  const roles = controller(inProduction, 'ack-iam-controller');

  test('GIVEN the IAM controller WHEN it writes permissions THEN only into roles with the boundary, which it cannot take away', () => {
    for (const action of [
      'iam:CreateRole',
      'iam:DeleteRolePolicy',
      'iam:PutRolePermissionsBoundary',
      'iam:PutRolePolicy',
      'iam:UpdateAssumeRolePolicy',
    ])
      expect(allowing(roles, action)?.Condition).toEqual({
        ArnEquals: { 'iam:PermissionsBoundary': boundaryArn(production) },
      });
    expect(allowed(roles)).not.toContain('iam:DeleteRolePermissionsBoundary');
  });

  test('GIVEN the IAM controller WHEN it attaches a policy THEN only one that dist has, and touches no controller’s role', () => {
    const attached = allowing(roles, 'iam:AttachRolePolicy');
    expect(attached?.Condition?.['ArnEquals']?.['iam:PolicyARN']).not.toContain(
      'arn:aws:iam::aws:policy/AdministratorAccess',
    );
    expect(attached?.Condition?.['ArnEquals']?.['iam:PolicyARN']).toContain(
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
    );
    expect(
      globsMeet(attached!.Resource[0]!, 'arn:aws:iam::123456789012:role/platform-bootstrap/ack-iam-controller'),
    ).toBe(false);
  });

  test('GIVEN the EKS controller WHEN it makes access entries THEN only of the types in dist, without access policies', () => {
    const eks = controller(inProduction, 'ack-eks-controller');
    expect(allowing(eks, 'eks:CreateAccessEntry')?.Condition).toEqual({
      StringEquals: { 'eks:accessEntryType': ['EC2_LINUX'] },
    });
    expect(allowed(eks)).not.toContain('eks:AssociateAccessPolicy');
  });

  const role = (policy: object, policies?: string[]) =>
    object('iam.services.k8s.aws/v1alpha1', 'Role', {
      inlinePolicies: { own: JSON.stringify({ Version: '2012-10-17', Statement: [policy] }) },
      ...(policies && { policies }),
    });

  test('GIVEN roles in dist WHEN the boundary is made THEN it has exactly the actions that they write, on the environment’s names', () => {
    const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/staging-orders';
    const allows = boundaryOf(
      [
        role({ Effect: 'Allow', Action: ['xray:PutTraceSegments'], Resource: '*' }),
        role({ Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: table }),
        role({ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }),
      ],
      staging,
    ).Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allows).toEqual([
      { Sid: 'Anywhere', Effect: 'Allow', Action: ['xray:PutTraceSegments'], Resource: ['*'] },
      {
        Sid: 'OwnNames',
        Effect: 'Allow',
        Action: ['dynamodb:GetItem'],
        Resource: ['arn:aws:dynamodb:*:123456789012:table/staging-*'],
      },
    ]);
  });

  test('GIVEN a name that something else decides WHEN the boundary is made THEN it stands in it whole', () => {
    const identity = 'arn:aws:ses:us-east-1:123456789012:identity/company.com';
    const [own] = boundaryOf(
      [role({ Effect: 'Allow', Action: 'ses:SendEmail', Resource: identity })],
      staging,
    ).Statement;
    expect(own?.Resource).toEqual([identity]);
  });

  test.each([
    [
      'iam:AttachRolePolicy',
      'Role example allows iam:AttachRolePolicy: no role in dist may change or become another one',
    ],
    ['sts:AssumeRole', 'Role example allows sts:AssumeRole: no role in dist'],
  ])(
    'GIVEN a role in dist with %s WHEN the boundary is made THEN the message says where such roles are made',
    (action, message) => {
      expect(() => boundaryOf([role({ Effect: 'Allow', Action: action, Resource: '*' })], staging)).toThrow(message);
    },
  );

  test('GIVEN a policy of AWS’s that may reach data WHEN a role in dist has it THEN the message says which are allowed', () => {
    const policy = 'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore';
    expect(() =>
      boundaryOf([role({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }, [policy])], staging),
    ).toThrow(
      /AWSBackupServiceRolePolicyForS3Restore: a role in dist has it, .*allowed are .*AmazonEKSWorkerNodePolicy/,
    );
  });

  const attachable = Object.entries(attachablePolicies).map(
    ([name, { statements }]) => [name, statements(staging).flatMap(({ Action }) => Action)] as const,
  );

  test.each([...attachable, ...Object.entries(managedActions)])(
    'GIVEN %s WHEN its actions are spelt out THEN IAM knows each',
    (_name, actions) => {
      expect(actions.length).toBeGreaterThan(0);
      expect(unknownActions(actions)).toEqual([]);
    },
  );

  test('GIVEN policies of AWS’s on roles of dist and of the bootstrap WHEN both tables have one THEN its actions are the same', () => {
    const both = attachable.filter(([name]) => managedActions[name]);
    expect(both.map(([name]) => name)).toEqual(['AmazonEC2ContainerRegistryPullOnly', 'AmazonEKSWorkerNodePolicy']);
    for (const [name, actions] of both) expect([name, [...actions].sort()]).toEqual([name, managedActions[name]]);
  });

  test.each([
    object('iam.services.k8s.aws/v1alpha1', 'Policy', {}),
    object('iam.services.k8s.aws/v1alpha1', 'User', {}),
    object('iam.services.k8s.aws/v1alpha1', 'Group', {}),
    object('cloudcontrol.aws.m.upbound.io/v1beta1', 'Resource', {
      forProvider: { typeName: 'AWS::IAM::ManagedPolicy', desiredState: '{}' },
    }),
  ])('GIVEN %j in dist WHEN policies are made THEN the message says that no controller may make it', (manifest) => {
    expect(() => controllersOf([manifest], staging)).toThrow(
      'dist has it, but no controller may make policies, users, groups or providers',
    );
  });

  test.each(environments.map((environment) => [environment.name, environment] as const))(
    'GIVEN %s WHEN its roles are read THEN each has the boundary, and its outputs name it',
    (_name, environment) => {
      expect(environment.outputs.permissionsBoundary).toBe(boundaryArn(environment));
      const manifests = manifestsOf(environment);
      const written = [...manifests, ...kroObjectsIn(manifests).map(({ manifest }) => manifest)]
        .filter((manifest) => physicalKeyOf(manifest) === 'iam.services.k8s.aws/Role')
        .map(({ spec }) => spec as { permissionsBoundary?: string });
      expect(written.length).toBeGreaterThan(0);
      for (const { permissionsBoundary } of written) expect(permissionsBoundary).toBe(boundaryArn(environment));
    },
  );
});

describe('the table', () => {
  test('GIVEN recommended policies WHEN wildcards are spelt out THEN they allow more than what dist needs', () => {
    expect(recommendedFor('sqs')).toBe(iamService('sqs')?.actions.size);
    // all but IAM, Organizations and Account
    expect(recommendedFor('applicationautoscaling')).toBeGreaterThan(10_000);
    for (const { controller: name, actions, recommended } of rowsOf(controllersOf(inProduction, production)))
      if (recommended !== undefined) expect([name, actions.length <= recommended]).toEqual([name, true]);
  });

  test('GIVEN docs/controllers-iam.md WHEN it is made again THEN it is the same (npm run docs)', () => {
    const page = `${markdownTable(rowsOf(controllersOf(inProduction, production)), 'production')}\n`;
    expect(readFileSync(join(ROOT, 'docs', 'controllers-iam.md'), 'utf8')).toBe(page);
  });
});

function unknownActions(actions: readonly string[]): string[] {
  return actions.filter((action) => {
    const [prefix = '', name = ''] = action.split(':');
    return !iamService(prefix)?.actions.has(name.toLowerCase());
  });
}

function singularsOf(plural: string): string[] {
  return [plural.replace(/s$/, ''), plural.replace(/es$/, ''), plural.replace(/ies$/, 'y'), plural];
}

test("GIVEN ACK's operations WHEN their releases are compared THEN they are those of the controllers that cdk8s.yaml imports", () => {
  const imported = new Map(
    readImportList(ROOT).flatMap((url) => {
      const { repository, ref } = upstreamOf(url);
      const service = /^aws-controllers-k8s\/([a-z0-9]+)-controller$/.exec(repository)?.[1];
      return service === undefined ? [] : [[service, ref] as const];
    }),
  );
  const read = Object.entries(operations.services).filter(([service]) => imported.has(service));
  expect(read.length).toBeGreaterThan(20);
  expect(Object.fromEntries(read.map(([service, { ref }]) => [service, ref]))).toEqual(
    Object.fromEntries(read.map(([service]) => [service, imported.get(service)])),
  );
});
