import type { PlatformChart } from '../../../charts/platform-chart';
import type { DaxClusterProps } from '../../../constructs/dax/cluster';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests, wired } from '../scope';
import { dax, TABLE } from './helpers';

describe('DaxCluster', () => {
  test('GIVEN a cluster WHEN it is made THEN it is encrypted, kept, and waits for its security group and its groups', () => {
    const scope = chart({ namePrefix: 'staging-' });
    dax(scope);
    const { metadata, spec } = wired(scope)['Cluster tables']!;
    expect(metadata.annotations!['crossplane.io/external-name']).toBe('staging-tables');
    expect(spec['managementPolicies']).not.toContain('Delete');
    expect(spec['forProvider']).toEqual({
      region: 'us-east-1',
      description: 'A cache',
      nodeType: 'dax.r5.large',
      replicationFactor: 3,
      iamRoleArn: 'arn:aws:iam::123456789012:role/platform/staging-tables-dax',
      clusterEndpointEncryptionType: 'TLS',
      serverSideEncryption: { enabled: true },
      parameterGroupName: '${tablesParameters.status.atProvider.id}',
      subnetGroupName: '${tablesSubnets.status.atProvider.id}',
      securityGroupIds: ['${cache.status.id}'],
      maintenanceWindow: 'sun:06:00-sun:07:00',
      notificationTopicArn: 'arn:aws:sns:us-east-1:123456789012:staging-events',
      tags: { Environment: 'production', Owner: 'platform-team', Backup: 'platform' },
    });
  });

  test('GIVEN tables WHEN its role is made THEN DAX may use them and decrypt them, and nothing else', () => {
    const scope = chart();
    dax(scope);
    const { assumeRolePolicyDocument, inlinePolicies } = manifests(scope)['tables-dax']!.spec as {
      assumeRolePolicyDocument: string;
      inlinePolicies: Record<string, string>;
    };
    expect(JSON.parse(assumeRolePolicyDocument).Statement[0].Principal).toEqual({ Service: 'dax.amazonaws.com' });
    const [items, decrypt] = JSON.parse(inlinePolicies['tables']!).Statement;
    expect(items.Resource).toBe(TABLE);
    expect(items.Action).toHaveLength(10);
    expect(decrypt).toMatchObject({ Action: 'kms:Decrypt', Resource: scope.environment.outputs.keys.data });
  });

  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  type Case = [string, (scope: PlatformChart) => unknown, string];
  const badDax = (what: string, change: Partial<DaxClusterProps>, message: string): Case => [
    what,
    (scope) => dax(scope, change),
    at('tables', message),
  ];
  const cases: Case[] = [
    badDax('no node', { nodes: 0 }, 'nodes is 0, a whole number from 1 to 11 is allowed'),
    badDax('12 nodes', { nodes: 12 }, 'nodes is 12, a whole number from 1 to 11 is allowed'),
    badDax(
      'nodes in one zone',
      { subnetIds: ['subnet-0ea86cf15727bdc42'] },
      '3 nodes want subnets in two availability zones, subnetIds has 1',
    ),
    badDax('no tables', { tableArns: [] }, 'tableArns is empty, at least one table is needed'),
    badDax(
      "ElastiCache's node type",
      { nodeType: 'cache.r5.large' },
      "nodeType 'cache.r5.large' is not offered, allowed are dax. and one of r4, r5, r7i, t2, t3",
    ),
    badDax(
      'a size that its family does not have',
      { nodeType: 'dax.t3.large' },
      "nodeType 'dax.t3.large' is not offered, allowed are dax.t3.small, dax.t3.medium",
    ),
    badDax(
      'a maintenance window of no length',
      { maintenanceWindow: 'sun:06:00-sun:06:00' },
      'maintenanceWindow sun:06:00-sun:06:00 is 0 minutes long, at least 60 are required',
    ),
    badDax(
      'a maintenance window with a long day',
      { maintenanceWindow: 'sunday:06:00-sunday:07:00' },
      "maintenanceWindow 'sunday:06:00-sunday:07:00' is not allowed, only a range in UTC such as",
    ),
    [
      'a name of 21 characters',
      (scope) => dax(scope, {}, 'd'.repeat(21)),
      at('d'.repeat(21), `cluster name '${'d'.repeat(21)}' (21 characters) is not allowed, only at most 20`),
    ],
    [
      'a name that its prefix makes too long',
      () => dax(chart({ namePrefix: 'development-' }), {}, 'platform-tables'),
      at('platform-tables', "cluster name 'development-platform-tables' (27 characters) is not allowed"),
    ],
    [
      'an encrypted topic for DAX',
      (scope) => dax(scope, { notificationTopic: new Topic(scope, 'alerts') }),
      at('tables', "notificationTopic 'alerts' is encrypted: DAX cannot publish to it"),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
