import { CrossplaneProvider } from '../../../constructs/crossplane/provider';
import { chart } from '../scope';

describe('CrossplaneProvider', () => {
  test.each(['xpkg.upbound.io/upbound/provider-aws-ec2', 'xpkg.upbound.io/upbound/provider-aws-ec2:latest'])(
    'GIVEN %s, which moves, WHEN constructed THEN it is refused',
    (image) => {
      const props = { package: image, serviceAccount: 'ec2', runtimeWave: 1, wave: 2 };
      expect(() => new CrossplaneProvider(chart(), 'provider-aws-ec2', props)).toThrow(
        `production/test/chart/provider-aws-ec2: package '${image}' is not exact`,
      );
    },
  );
});
