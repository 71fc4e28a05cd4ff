import type { PlatformChart } from '../../../charts/platform-chart';
import { CodeRepository } from '../../../constructs/codecommit/repository';
import { chart, manifests } from '../scope';

describe('CodeRepository', () => {
  test('GIVEN a repository WHEN it is made THEN it is encrypted, and neither Argo CD nor the provider deletes it', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn, cloneUrl } = new CodeRepository(scope, 'code', { description: 'Code' });
    const { metadata, spec } = manifests(scope)['code']!;
    expect(arn).toBe('arn:aws:codecommit:us-east-1:123456789012:staging-code');
    expect(cloneUrl).toBe('https://git-codecommit.us-east-1.amazonaws.com/v1/repos/staging-code');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'crossplane.io/external-name': 'staging-code',
    });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      kmsKeyId: expect.stringMatching(/^arn:aws:kms:us-east-1:/),
      tags: { Backup: 'platform' },
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a Git repository whose name ends in .git',
      (scope) => new CodeRepository(scope, 'code.git', { description: '' }),
      "production/test/chart/code.git: repository name 'code.git' (8 characters) is not allowed, only 1 to 100 letters",
    ],
    [
      'a Git repository with 101 letters',
      (scope) => new CodeRepository(scope, 'a'.repeat(101), { description: '' }),
      '(101 characters) is not allowed, only 1 to 100 letters',
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
