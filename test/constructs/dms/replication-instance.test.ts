import type { DmsReplicationInstanceProps } from '../../../constructs/dms/replication-instance';
import { chart, environment, wired } from '../scope';
import { endpoint, instance, SUBNETS, task } from './helpers';

describe('DmsReplicationInstance', () => {
  test('GIVEN an instance WHEN it is made THEN it is encrypted, in its subnets and groups, and nowhere public', () => {
    const scope = chart({ namePrefix: 'staging-' });
    instance(scope, { multiAz: true });
    const all = wired(scope);
    expect(all['ReplicationInstance replication']!.metadata.annotations).toEqual({
      'crossplane.io/external-name': 'staging-replication',
    });
    expect(all['ReplicationInstance replication']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      replicationInstanceClass: 'dms.t3.small',
      allocatedStorage: 50,
      multiAz: true,
      engineVersion: '3.6.1',
      autoMinorVersionUpgrade: false,
      applyImmediately: true,
      publiclyAccessible: false,
      kmsKeyArn: environment().outputs.keys.data,
      replicationSubnetGroupIdRef: { name: 'replication' },
      vpcSecurityGroupIds: ['${replicationGroup.status.id}'],
      tags: environment().tags,
    });
    expect(all['ReplicationSubnetGroup replication']!.spec['forProvider']).toMatchObject({ subnetIds: SUBNETS });
  });

  test('GIVEN an instance WHEN it is made THEN the log group that DMS will write to has a key and an end', () => {
    const scope = chart({ namePrefix: 'staging-' });
    instance(scope);
    expect(wired(scope)['LogGroup replication']!.spec).toMatchObject({
      name: 'dms-tasks-staging-replication',
      retentionDays: 14,
      kmsKeyID: environment().outputs.keys.logs,
    });
  });

  test.each<[string, Partial<DmsReplicationInstanceProps>, string]>([
    [
      "another service's class",
      { instanceClass: 'db.t3.small' },
      "instanceClass 'db.t3.small' is not allowed, DMS has dms.<family>.<size> of t3, c5, c6i, c7i, r5, r6i, r7i",
    ],
    [
      'a family that DMS lacks',
      { instanceClass: 'dms.m7g.large' },
      "instanceClass 'dms.m7g.large' is not allowed, DMS has",
    ],
    [
      'a size that the family lacks',
      { instanceClass: 'dms.t3.2xlarge' },
      "instanceClass 'dms.t3.2xlarge' is not allowed, dms.t3 has micro, small, medium, large",
    ],
    ['4 GiB', { storageGib: 4 }, 'storageGib is 4 GiB, a whole number from 5 to 6144 GiB is allowed'],
    ['6,145 GiB', { storageGib: 6_145 }, 'storageGib is 6145 GiB, a whole number from 5 to 6144 GiB is allowed'],
    [
      'one subnet',
      { subnetIds: ['subnet-1', 'subnet-1'] },
      'subnetIds has 1 subnets, at least 2 in different availability zones are needed',
    ],
    [
      'half a version',
      { engineVersion: '3.6' },
      "engineVersion '3.6' (3 characters) is not allowed, only a version such as 3.6.1",
    ],
    ['a long description', { description: 'a'.repeat(256) }, 'description has 256 characters, at most 255 are allowed'],
  ])('GIVEN %s WHEN an instance is made THEN it is refused', (_, change, message) => {
    expect(() => instance(chart(), change)).toThrow(message);
  });

  test.each(['1st', 'two--hyphens', 'ends-', 'Upper', 'under_score'])(
    'GIVEN the identifier %s WHEN an instance, an endpoint or a task is made THEN it is refused',
    (id) => {
      const allowed = 'lower-case letters, digits and single hyphens between them, a letter first';
      expect(() => instance(chart(), {}, id)).toThrow(`instance identifier '${id}'`);
      expect(() => endpoint(chart(), id)).toThrow(allowed);
      expect(() => task(chart(), {}, id)).toThrow(allowed);
    },
  );

  test('GIVEN an identifier of 64 characters WHEN an instance is made THEN it is refused', () => {
    expect(() => instance(chart(), {}, 'a'.repeat(64))).toThrow(
      'instance identifier has 64 characters, at most 63 are allowed',
    );
  });
});
