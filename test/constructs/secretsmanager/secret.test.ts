import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, wired } from '../scope';
import { secret } from './helpers';

const ARN = '${credentials.status.ackResourceMetadata.arn}';

describe('Secret', () => {
  test('GIVEN a secret WHEN it is made THEN it has a key and no value, outlives its manifest, and may be written to', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arnPattern } = secret(scope);
    const { metadata, spec } = wired(scope)['Secret credentials']!;
    expect(arnPattern).toBe('arn:aws:secretsmanager:us-east-1:123456789012:secret:staging-credentials-??????');
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toEqual({
      name: 'staging-credentials',
      description: 'A user: username, password',
      kmsKeyID: scope.environment.outputs.keys.secrets,
      tags: [
        { key: 'Environment', value: 'production' },
        { key: 'Owner', value: 'platform-team' },
        { key: 'Backup', value: 'platform' },
        { key: 'managed-by', value: 'external-secrets' },
      ],
    });
  });

  test('GIVEN a secret that the DR region needs WHEN it is made THEN its replica has the key of there', () => {
    const scope = chart();
    secret(scope, 'credentials', { replicated: true });
    expect(wired(scope)['Secret credentials']!.spec['replicaRegions']).toEqual([
      { region: 'us-west-2', kmsKeyID: scope.environment.outputs.dr.keys.secrets },
    ]);
  });

  test('GIVEN a secret WHEN its policy is made THEN it denies plain text and other accounts, also for a replica', () => {
    const scope = chart();
    secret(scope);
    const { blockPublicPolicy, secretArn, policy } = wired(scope)['SecretPolicy credentials-policy']!.spec[
      'forProvider'
    ] as Record<string, string>;
    expect([blockPublicPolicy, secretArn]).toEqual([true, ARN]);
    const deny = { Effect: 'Deny', Principal: '*', Action: 'secretsmanager:*', Resource: '*' };
    expect(JSON.parse(policy!).Statement).toEqual([
      { ...deny, Sid: 'DenyWithoutTls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        ...deny,
        Sid: 'DenyOtherAccounts',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '123456789012' } },
      },
    ]);
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a name that ends like an ARN',
      (scope) => secret(scope, 'staging-argocd'),
      `${where}/staging-argocd: secret name 'staging-argocd' ends in a hyphen and six characters`,
    ],
    [
      'a name with a colon',
      (scope) => secret(scope, 'a:b'),
      `${where}/a:b: secret name 'a:b' (3 characters) is not allowed, only 1 to 512 letters`,
    ],
    [
      'a description of 2,049 characters',
      (scope) => secret(scope, 'credentials', { description: 'a'.repeat(2_029) }),
      `${where}/credentials: description has 2049 characters, at most 2048 are allowed`,
    ],
    [
      'a field that is no word',
      (scope) => secret(scope, 'credentials', { fields: ['user.name'] }),
      `${where}/credentials: field 'user.name' (9 characters) is not allowed, only at most 63 letters and digits`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
