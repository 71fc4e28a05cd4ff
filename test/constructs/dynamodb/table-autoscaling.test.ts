import type { TableProps } from '../../../constructs/dynamodb/table';
import { chart, manifests, wired } from '../scope';
import { AUTOSCALED, INDEXED, READ, table, WRITE } from './helpers';

describe('TableAutoscaling', () => {
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

  test('GIVEN an autoscaled table with a replica WHEN it is made THEN the replica reads by its own capacity', () => {
    const scope = chart();
    table(scope, { capacity: AUTOSCALED, stream: 'NEW_AND_OLD_IMAGES', replicaRegions: ['us-west-2'] });
    const all = manifests(scope);
    expect(Object.keys(all)).toEqual(['items', 'items-read', 'items-read-us-west-2', 'items-write']);
    expect(all['items-read-us-west-2']!.metadata.annotations).toMatchObject({ 'services.k8s.aws/region': 'us-west-2' });
  });

  test.each<[string, Partial<TableProps>, string]>([
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
});
