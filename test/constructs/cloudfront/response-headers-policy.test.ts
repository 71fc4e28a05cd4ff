import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { chart } from '../scope';
import { headers } from './helpers';

describe('SecurityHeaders', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['an hour of strict transport', (scope) => headers(scope, { strictTransportSecurity: Duration.hours(1) }), 'a day'],
    ['a policy without default', (scope) => headers(scope, { contentSecurityPolicy: 'img-src *' }), 'no default-src'],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
