import { waves } from '../../src/references/waves';

const order = (needs: Record<string, string[]>) =>
  waves(Object.keys(needs), new Map(Object.entries(needs)), (node) => node);

describe('sync waves', () => {
  test('GIVEN references WHEN waves are derived THEN each object is one wave behind what it needs', () => {
    expect(Object.fromEntries(order({ subscription: ['topic', 'queue'], topic: [], queue: ['dlq'], dlq: [] }))).toEqual(
      {
        subscription: 2,
        topic: 0,
        queue: 1,
        dlq: 0,
      },
    );
  });

  test('GIVEN a cycle WHEN waves are derived THEN the message names its members in order', () => {
    expect(() => order({ a: ['b'], b: ['c'], c: ['b'] })).toThrow('b → c → b');
  });

  test('GIVEN an object that needs itself WHEN waves are derived THEN the message says so', () => {
    expect(() => order({ a: ['a'] })).toThrow('a → a');
  });

  test('GIVEN 10,000 objects, each of which needs the next WHEN waves are derived THEN the stack holds', () => {
    const needs = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`o${i}`, i < 9_999 ? [`o${i + 1}`] : []]),
    );
    expect(order(needs).get('o0')).toBe(9_999);
  });
});
