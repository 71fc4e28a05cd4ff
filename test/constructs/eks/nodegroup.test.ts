import type { PlatformChart } from '../../../charts/platform-chart';
import { LaunchTemplate } from '../../../constructs/ec2/launch-template';
import { NodeRole } from '../../../constructs/eks/node-role';
import { NodeGroup, type NodeGroupProps } from '../../../constructs/eks/nodegroup';
import { chart, environment, manifests } from '../scope';

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
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
