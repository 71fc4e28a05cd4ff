import type { PlatformChart } from '../../../charts/platform-chart';
import { ImageRepository } from '../../../constructs/ecr/repository';
import { chart, manifests } from '../scope';
import { lifecycle, untagged } from './helpers';

describe('ImageRepository', () => {
  test('GIVEN rules in order WHEN a repository is made THEN that is their priority, tags stay what they are, and it is kept', () => {
    const scope = chart();
    new ImageRepository(scope, 'web', {
      lifecycle: {
        untagged,
        releases: { images: { tags: ['v*'] }, expire: { allBut: 10 } },
        rest: { images: 'any', expire: { allBut: 50 } },
      },
    });
    const { metadata, spec } = manifests(scope)['web']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toMatchObject({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
    const { rules } = JSON.parse(spec['lifecyclePolicy'] as string);
    expect(rules.map((rule: Record<string, unknown>) => [rule['rulePriority'], rule['selection']])).toEqual([
      [1, { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 }],
      [2, { tagStatus: 'tagged', tagPatternList: ['v*'], countType: 'imageCountMoreThan', countNumber: 10 }],
      [3, { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 }],
    ]);
    // ECR refuses a repository policy that names a resource
    expect(JSON.parse(spec['policy'] as string).Statement[0]).not.toHaveProperty('Resource');
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'an image repository with a capital',
      (scope) => new ImageRepository(scope, 'Web', { lifecycle }),
      `${where}/Web: repository name 'Web' (3 characters) is not allowed, only 2 to 256 lower-case letters`,
    ],
    [
      'an image repository of one letter',
      (scope) => new ImageRepository(scope, 'w', { lifecycle }),
      `${where}/w: repository name 'w' (1 characters) is not allowed, only 2 to 256 lower-case letters`,
    ],
    [
      'an image repository with 257 letters',
      (scope) => new ImageRepository(scope, 'w'.repeat(257), { lifecycle }),
      '(257 characters) is not allowed, only 2 to 256 lower-case letters',
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
