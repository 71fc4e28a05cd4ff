import type { PlatformChart } from '../../../charts/platform-chart';
import type { TableProps } from '../../../constructs/dynamodb/table';
import { TableAutoscaling } from '../../../constructs/dynamodb/table-autoscaling';
import { chart, environment, manifests, wired } from '../scope';
import { AUTOSCALED, INDEXED, READ, table } from './helpers';

const made = (change: Partial<TableProps>) => {
  const scope = chart();
  table(scope, change);
  return manifests(scope)['items']!;
};
const reader = (scope: PlatformChart, streamArn: string) =>
  new TableAutoscaling(scope, 'reader', { ...READ, tableName: streamArn, dimension: 'Read', region: 'us-east-1' });

describe('Table', () => {
  test('GIVEN an on-demand table WHEN it is made THEN ACK keeps it, encrypted, restorable and protected', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn } = table(scope, { ...INDEXED, timeToLive: 'expiresAt' });
    const { apiVersion, metadata, spec } = manifests(scope)['items']!;
    expect(arn).toBe('arn:aws:dynamodb:us-east-1:123456789012:table/staging-items');
    expect(apiVersion).toBe('dynamodb.services.k8s.aws/v1alpha1');
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toEqual({
      tableName: 'staging-items',
      billingMode: 'PAY_PER_REQUEST',
      attributeDefinitions: [
        { attributeName: 'id', attributeType: 'S' },
        { attributeName: 'email', attributeType: 'S' },
        { attributeName: 'at', attributeType: 'N' },
      ],
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      globalSecondaryIndexes: [
        {
          indexName: 'by-email',
          keySchema: [
            { attributeName: 'email', keyType: 'HASH' },
            { attributeName: 'at', keyType: 'RANGE' },
          ],
          projection: { projectionType: 'INCLUDE', nonKeyAttributes: ['name'] },
        },
      ],
      timeToLive: { attributeName: 'expiresAt', enabled: true },
      sseSpecification: { enabled: true, sseType: 'KMS', kmsMasterKeyID: scope.environment.outputs.keys.data },
      continuousBackups: { pointInTimeRecoveryEnabled: true },
      deletionProtectionEnabled: true,
      tags: expect.arrayContaining([{ key: 'Backup', value: 'platform' }]),
    });
  });

  test('GIVEN provisioned capacity WHEN the table is made THEN its indexes have it, too', () => {
    const { apiVersion, spec } = made({
      ...INDEXED,
      capacity: { mode: 'provisioned', readUnits: 7, writeUnits: 3 },
    });
    const provisionedThroughput = { readCapacityUnits: 7, writeCapacityUnits: 3 };
    expect(apiVersion).toBe('dynamodb.services.k8s.aws/v1alpha1');
    expect(spec).toMatchObject({
      billingMode: 'PROVISIONED',
      provisionedThroughput,
      globalSecondaryIndexes: [{ provisionedThroughput }],
    });
  });

  test('GIVEN autoscaled capacity WHEN the table is made THEN Crossplane sets it once and never takes it over', () => {
    const { apiVersion, metadata, spec } = made({ ...INDEXED, capacity: AUTOSCALED });
    const { forProvider, initProvider, managementPolicies } = spec as Record<string, Record<string, unknown>>;
    expect(apiVersion).toBe('dynamodb.aws.m.upbound.io/v1beta1');
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'crossplane.io/external-name': 'items',
    });
    expect(managementPolicies).toEqual(['Create', 'Observe', 'Update']);
    expect(initProvider).toEqual({ readCapacity: 5, writeCapacity: 2 });
    expect(forProvider!['readCapacity']).toBeUndefined();
    expect(forProvider).toMatchObject({
      billingMode: 'PROVISIONED',
      globalSecondaryIndex: [{ name: 'by-email', readCapacity: 5, writeCapacity: 2 }],
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: environment().outputs.keys.data },
      tags: { Backup: 'platform' },
    });
    expect(forProvider!['replica']).toBeUndefined();
  });

  test('GIVEN a replica WHEN the table is made THEN it is encrypted, restorable and protected there as here', () => {
    const { apiVersion, spec } = made({ stream: 'NEW_AND_OLD_IMAGES', replicaRegions: ['us-west-2'] });
    expect(apiVersion).toBe('dynamodb.aws.m.upbound.io/v1beta1');
    expect(spec['initProvider']).toBeUndefined();
    expect(spec['forProvider']).toMatchObject({
      billingMode: 'PAY_PER_REQUEST',
      streamEnabled: true,
      streamViewType: 'NEW_AND_OLD_IMAGES',
      replica: [
        {
          regionName: 'us-west-2',
          kmsKeyArn: environment().outputs.dr.keys.data,
          pointInTimeRecovery: true,
          deletionProtectionEnabled: true,
          propagateTags: true,
        },
      ],
    });
  });

  test.each([
    ['ACK', {}, '${itemsTable.status.latestStreamARN}'],
    ['Crossplane', { replicaRegions: ['us-west-2'] }, '${itemsTable.status.atProvider.streamArn}'],
  ])('GIVEN a stream of %s WHEN a consumer asks for what it holds THEN it gets its ARN', (_, change, expected) => {
    const scope = chart();
    const one = table(scope, { stream: 'NEW_AND_OLD_IMAGES', ...change });
    reader(scope, one.streamArn(['NEW_IMAGE', 'OLD_IMAGE']));
    expect(wired(scope)['ScalableTarget reader']!.spec['resourceID']).toBe(`table/${expected}`);
  });

  test.each([
    [undefined, ['NEW_IMAGE'], 'production/test/chart/items: has no stream, one with NEW_IMAGE is needed'],
    ['KEYS_ONLY', ['NEW_IMAGE'], 'the stream holds KEYS_ONLY, a consumer needs NEW_IMAGE of every change'],
    ['NEW_IMAGE', ['NEW_IMAGE', 'OLD_IMAGE'], 'the stream holds NEW_IMAGE, a consumer needs OLD_IMAGE of every change'],
  ] as const)('GIVEN the stream %s WHEN a consumer needs %j THEN it is refused', (stream, needed, message) => {
    const one = table(chart(), { stream });
    expect(() => one.streamArn(needed)).toThrow(message);
  });

  const global = { stream: 'NEW_AND_OLD_IMAGES', replicaRegions: ['us-west-2'] } as const;

  test.each<[string, Partial<TableProps>, string]>([
    [
      'no read units',
      { capacity: { mode: 'provisioned', readUnits: 0, writeUnits: 1 } },
      'capacity.readUnits is 0, a whole number from 1 to 40000 is allowed',
    ],
    [
      'no write units',
      { capacity: { mode: 'provisioned', readUnits: 1, writeUnits: 0 } },
      'capacity.writeUnits is 0, a whole number from 1 to 40000 is allowed',
    ],
    [
      'a replica at home',
      { ...global, replicaRegions: ['us-east-1'] },
      'replicaRegions[0] is us-east-1, where the table itself is',
    ],
    [
      'a replica twice',
      { ...global, replicaRegions: ['us-west-2', 'us-west-2'] },
      'replicaRegions[1] is us-west-2, which stands there twice',
    ],
    [
      'a replica without a key',
      { ...global, replicaRegions: ['eu-west-1'] },
      'replicaRegions[0] is eu-west-1, keys are there only in us-west-2',
    ],
    [
      'a replica with a stream of keys',
      { ...global, stream: 'KEYS_ONLY' },
      'replicas need the stream NEW_AND_OLD_IMAGES; it is KEYS_ONLY',
    ],
    [
      'a replica without a stream',
      { ...global, stream: undefined },
      'replicas need the stream NEW_AND_OLD_IMAGES; it is off',
    ],
    [
      'a replica with fixed capacity',
      { ...global, capacity: { mode: 'provisioned', readUnits: 1, writeUnits: 1 } },
      "replicas need the capacity 'onDemand' or 'autoscaled'",
    ],
  ])('GIVEN %s WHEN a table is made THEN it is refused', (_, change, message) => {
    expect(() => table(chart(), change)).toThrow(message);
  });

  test.each(['ab', 'a'.repeat(256), 'user table'])(
    'GIVEN the table name %j WHEN it is made THEN it is refused',
    (id) => {
      expect(() => table(chart(), {}, id)).toThrow('is not allowed, only 3 to 255 letters, digits and _ . -');
    },
  );
});
