import type { Context, ContextValue } from '../../src/iam';
import { decisionOf, policy } from './fixtures';

/** What a condition says of a context that is complete: allowed where it holds. */
function holds(condition: object, context: Context, contextIsComplete = true): string {
  const role = policy('role/worker', { Condition: condition });
  expect(role.problems).toEqual([]);
  return decisionOf({ context, contextIsComplete }, { identity: [role] });
}

type Row = readonly [
  operator: string,
  wanted: string | number | boolean | string[],
  value: ContextValue,
  truth: boolean,
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const ROWS: readonly Row[] = [
  ['StringEquals', 'john', 'john', true],
  ['StringEquals', 'john', 'John', false],
  ['StringEquals', ['jane', 'john'], 'john', true],
  ['StringEquals', 'jo*', 'john', false],
  ['StringEquals', 'jo*', 'jo*', true],
  ['StringEquals', true, 'true', true],
  ['StringEquals', 'a', null, false],
  ['StringNotEquals', 'john', 'John', true],
  ['StringNotEquals', ['jane', 'john'], 'john', false],
  ['StringNotEquals', 'a', null, true],
  ['StringEqualsIgnoreCase', 'JOHN', 'John', true],
  ['StringNotEqualsIgnoreCase', 'JOHN', 'John', false],
  ['StringLike', 'home/*', 'home/a/b', true],
  ['StringLike', 'Home/*', 'home/a', false],
  ['StringLike', 'a?c', 'abc', true],
  ['StringLike', 'a?c', 'ac', false],
  ['StringLike', '*', '', true],
  ['StringLike', '*b*', 'aab', true],
  ['StringLike', 'a*b*c', 'aXcYbZc', true],
  ['StringNotLike', ['x*', 'y*'], 'z1', true],
  ['StringNotLike', ['x*', 'y*'], 'y1', false],
  ['NumericEquals', '10', '10.0', true],
  ['NumericEquals', 10, 10, true],
  ['NumericNotEquals', '10', '11', true],
  ['NumericNotEquals', '10', null, true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericGreaterThan', '-1.5', '-1', true],
  ['NumericGreaterThanEquals', '10', '9', false],
  ['NumericLessThan', '9', '10', false],
  ['DateGreaterThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:02Z', true],
  ['DateGreaterThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:01Z', false],
  ['DateEquals', '2020-01-01T00:00:00Z', '2020-01-01T01:00:00+01:00', true],
  ['DateEquals', '2020-01-01', '1577836800', true],
  ['DateLessThan', '1577836800', '2019-12-31T23:59:59Z', true],
  ['DateLessThanEquals', '2020-01', '2020-01-01T00:00Z', true],
  ['DateGreaterThanEquals', '2020', '2020-01-01', true],
  ['DateNotEquals', '2020', '2020-01-02', true],
  ['Bool', 'true', 'true', true],
  ['Bool', false, 'false', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', null, false],
  ['BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', true],
  ['BinaryEquals', 'QQ==', 'Qg==', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '203.0.113.7', '203.0.113.8', false],
  ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678:9::1', true],
  ['IpAddress', '2001:DB8:1234:5678::/64', '203.0.113.7', false],
  ['IpAddress', ['203.0.113.0/24', '2001:DB8:1234:5678::/64'], '2001:db8:1234:5679::1', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  ['NotIpAddress', ['203.0.113.0/24', '198.51.100.0/24'], '198.51.100.1', false],
  ['ArnLike', 'arn:aws:sns:*:111122223333:orders-*', 'arn:aws:sns:us-east-1:111122223333:orders-dlq', true],
  ['ArnEquals', 'arn:aws:sns:*:111122223333:orders', 'arn:aws:sns:us-east-1:111122223333:orders', true],
  ['ArnLike', 'arn:aws:sns:*:111122223333:Orders', 'arn:aws:sns:us-east-1:111122223333:orders', false],
  [
    'ArnLike',
    'arn:aws:someservice:*:111122223333:finance/*',
    'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
    false,
  ],
  [
    'StringLike',
    'arn:aws:someservice:*:111122223333:finance/*',
    'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
    true,
  ],
  ['ArnLike', 'arn:aws:logs:*:*:log-group:a:*', 'arn:aws:logs:us-east-1:1:log-group:a:log-stream:b', true],
  ['ArnLike', 'arn:aws:sns:*:*:*', 'orders', false],
  ['ArnNotLike', 'arn:aws:sns:*:*:*', null, true],
  ['ArnNotEquals', 'arn:aws:sns:*:*:a', 'arn:aws:sns:x:1:a', false],
  ['Null', 'true', null, true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
  ['Null', false, null, false],
  ['Null', ['true', 'false'], null, true],
  ['StringEqualsIfExists', 'a', null, true],
  ['StringEqualsIfExists', 'a', 'b', false],
  ['StringNotEqualsIfExists', 'a', null, true],
  ['NumericLessThanIfExists', '1', null, true],
  ['BoolIfExists', 'true', 'false', false],
  ['BoolIfExists', 'true', null, true],
];

describe('condition operators', () => {
  test.each(ROWS)('GIVEN %s %j WHEN the key is %j THEN it holds: %s', (operator, wanted, value, truth) => {
    expect(holds({ [operator]: { 'x:Key': wanted } }, { 'x:Key': value })).toBe(truth ? 'allowed' : 'denied');
  });

  test.each(ROWS.filter(([, , value]) => value !== null))(
    'GIVEN %s %j WHEN the key is not known THEN nothing is said, whatever it may be',
    (operator, wanted) => {
      expect(holds({ [operator]: { 'x:Key': wanted } }, {}, false)).toBe('unknown');
    },
  );

  test.each([
    [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'AWS:securetransport': true }, 'allowed'],
    [{ StringEquals: { 'x:a': '1', 'x:b': '2' } }, { 'x:a': '1', 'x:b': '2' }, 'allowed'],
    [{ StringEquals: { 'x:a': '1', 'x:b': '2' } }, { 'x:a': '1', 'x:b': '3' }, 'denied'],
    [{ StringEquals: { 'x:a': '1' }, StringLike: { 'x:b': '2*' } }, { 'x:a': '1', 'x:b': '23' }, 'allowed'],
    [{ StringEquals: { 'x:a': '1' }, StringLike: { 'x:b': '2*' } }, { 'x:a': '1', 'x:b': '3' }, 'denied'],
    [{}, {}, 'allowed'],
  ])('GIVEN %j WHEN the context is %j THEN all of it has to hold: %s', (condition, context, decision) => {
    expect(holds(condition, context)).toBe(decision);
  });

  test('GIVEN a condition that is false and one that is not known WHEN asked THEN the false one decides', () => {
    expect(holds({ StringEquals: { 'x:a': '1', 'x:b': '2' } }, { 'x:a': '0' }, false)).toBe('denied');
  });

  test.each([
    ['NumericLessThan', '1', 'many'],
    ['DateLessThan', '2020', 'soon'],
    ['Bool', 'true', 'maybe'],
    ['IpAddress', '10.0.0.0/8', 'somewhere'],
    ['IpAddress', '10.0.0.0/8', '::ffff:10.0.0.1'],
    ['BinaryEquals', 'QQ==', '%'],
    ['StringEquals', 'a', ['a', 'b']],
    ['Null', 'true', []],
    ['Null', 'true', ''],
  ])('GIVEN %s %j WHEN the key is %j, which it cannot compare THEN it is unknown', (operator, wanted, value) => {
    expect(holds({ [operator]: { 'x:Key': wanted } }, { 'x:Key': value })).toBe('unknown');
  });
});

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
describe('set operators', () => {
  test.each<[string, string[], ContextValue, string]>([
    ['ForAllValues:StringEquals', ['ID', 'Message', 'Tags'], ['Message', 'Tags'], 'allowed'],
    ['ForAllValues:StringEquals', ['ID', 'Message', 'Tags'], ['Message', 'UserName'], 'denied'],
    ['ForAllValues:StringEquals', ['ID'], [], 'allowed'],
    ['ForAllValues:StringEquals', ['ID'], null, 'allowed'],
    ['ForAllValues:StringLike', ['I*'], ['ID', 'user'], 'denied'],
    ['ForAllValues:StringLike', ['I*'], ['ID', 'Ix'], 'allowed'],
    ['ForAllValues:StringNotEquals', ['ID'], ['a', 'b'], 'allowed'],
    ['ForAllValues:StringNotEquals', ['ID'], ['a', 'ID'], 'denied'],
    ['ForAnyValue:StringEquals', ['ID', 'PostDateTime'], ['PostDateTime', 'Message'], 'allowed'],
    ['ForAnyValue:StringEquals', ['ID', 'PostDateTime'], ['UserName'], 'denied'],
    ['ForAnyValue:StringEquals', ['ID'], [], 'denied'],
    ['ForAnyValue:StringEquals', ['ID'], null, 'denied'],
    ['ForAnyValue:StringNotEquals', ['ID'], ['ID', 'x'], 'allowed'],
    ['ForAnyValue:StringNotEquals', ['ID'], ['ID'], 'denied'],
    ['ForAnyValue:StringNotEquals', ['ID'], null, 'denied'],
    ['ForAllValues:StringEqualsIfExists', ['ID'], null, 'allowed'],
    ['ForAnyValue:StringEqualsIfExists', ['ID'], null, 'unknown'],
    ['ForAllValues:StringEquals', ['ID'], '', 'unknown'],
    ['ForAnyValue:NumericLessThan', ['5'], ['7', '3'], 'allowed'],
    ['ForAllValues:ArnLike', ['arn:aws:sns:*:*:a'], ['arn:aws:sns:x:1:a'], 'allowed'],
  ])('GIVEN %s %j WHEN the key has %j THEN %s', (operator, wanted, values, decision) => {
    expect(holds({ [operator]: { 'x:Keys': wanted } }, { 'x:Keys': values })).toBe(decision);
  });
});
