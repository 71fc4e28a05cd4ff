import type { PlatformChart } from '../../../charts/platform-chart';
import { GeneratedSecret, type GeneratedSecretProps } from '../../../constructs/external-secrets/generated-secret';
import { chart, wired } from '../scope';
import { type Field, secret, store } from './helpers';

const generated = (
  scope: PlatformChart,
  password: Partial<GeneratedSecretProps<Field>['password']> = {},
  change: Partial<GeneratedSecretProps<Field>> = {},
) =>
  new GeneratedSecret(scope, 'seed', {
    store: store(scope),
    secret: secret(scope),
    password: { field: 'password', acceptedBy: 'Aurora', ...password },
    others: { username: 'dbadmin' },
    ...change,
  });

describe('GeneratedSecret', () => {
  test('GIVEN a secret without a value WHEN its first one is made THEN it goes there as one JSON text, once, and stays', () => {
    const scope = chart({ namePrefix: 'staging-' });
    generated(scope);
    const { spec } = wired(scope)['PushSecret seed']!;
    expect(spec).toMatchObject({
      updatePolicy: 'IfNotExists',
      deletionPolicy: 'None',
      secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'store' }],
      selector: { generatorRef: { kind: 'Password', name: 'seed' } },
      template: { data: { username: 'dbadmin' } },
    });
    const [data, ...more] = spec['data'] as { match: object; metadata: { spec: object } }[];
    expect(more).toEqual([]);
    expect(data!.match).toEqual({ remoteRef: { remoteKey: 'staging-login' } });
    expect(data!.metadata.spec).toMatchObject({ secretPushFormat: 'string' });
  });

  test("GIVEN a secret with a policy WHEN its first value is pushed THEN the policy that goes with it is the secret's", () => {
    const scope = chart();
    generated(scope);
    const objects = wired(scope);
    const [data] = objects['PushSecret seed']!.spec['data'] as { metadata: { spec: { resourcePolicy: object } } }[];
    expect(data!.metadata.spec.resourcePolicy).toEqual({
      blockPublicPolicy: true,
      policySourceRef: { kind: 'ConfigMap', name: 'seed-policy', key: 'policy.json' },
    });
    expect((objects['ConfigMap seed-policy'] as unknown as { data: object }).data).toEqual({
      'policy.json': (objects['SecretPolicy login-policy']!.spec['forProvider'] as { policy: string }).policy,
    });
  });

  test('GIVEN nothing else WHEN a password is generated THEN it has 32 letters and digits', () => {
    const scope = chart();
    generated(scope);
    expect(wired(scope)['Password seed']!.spec).toEqual({
      length: 32,
      allowRepeat: true,
      noUpper: false,
      secretKeys: ['password'],
      symbols: 0,
    });
  });

  test('GIVEN symbols WHEN a password is generated THEN it has only those', () => {
    const scope = chart();
    generated(scope, { acceptedBy: 'ElastiCache', length: 128, symbols: '!&#$^<>-' });
    expect(wired(scope)['Password seed']!.spec).toMatchObject({ length: 128, symbolCharacters: '!&#$^<>-' });
    expect(wired(scope)['Password seed']!.spec).not.toHaveProperty('symbols');
  });

  const seed = 'production/test/chart/seed';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      "a password that is too long for Aurora's master user",
      (scope) => generated(scope, { length: 42 }),
      `${seed}: length is 42 characters, a whole number from 8 to 41 characters is allowed`,
    ],
    [
      'a password that is too short for ElastiCache',
      (scope) => generated(scope, { acceptedBy: 'ElastiCache', length: 15 }),
      `${seed}: length is 15 characters, a whole number from 16 to 128 characters is allowed`,
    ],
    ...['/', '"', '@', ' '].map((symbol): (typeof cases)[number] => [
      `the symbol ${symbol} for Aurora`,
      (scope) => generated(scope, { symbols: `-${symbol}` }),
      `${seed}: symbol '${symbol}' is not allowed, Aurora takes only `,
    ]),
    [
      'the symbol % for ElastiCache',
      (scope) => generated(scope, { acceptedBy: 'ElastiCache', symbols: '%' }),
      `${seed}: symbol '%' is not allowed, ElastiCache takes only !&#$^<>-`,
    ],
    [
      'letters as symbols',
      (scope) => generated(scope, { symbols: 'a' }),
      `${seed}: symbol 'a' is not allowed, Aurora takes only `,
    ],
    [
      'two writers of one field',
      (scope) => generated(scope, {}, { others: { username: 'dbadmin', password: 'secret' } }),
      `${seed}: field 'password' has two writers: the generator and 'others'`,
    ],
    [
      'a field that nobody writes',
      (scope) => generated(scope, {}, { others: {} }),
      `${seed}: field 'username' has no value, every field but 'password' needs one in 'others'`,
    ],
    [
      'a field that the secret does not have',
      (scope) => generated(scope, {}, { others: { username: 'dbadmin', host: 'db' } as never }),
      `${seed}: the secret has no field 'host', only username, password`,
    ],
    [
      'a field that External Secrets would take for a template',
      (scope) => generated(scope, {}, { others: { username: '{{ .password }}' } }),
      `${seed}: field 'username' is '{{ .password }}', only a text without '{{' is allowed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
