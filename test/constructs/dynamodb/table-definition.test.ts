import type { TableProps } from '../../../constructs/dynamodb/table';
import { chart } from '../scope';
import { table } from './helpers';

describe('checkDefinition', () => {
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

  test.each<[string, Partial<TableProps>, string]>([
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
  ])('GIVEN %s WHEN a table is made THEN it is refused', (_, change, message) => {
    expect(() => table(chart(), change)).toThrow(message);
  });
});
