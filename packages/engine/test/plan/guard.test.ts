import type { Acknowledgement } from '../../src/plan/guard';
import { planOf } from './files';

const table = (name: string, spec: object = {}) => ({
  apiVersion: 'dynamodb.services.k8s.aws/v1alpha1',
  kind: 'Table',
  metadata: { name, namespace: 'aws' },
  spec: {
    tableName: name,
    attributeDefinitions: [{ attributeName: 'a', attributeType: 'S' }],
    keySchema: [{ attributeName: 'a', keyType: 'HASH' }],
    ...spec,
  },
});
const alarm = (name: string, awsName = name) => ({
  apiVersion: 'cloudwatch.services.k8s.aws/v1alpha1',
  kind: 'MetricAlarm',
  metadata: { name, namespace: 'aws' },
  spec: { name: awsName, comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1 },
});
const others = Array.from({ length: 10 }, (_, index) => alarm(`alarm-${index}`));
const at = (...objects: readonly object[]) => ({ 'production/data/tables.yaml': [...objects, ...others] });
const OBJECT = 'dynamodb.services.k8s.aws/Table aws/orders';
const entry: Acknowledgement = {
  object: OBJECT,
  effect: 'destroy',
  because: 'moved to the warehouse',
  until: '2026-12-31',
};

const removed = (acknowledged: readonly Acknowledgement[]) =>
  planOf(at(table('orders')), at(), { acknowledged: () => acknowledged });

describe('the guard', () => {
  test('GIVEN a removal WHEN nobody says that it is meant THEN it is a danger', () => {
    const { summary } = removed([]);
    expect(summary.dangers).toEqual([
      expect.objectContaining({ object: OBJECT, effect: 'destroy', environment: 'production', application: 'data' }),
    ]);
  });

  test('GIVEN a removal WHEN an entry says that it is meant THEN it passes, and says so', () => {
    const { changes, summary } = removed([entry]);
    expect(summary.dangers).toEqual([]);
    expect(changes[0]!.acknowledged).toBe(true);
    expect(summary.staleAcknowledgements).toEqual([]);
  });

  test.each<[string, Partial<Acknowledgement>, RegExp]>([
    ['whose last day is over', { until: '2026-11-22' }, /date has passed/],
    ['for another object', { object: 'dynamodb.services.k8s.aws/Table aws/users' }, /no change/],
    ['for another effect', { effect: 'replace' }, /no change/],
  ])('GIVEN an entry %s WHEN the object is removed THEN it is a danger, and the entry is stale', (_, change, why) => {
    const { summary } = removed([{ ...entry, ...change }]);
    expect(summary.dangers).toHaveLength(1);
    expect(summary.staleAcknowledgements).toEqual([
      expect.objectContaining({ environment: 'production', why: expect.stringMatching(why) }),
    ]);
  });

  test('GIVEN an entry WHEN today is its last day THEN it holds', () => {
    expect(removed([{ ...entry, until: '2026-11-23' }]).summary.dangers).toEqual([]);
  });

  test('GIVEN replacements WHEN they are planned THEN the stateful one is a danger and the other is not', () => {
    const { changes, summary } = planOf(
      at(table('orders'), alarm('one')),
      at(table('orders', { tableName: 'purchases' }), alarm('one', 'two')),
    );
    expect(changes.map(({ effect }) => effect)).toEqual(['replace', 'replace']);
    expect(summary.dangers.map(({ object }) => object)).toEqual([OBJECT]);
  });

  test('GIVEN what the API refuses WHEN it is planned THEN it is a danger', () => {
    const { summary } = planOf(
      at(table('orders')),
      at(table('orders', { keySchema: [{ attributeName: 'b', keyType: 'HASH' }] })),
    );
    expect(summary.dangers.map(({ effect }) => effect)).toEqual(['blocked']);
  });

  test('GIVEN more than a quarter of an application WHEN it leaves git THEN that is a danger of its own, a quarter is not', () => {
    const kept = (object: ReturnType<typeof table>) => ({
      ...object,
      metadata: { ...object.metadata, annotations: { 'services.k8s.aws/deletion-policy': 'retain' } },
    });
    const tables = Array.from({ length: 4 }, (_, index) => kept(table(`table-${index}`)));
    const quarter = planOf(
      { 'e/a/x.yaml': [...tables, ...others, alarm('x'), alarm('y')] },
      { 'e/a/x.yaml': [...others, alarm('x'), alarm('y')] },
    );
    expect(quarter.summary.dangers).toEqual([]);
    const more = planOf({ 'e/a/x.yaml': [...tables, ...others] }, { 'e/a/x.yaml': others });
    expect(more.summary.dangers).toEqual([
      expect.objectContaining({ object: 'a', reason: expect.stringContaining('4 of 14 objects') }),
    ]);
  });
});
