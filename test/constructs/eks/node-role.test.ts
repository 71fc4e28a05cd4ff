import { NodeRole } from '../../../constructs/eks/node-role';
import { chart } from '../scope';

describe('NodeRole', () => {
  test('GIVEN a role name of 65 characters THEN it is refused', () => {
    expect(() => new NodeRole(chart(), 'n'.repeat(65), 'Nodes')).toThrow('at most 64 letters');
  });
});
