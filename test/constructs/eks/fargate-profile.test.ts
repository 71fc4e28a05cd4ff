import type { PlatformChart } from '../../../charts/platform-chart';
import { FargateProfile } from '../../../constructs/eks/fargate-profile';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { chart, environment, manifests } from '../scope';
import { logGroup } from './helpers';

const ROLES = 'arn:aws:iam::123456789012:role/platform';

const profile = (scope: PlatformChart, id: string, namespaces: readonly string[]) =>
  new FargateProfile(scope, id, {
    namespaces: namespaces.map((name) => new Namespace(scope, name)),
    logGroup: logGroup(scope),
  });

describe('FargateProfile', () => {
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

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
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
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
