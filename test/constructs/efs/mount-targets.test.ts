import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { MountTargets } from '../../../constructs/efs/mount-targets';
import { chart, wired } from '../scope';
import { fileSystem } from './helpers';

const group = (scope: PlatformChart) => new SecurityGroup(scope, 'efs', { description: 'Mount targets' });
const mountTargets = (scope: PlatformChart, subnetIds: Record<string, string | undefined>) =>
  new MountTargets(scope, 'shared-in', { fileSystem: fileSystem(scope), subnetIds, securityGroup: group(scope) });

describe('MountTargets', () => {
  test('GIVEN a subnet of each zone WHEN it is mounted there THEN each has its own target, with the file system by reference', () => {
    const scope = chart();
    mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': 'subnet-2' });
    expect(wired(scope)['MountTarget shared-in-us-east-1b']!.spec).toEqual({
      fileSystemRef: { from: { name: 'shared' } },
      subnetID: 'subnet-2',
      securityGroupRefs: [{ from: { name: 'efs' } }],
    });
    expect(wired(scope)['MountTarget shared-in-us-east-1a']!.spec).toMatchObject({ subnetID: 'subnet-1' });
  });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'two mount targets in a subnet',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': 'subnet-1' }),
      'production/test/chart/shared-in: us-east-1b has the subnet of us-east-1a, only one mount target in an availability zone',
    ],
    [
      'a zone of another region',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-west-2a': 'subnet-2' }),
      "availability zone 'us-west-2a' (10 characters) is not allowed, only those of us-east-1",
    ],
    [
      'a zone without a subnet',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': undefined }),
      'us-east-1b has no subnet, one is needed',
    ],
    [
      'mount targets in one zone',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1' }),
      '1 availability zones, at least two are needed',
    ],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
