import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import type { LifecycleRule, StorageClass } from '../../../constructs/s3/bucket-lifecycle';
import { bucket, chart, manifests } from '../scope';

const days = (count: number) => Duration.days(count);
const moves = (...steps: readonly (readonly [StorageClass, number])[]): LifecycleRule => ({
  transitions: steps.map(([to, after]) => ({ to, after: days(after) })),
});

describe('lifecycle of a bucket', () => {
  test('GIVEN no lifecycle WHEN a bucket is made THEN unfinished uploads, old versions and empty markers go all the same', () => {
    const scope = chart();
    bucket(scope, 'files');
    expect(manifests(scope)['files']!.spec['lifecycle']).toEqual({
      rules: [
        {
          id: 'housekeeping',
          status: 'Enabled',
          filter: { prefix: '' },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          expiration: { expiredObjectDeleteMarker: true },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    });
  });

  test('GIVEN rules of a lifecycle WHEN a bucket is made THEN they stand before its own, with their names', () => {
    const scope = chart();
    const cooler = moves(['STANDARD_IA', 30], ['GLACIER_IR', 60], ['DEEP_ARCHIVE', 90]);
    bucket(scope, 'files', {
      lifecycle: { cooler: { ...cooler, prefix: 'old/', expireAfter: days(91) }, gone: { expireAfter: days(1) } },
    });
    const { rules } = manifests(scope)['files']!.spec['lifecycle'] as { rules: unknown[] };
    expect(rules.slice(0, -1)).toEqual([
      {
        id: 'cooler',
        status: 'Enabled',
        filter: { prefix: 'old/' },
        transitions: [
          { days: 30, storageClass: 'STANDARD_IA' },
          { days: 60, storageClass: 'GLACIER_IR' },
          { days: 90, storageClass: 'DEEP_ARCHIVE' },
        ],
        expiration: { days: 91 },
      },
      { id: 'gone', status: 'Enabled', filter: { prefix: '' }, expiration: { days: 1 } },
    ]);
  });

  const where = 'production/test/chart';
  const aging = (scope: PlatformChart, rule: LifecycleRule) => bucket(scope, 'b', { lifecycle: { r: rule } });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    ['a rule that does nothing', (scope) => aging(scope, { prefix: 'a/' }), `${where}/b: lifecycle.r does nothing`],
    [
      'an infrequent class after 29 days',
      (scope) => aging(scope, moves(['STANDARD_IA', 29])),
      `${where}/b: lifecycle.r: STANDARD_IA after 29 days, at least 30 are needed`,
    ],
    [
      'a class 29 days behind another',
      (scope) => aging(scope, moves(['STANDARD_IA', 30], ['GLACIER', 59])),
      'lifecycle.r: GLACIER after 59 days, at least 60 are needed: 30 in STANDARD_IA first',
    ],
    [
      'a class before a colder one',
      (scope) => aging(scope, moves(['GLACIER', 30], ['STANDARD_IA', 90])),
      'lifecycle.r: objects cannot move from GLACIER to STANDARD_IA',
    ],
    [
      'a class twice',
      (scope) => aging(scope, moves(['GLACIER', 30], ['GLACIER', 90])),
      'lifecycle.r: objects cannot move from GLACIER to GLACIER',
    ],
    [
      'instant retrieval out of one zone',
      (scope) => aging(scope, moves(['ONEZONE_IA', 30], ['GLACIER_IR', 90])),
      'lifecycle.r: objects cannot move from ONEZONE_IA to GLACIER_IR',
    ],
    [
      'an expiry on the day of a transition',
      (scope) => aging(scope, { ...moves(['STANDARD_IA', 30]), expireAfter: days(30) }),
      'lifecycle.r: expireAfter is 30 days, more than 30 are needed, those of the last transition',
    ],
    ['an expiry at once', (scope) => aging(scope, { expireAfter: days(0) }), 'expireAfter is 0 days, more than 0 are'],
    [
      'versions that go at once',
      (scope) => bucket(scope, 'b', { noncurrentRetention: days(0) }),
      `${where}/b: noncurrentRetention is less than a day`,
    ],
    [
      '1,000 rules beside the bucket’s own',
      (scope) =>
        bucket(scope, 'b', {
          lifecycle: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`r${i}`, { expireAfter: days(1) }])),
        }),
      `${where}/b: lifecycle has 1001 rules with the bucket's own, at most 1,000 are allowed`,
    ],
    [
      'a rule with the name of the bucket’s own',
      (scope) => bucket(scope, 'b', { lifecycle: { housekeeping: { expireAfter: days(1) } } }),
      "lifecycle.housekeeping: the name is the bucket's own rule's",
    ],
    [
      'a rule name of 256 characters',
      (scope) => bucket(scope, 'b', { lifecycle: { ['r'.repeat(256)]: { expireAfter: days(1) } } }),
      'the name has 256 characters, at most 255 are allowed',
    ],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
