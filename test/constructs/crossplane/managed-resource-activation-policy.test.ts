import { ManagedResourceActivation } from '../../../constructs/crossplane/managed-resource-activation-policy';
import { chart } from '../scope';

describe('ManagedResourceActivation', () => {
  test.each(['*', '*.ec2.aws.m.upbound.io', 'routes'])(
    'GIVEN %s to activate WHEN constructed THEN it is refused',
    (name) => {
      expect(() => new ManagedResourceActivation(chart(), 'kinds', { activate: [name], wave: 1 })).toThrow(
        `production/test/chart/kinds: '${name}' is not allowed, only a kind's whole name`,
      );
    },
  );
});
