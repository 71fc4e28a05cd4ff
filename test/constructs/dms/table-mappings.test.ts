import type { SelectionRule } from '../../../constructs/dms/table-mappings';
import { chart } from '../scope';
import { RULE, task } from './helpers';

describe('tableMappings', () => {
  test.each<[string, readonly SelectionRule[], string]>([
    ['no rule', [], 'task: mappings has 0 rules and none includes a table'],
    ['rules that only exclude', [{ ...RULE, action: 'exclude' }], 'mappings has 1 rules and none includes a table'],
    ['an id twice', [RULE, { ...RULE, name: 'more' }], 'mappings[1].id 1 stands twice, each rule needs its own'],
    ['a name twice', [RULE, { ...RULE, id: 2 }], "mappings[1].name 'all' stands twice, each rule needs its own"],
    ['the id 0', [{ ...RULE, id: 0 }], 'mappings[0].id is 0, a positive whole number is allowed'],
    [
      'a name with spaces',
      [{ ...RULE, name: 'all tables' }],
      "mappings[0].name 'all tables' is not allowed, only letters, digits and hyphens",
    ],
    ['no schema', [{ ...RULE, schema: '' }], 'mappings[0] names no schema, % stands for any'],
    ['no table', [{ ...RULE, table: '' }], 'mappings[0] names no table, % stands for any'],
    [
      'an explicit wildcard',
      [{ ...RULE, action: 'explicit' }],
      'mappings[0] is explicit and has a wildcard, exact names are needed',
    ],
  ])('GIVEN mappings with %s WHEN a task is made THEN it is refused', (_, mappings, message) => {
    expect(() => task(chart(), { mappings })).toThrow(message);
  });
});
