import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import type { ImageRule } from '../../../constructs/ecr/lifecycle-policy';
import { ImageRepository } from '../../../constructs/ecr/repository';
import { chart } from '../scope';
import { untagged } from './helpers';

describe('imageRuleProblems', () => {
  const where = 'production/test/chart';
  const images = (rules: Record<string, ImageRule>) => (scope: PlatformChart) =>
    new ImageRepository(scope, 'web', { lifecycle: rules });
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['no rule', images({}), `${where}/web: lifecycle has 0 rules, 1 to 50 are allowed`],
    [
      '51 rules',
      images(
        Object.fromEntries(
          Array.from({ length: 51 }, (_, index) => [
            `r${index}`,
            { images: { tags: [`t${index}`] }, expire: { allBut: 1 } },
          ]),
        ),
      ),
      `${where}/web: lifecycle has 51 rules, 1 to 50 are allowed`,
    ],
    [
      'a rule behind the one for any image',
      images({ all: { images: 'any', expire: { allBut: 5 } }, untagged }),
      `${where}/web: lifecycle.all: a rule for any image has to be the last`,
    ],
    [
      'two rules for the same images',
      images({ old: untagged, many: { images: 'untagged', expire: { allBut: 3 } } }),
      `${where}/web: lifecycle.many is for the same images as lifecycle.old`,
    ],
    [
      'a rule that keeps no image',
      images({ all: { images: 'any', expire: { allBut: 0 } } }),
      `${where}/web: lifecycle.all: expire.allBut is 0, 1 or more is allowed`,
    ],
    [
      'a rule of hours',
      images({ all: { images: 'any', expire: { after: Duration.days(0) } } }),
      `${where}/web: lifecycle.all: expire.after (days) is 0, 1 or more is allowed`,
    ],
    [
      'a pattern with five wildcards',
      images({ all: { images: { tags: ['*a*b*c*d*'] }, expire: { allBut: 1 } } }),
      `${where}/web: lifecycle.all: '*a*b*c*d*' is not allowed, only 1 to 128 letters, digits and . _ - with at most four *`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
