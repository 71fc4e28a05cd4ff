import { DbParameterGroup } from '../../../constructs/rds/db-parameter-group';
import { chart } from '../scope';

describe('DbParameterGroup', () => {
  test.each(['1-group', 'group-', 'a--b', 'g'.repeat(256)])(
    'GIVEN the name %s WHEN a parameter group is made THEN it is refused',
    (id) => {
      const make = () => new DbParameterGroup(chart(), id, { description: '', family: '', parameters: {} });
      expect(make).toThrow(`parameter group name '${id}'`);
    },
  );
});
