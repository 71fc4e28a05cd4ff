import { Size } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { LaunchTemplate } from '../../constructs/ec2/launch-template';
import { NodeAccess } from '../../constructs/eks/access-entry';
import { FargateLogging } from '../../constructs/eks/fargate-logging';
import { FargateProfile } from '../../constructs/eks/fargate-profile';
import { IrsaServiceAccount } from '../../constructs/eks/irsa-service-account';
import { NodeRole } from '../../constructs/eks/node-role';
import { NodeGroup, type NodeGroupProps } from '../../constructs/eks/nodegroup';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { chart, environment, manifests } from './scope';

const ROLES = 'arn:aws:iam::123456789012:role/platform';

const group = (scope: PlatformChart, change: Partial<NodeGroupProps> = {}, id = 'spot') =>
  new NodeGroup(scope, id, {
    capacityType: 'SPOT',
    instanceTypes: ['m5.large', 'c5.large'],
    launchTemplate: new LaunchTemplate(scope, 'template', { version: 3 }),
    role: new NodeRole(scope, 'role', 'Nodes'),
    minSize: 0,
    maxSize: 20,
    desiredSize: 5,
    ...change,
  });

const logGroup = (scope: PlatformChart) =>
  new LogGroup(scope, 'pods', { awsPrefix: '/aws/eks/production-eks-cluster/', retentionDays: 30 });

const profile = (scope: PlatformChart, id: string, namespaces: readonly string[]) =>
  new FargateProfile(scope, id, {
    namespaces: namespaces.map((name) => new Namespace(scope, name)),
    logGroup: logGroup(scope),
  });

describe('NodeGroup', () => {
  test('GIVEN a node group WHEN it is made THEN it is in the private subnets, and the autoscaler decides its size', () => {
    const scope = chart();
    group(scope);
    const { metadata, spec } = manifests(scope)['spot']!;
    expect(metadata.annotations).toEqual({
      'eks.services.k8s.aws/desired-size-managed-by': 'external-autoscaler',
      'services.k8s.aws/region': 'us-east-1',
    });
    expect(spec).toMatchObject({
      name: 'spot',
      clusterName: 'production-eks-cluster',
      amiType: 'AL2023_x86_64_STANDARD',
      nodeRole: `${ROLES}/role`,
      subnets: environment().outputs.privateSubnetIds,
      scalingConfig: { minSize: 0, maxSize: 20, desiredSize: 5 },
    });
  });

  test('GIVEN a launch template WHEN a group uses it THEN it does by name and version, and AWS gets the prefix in both', () => {
    const scope = chart({ namePrefix: 'staging-' });
    group(scope);
    const all = manifests(scope);
    expect(all['template']!.spec).toMatchObject({ name: 'staging-template', defaultVersion: 3 });
    expect(all['spot']!.spec['launchTemplate']).toEqual({ name: 'staging-template', version: '3' });
  });
});

describe('LaunchTemplate', () => {
  test('GIVEN only a name WHEN it is made THEN volumes are encrypted with our key, metadata is IMDSv2, and it has nothing that EKS refuses', () => {
    const scope = chart();
    new LaunchTemplate(scope, 'template');
    const data = manifests(scope)['template']!.spec['data'] as Record<string, unknown>;
    expect(data['blockDeviceMappings']).toEqual([
      {
        deviceName: '/dev/xvda',
        ebs: {
          volumeType: 'gp3',
          volumeSize: 50,
          encrypted: true,
          kmsKeyID: environment().outputs.keys.storage,
          deleteOnTermination: true,
        },
      },
    ]);
    expect(data['metadataOptions']).toEqual({ httpTokens: 'required', httpPutResponseHopLimit: 1 });
    expect(Object.keys(data).sort()).toEqual(['blockDeviceMappings', 'metadataOptions', 'tagSpecifications']);
  });
});

describe('FargateProfile and NodeAccess', () => {
  test("GIVEN a profile WHEN it is made THEN only the cluster's profiles may assume its role", () => {
    const scope = chart();
    profile(scope, 'serverless', ['fargate']);
    const { serverless, 'serverless-pod-execution': role } = manifests(scope);
    expect(serverless!.spec).toMatchObject({
      podExecutionRoleARN: `${ROLES}/serverless-pod-execution`,
      selectors: [{ namespace: 'fargate' }],
      subnets: environment().outputs.privateSubnetIds,
    });
    expect(JSON.parse(String(role!.spec['assumeRolePolicyDocument'])).Statement[0]).toMatchObject({
      Principal: { Service: 'eks-fargate-pods.amazonaws.com' },
      Condition: {
        ArnLike: {
          'aws:SourceArn': 'arn:aws:eks:us-east-1:123456789012:fargateprofile/production-eks-cluster/*',
        },
      },
    });
    expect(role!.spec['policies']).toEqual(['arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy']);
    const { 'write-logs': writeLogs } = role!.spec['inlinePolicies'] as Record<string, string>;
    expect(JSON.parse(String(writeLogs)).Statement).toEqual([
      {
        Sid: 'WriteLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/eks/production-eks-cluster/pods:*',
      },
    ]);
  });

  test('GIVEN a service account WHEN it is made THEN only its own Pods may assume its role, by the identity provider', () => {
    const scope = chart();
    const { oidcIssuer } = scope.environment.outputs;
    const issuer = oidcIssuer.slice('https://'.length);
    new IrsaServiceAccount(scope, 'worker', {
      namespace: new Namespace(scope, 'batch'),
      description: 'Works',
      policies: {},
    });
    const { 'batch-worker': role, worker: account } = manifests(scope);
    expect(account!.metadata).toMatchObject({
      namespace: 'batch',
      annotations: { 'eks.amazonaws.com/role-arn': `${ROLES}/batch-worker` },
    });
    expect(JSON.parse(String(role!.spec['assumeRolePolicyDocument'])).Statement).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: 'sts.amazonaws.com',
            [`${issuer}:sub`]: 'system:serviceaccount:batch:worker',
          },
        },
      },
    ]);
  });

  test('GIVEN a log group WHEN Fargate is to log there THEN the router finds its configuration by the names that AWS fixes', () => {
    const scope = chart();
    new FargateLogging(scope, 'logging', logGroup(scope));
    const { 'aws-logging': config, 'aws-observability': namespace } = manifests(scope);
    expect(namespace!.metadata.labels).toMatchObject({ 'aws-observability': 'enabled' });
    expect(config!.metadata.namespace).toBe('aws-observability');
    const { data } = config as unknown as { data: Record<string, string> };
    expect(Object.keys(data)).toEqual(['filters.conf', 'output.conf', 'parsers.conf']);
    expect(data['output.conf']).toContain('    log_group_name /aws/eks/production-eks-cluster/pods\n');
  });

  test('GIVEN a role WHEN its instances get access THEN it is as Linux nodes, whose groups EKS fixes', () => {
    const scope = chart();
    new NodeAccess(scope, 'node', new NodeRole(scope, 'role', 'Nodes'));
    expect(manifests(scope)['node']!.spec).toEqual({
      clusterName: 'production-eks-cluster',
      principalARN: `${ROLES}/role`,
      type: 'EC2_LINUX',
      tags: { Environment: 'production', Owner: 'platform-team' },
    });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const long = 'n'.repeat(64);
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a node group name of 64 characters',
      (scope) => group(scope, {}, long),
      `production/test/chart/${long}: node group name '${long}' (64 characters) is not allowed, only at most 63`,
    ],
    ['a node group name with a hyphen first', (scope) => group(scope, {}, '-spot'), 'a letter or digit first'],
    [
      'no instance type',
      (scope) => group(scope, { instanceTypes: [] }),
      'instanceTypes is 0, a whole number from 1 to 20 is allowed',
    ],
    ['21 instance types', (scope) => group(scope, { instanceTypes: Array(21).fill('m5.large') }), 'from 1 to 20'],
    ['no node at most', (scope) => group(scope, { maxSize: 0 }), 'maxSize is 0 nodes'],
    ['a minimum over the maximum', (scope) => group(scope, { minSize: 21 }), 'from 0 to 20 nodes'],
    [
      'a desired size under the minimum',
      (scope) => group(scope, { minSize: 3, desiredSize: 2 }),
      'desiredSize is 2 nodes, a whole number from 3 to 20 nodes is allowed',
    ],
    ['an update of no node', (scope) => group(scope, { maxUnavailablePercentage: 0 }), 'from 1 to 100 %'],
    ['a label of 64 characters', (scope) => group(scope, { labels: { [long]: 'a' } }), '1 to 63 characters'],
    ['an empty label', (scope) => group(scope, { labels: { a: '' } }), "label a '' (0 characters)"],
    [
      'a taint value of 64 characters',
      (scope) => group(scope, { taints: [{ key: 'a', value: long, effect: 'NO_SCHEDULE' }] }),
      'taint a has 64 characters, at most 63 are allowed',
    ],
    ['a template name of two letters', (scope) => new LaunchTemplate(scope, 'ab'), '3 to 128 letters'],
    ['a template name with a space', (scope) => new LaunchTemplate(scope, 'a b c'), '3 to 128 letters'],
    ['version 0', (scope) => new LaunchTemplate(scope, 'template', { version: 0 }), 'from 1 to 10000'],
    [
      'a volume of 65 TiB',
      (scope) => new LaunchTemplate(scope, 'template', { volumeSize: Size.tebibytes(65) }),
      'volumeSize is 66560 GiB, a whole number from 1 to 65536 GiB is allowed',
    ],
    ["a profile name that begins as AWS's own", (scope) => profile(scope, 'eks-pods', ['fargate']), 'not eks- first'],
    [
      'a profile without a namespace',
      (scope) => profile(scope, 'serverless', []),
      'namespaces is 0, a whole number from 1 to 5 is allowed',
    ],
    [
      'a profile of six namespaces',
      (scope) => profile(scope, 'serverless', ['a', 'b', 'c', 'd', 'e', 'f']),
      'from 1 to 5',
    ],
    ['a log group with a space', (scope) => new LogGroup(scope, 'a b', { retentionDays: 30 }), '512 letters, digits'],
    ['a role name of 65 characters', (scope) => new NodeRole(scope, `${long}n`, 'Nodes'), 'at most 64 letters'],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
