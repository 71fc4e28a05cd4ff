import type { PlatformChart } from '../../../charts/platform-chart';
import { Role } from '../../../constructs/iam/role';
import { chart } from '../scope';

describe('policyJson', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a role that allows a wildcard action',
      (scope) =>
        new Role(scope, 'r', {
          description: '',
          assumedBy: { service: 'events.amazonaws.com' },
          policies: { p: [{ sid: 'A', actions: ['sqs:*'], resources: ['arn'] }] },
        }),
      "A allows 'sqs:*', name what is needed",
    ],
    [
      'a role that allows every resource',
      (scope) =>
        new Role(scope, 'r', {
          description: '',
          assumedBy: { service: 'events.amazonaws.com' },
          policies: { p: [{ sid: 'A', actions: ['sqs:SendMessage'], resources: ['*'] }] },
        }),
      "A allows '*'",
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
