import type { PlatformChart } from '../../constructs/core/platform-chart';
import { Table, type TableProps } from '../../constructs/dynamodb/table';
import { TableAutoscaling } from '../../constructs/dynamodb/table-autoscaling';
import { chart, environment, manifests, wired } from './scope';

const ON_DEMAND = { mode: 'onDemand' } as const;
const READ = { min: 5, max: 50, targetUtilization: 70 };
const WRITE = { min: 2, max: 20, targetUtilization: 60 };
const AUTOSCALED = { mode: 'autoscaled', read: READ, write: WRITE } as const;
const INDEXED = {
  attributes: { id: 'S', email: 'S', at: 'N' },
  globalIndexes: { 'by-email': { partitionKey: 'email', sortKey: 'at', projection: { include: ['name'] } } },
} as const satisfies Partial<TableProps>;

const table = (scope: PlatformChart, change: Partial<TableProps> = {}, id = 'items') =>
  new Table(scope, id, { attributes: { id: 'S' }, partitionKey: 'id', capacity: ON_DEMAND, ...change });
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

  test('GIVEN autoscaled capacity WHEN the table is made THEN reads and writes of it and of its indexes follow their use', () => {
    const scope = chart({ namePrefix: 'staging-' });
    table(scope, { ...INDEXED, capacity: AUTOSCALED });
    const all = wired(scope);
    expect(
      Object.values(all)
        .filter(({ kind }) => kind === 'ScalableTarget')
        .map(({ metadata, spec }) => [
          metadata.name,
          spec['resourceID'],
          spec['scalableDimension'],
          spec['minCapacity'],
          spec['maxCapacity'],
        ]),
    ).toEqual([
      ['items-read', 'table/staging-items', 'dynamodb:table:ReadCapacityUnits', 5, 50],
      ['items-write', 'table/staging-items', 'dynamodb:table:WriteCapacityUnits', 2, 20],
      ['items-by-email-read', 'table/staging-items/index/by-email', 'dynamodb:index:ReadCapacityUnits', 5, 50],
      ['items-by-email-write', 'table/staging-items/index/by-email', 'dynamodb:index:WriteCapacityUnits', 2, 20],
    ]);
    expect(all['ScalingPolicy items-by-email-write']!.spec).toMatchObject({
      policyName: 'staging-items-by-email-write',
      resourceID: 'table/staging-items/index/by-email',
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'DynamoDBWriteCapacityUtilization' },
        targetValue: 60,
      },
    });
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

  test('GIVEN an autoscaled table with a replica WHEN it is made THEN the replica reads by its own capacity', () => {
    const scope = chart();
    table(scope, { capacity: AUTOSCALED, stream: 'NEW_AND_OLD_IMAGES', replicaRegions: ['us-west-2'] });
    const all = manifests(scope);
    expect(Object.keys(all)).toEqual(['items', 'items-read', 'items-read-us-west-2', 'items-write']);
    expect(all['items-read-us-west-2']!.metadata.annotations).toMatchObject({ 'services.k8s.aws/region': 'us-west-2' });
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

  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `index-${index}`,
        { partitionKey: 'id', projection: 'ALL' as const },
      ]),
    );
  const sorted = { attributes: { id: 'S', at: 'N', a: 'S' }, sortKey: 'at' } as const;
  const local = (sortKey: string) => ({ [`by-${sortKey}`]: { sortKey, projection: 'ALL' as const } });
  const including = (...include: string[]): Partial<TableProps> => ({
    globalIndexes: { 'by-id': { partitionKey: 'id', projection: { include } } },
  });
  const names = (count: number, prefix = 'a') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
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
      'a key without a definition',
      { partitionKey: 'userId' },
      "partitionKey 'userId' is not defined, attributes has id",
    ],
    ['a sort key without a definition', { sortKey: 'at' }, "sortKey 'at' is not defined, attributes has id"],
    [
      'an index key without a definition',
      { globalIndexes: { 'by-at': { partitionKey: 'at', projection: 'ALL' } } },
      "globalIndexes.by-at.partitionKey 'at' is not defined",
    ],
    [
      'an attribute that is no key',
      { attributes: { id: 'S', name: 'S' } },
      "attribute 'name' is no key of the table or of an index",
    ],
    [
      'a key of another type',
      { attributes: { id: 'BOOL' as 'B' } },
      "attribute 'id' is of type 'BOOL', a key is S, N, B",
    ],
    [
      'a key with a long name',
      { attributes: { ['k'.repeat(256)]: 'S' }, partitionKey: 'k'.repeat(256) },
      "has 256 bytes, a key's name at most 255",
    ],
    ['one attribute as both keys', { sortKey: 'id' }, "sortKey is the partitionKey 'id', they must differ"],
    ['21 global indexes', { globalIndexes: many(21) }, '21 globalIndexes, at most 20 are allowed'],
    [
      '6 local indexes',
      {
        ...sorted,
        localIndexes: Object.fromEntries(names(6, 'index-').map((name) => [name, { sortKey: 'a', projection: 'ALL' }])),
      },
      '6 localIndexes, at most 5 are allowed',
    ],
    [
      'a local index without a sort key of the table',
      { attributes: { id: 'S', a: 'S' }, localIndexes: local('a') },
      'localIndexes.by-a is allowed only in a table with a sortKey',
    ],
    [
      "a local index by the table's sort key",
      { ...sorted, localIndexes: local('at') },
      "localIndexes.by-at.sortKey is the table's own, 'at'",
    ],
    [
      'two indexes of one name',
      { ...sorted, globalIndexes: { 'by-a': { partitionKey: 'a', projection: 'ALL' } }, localIndexes: local('a') },
      'localIndexes.by-a has the name of a global index',
    ],
    [
      'an index name of two letters',
      { globalIndexes: { ab: { partitionKey: 'id', projection: 'ALL' } } },
      'globalIndexes.ab: an index name is 3 to 255 letters, digits and _ . -',
    ],
    ['an empty projection', including(), 'globalIndexes.by-id.projection includes 0 attributes, 1 to 20 are allowed'],
    [
      'a projection of 21',
      including(...names(21)),
      'globalIndexes.by-id.projection includes 21 attributes, 1 to 20 are allowed',
    ],
    ['a projection with a repetition', including('a', 'a'), "globalIndexes.by-id.projection includes 'a' twice"],
    [
      'a projection of a key',
      including('id'),
      "globalIndexes.by-id.projection includes 'id', but keys of the table are in every index",
    ],
    [
      'projections of 120 together',
      {
        globalIndexes: Object.fromEntries(
          names(6, 'index-').map((name) => [name, { partitionKey: 'id', projection: { include: names(20) } }]),
        ),
      },
      '120 attributes that the indexes include, at most 100 are allowed',
    ],
    ['time to live by the key', { attributes: { id: 'N' }, timeToLive: 'id' }, "timeToLive 'id' is a key of the table"],
    [
      'time to live by a text',
      {
        attributes: { id: 'S', at: 'S' },
        globalIndexes: { 'by-at': { partitionKey: 'at', projection: 'ALL' } },
        timeToLive: 'at',
      },
      "timeToLive 'at' is of type S, a number (N) of seconds is needed",
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
    [
      'more at least than at most',
      { capacity: { ...AUTOSCALED, read: { ...READ, min: 60 } } },
      'items/items-read: min is 60 units, at most max, 50, is allowed',
    ],
    [
      'nothing at least',
      { capacity: { ...AUTOSCALED, write: { ...WRITE, min: 0 } } },
      'items/items-write: min is 0 units, a whole number from 1 to 40000 units is allowed',
    ],
    [
      'a utilization of 19',
      { capacity: { ...AUTOSCALED, read: { ...READ, targetUtilization: 19 } } },
      'targetUtilization is 19 %, a whole number from 20 to 90 % is allowed',
    ],
    [
      'a utilization of 91',
      { capacity: { ...AUTOSCALED, write: { ...WRITE, targetUtilization: 91 } } },
      'targetUtilization is 91 %, a whole number from 20 to 90 % is allowed',
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
