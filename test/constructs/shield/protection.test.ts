import type { PlatformChart } from '../../../charts/platform-chart';
import { ShieldProtection } from '../../../constructs/shield/protection';
import { chart } from '../scope';

describe('ShieldProtection', () => {
  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'protection of what Shield does not protect',
      (scope) => new ShieldProtection(scope, 'one', { resourceArn: 'arn:aws:s3:::records' }),
      `${where}/one: resourceArn 'arn:aws:s3:::records' is not allowed, only that of a load balancer`,
    ],
    [
      'a protection named with a slash',
      (scope) =>
        new ShieldProtection(scope, 'a+b', { resourceArn: 'arn:aws:cloudfront::123456789012:distribution/E1' }),
      `${where}/a+b: protection name 'a+b' (3 characters) is not allowed, only 1 to 128`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
