import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { SecretStore } from '../../constructs/external-secrets/cluster-secret-store';
import { ExternalSecret, type ExternalSecretProps } from '../../constructs/external-secrets/external-secret';
import { GeneratedSecret, type GeneratedSecretProps } from '../../constructs/external-secrets/generated-secret';
import { Secret } from '../../constructs/secretsmanager/secret';
import { chart, wired } from './scope';

type Field = 'username' | 'password';

const secret = (scope: PlatformChart) =>
  new Secret(scope, 'login', { description: 'A user', fields: ['username', 'password'] });
const store = (scope: PlatformChart) => new SecretStore(scope, 'store', { namespaces: ['jenkins', 'aws'] });
const external = (scope: PlatformChart, change: Partial<ExternalSecretProps<Field>> = {}) =>
  new ExternalSecret(scope, 'credentials', { store: store(scope), secret: secret(scope), ...change });
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

describe('SecretStore', () => {
  test("GIVEN a store WHEN it is made THEN it is the cluster's, lets in the namespaces it names, and holds no credentials", () => {
    const scope = chart();
    store(scope);
    const { metadata, spec } = wired(scope)['ClusterSecretStore store']!;
    expect(metadata.namespace).toBeUndefined();
    expect(spec).toEqual({
      conditions: [{ namespaces: ['aws', 'jenkins'] }],
      provider: { aws: { service: 'SecretsManager', region: 'us-east-1' } },
    });
  });
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
});

describe('ExternalSecret', () => {
  test('GIVEN a secret WHEN it comes into the cluster THEN every field is a key, and what was there stays when it is lost', () => {
    const scope = chart({ namePrefix: 'staging-' });
    external(scope, { refreshInterval: Duration.minutes(5) });
    const { metadata, spec } = wired(scope)['ExternalSecret credentials']!;
    expect(metadata.namespace).toBe('aws');
    expect(spec).toEqual({
      refreshInterval: '5m',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'store' },
      data: [
        { secretKey: 'username', remoteRef: { key: 'staging-login', property: 'username' } },
        { secretKey: 'password', remoteRef: { key: 'staging-login', property: 'password' } },
      ],
      target: {
        name: 'credentials',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { type: 'Opaque', mergePolicy: 'Merge' },
      },
    });
  });

  test('GIVEN a program that looks for labels and more keys WHEN its Secret is made THEN it has both', () => {
    const scope = chart();
    external(scope, { namespace: 'jenkins', labels: { kind: 'git' }, extraData: { url: 'https://git' } });
    const { metadata, spec } = wired(scope)['ExternalSecret credentials']!;
    expect(metadata.namespace).toBe('jenkins');
    expect(spec['refreshInterval']).toBe('60m');
    expect((spec['target'] as { template: object }).template).toEqual({
      type: 'Opaque',
      mergePolicy: 'Merge',
      metadata: { labels: { kind: 'git' } },
      data: { url: 'https://git' },
    });
  });

  test('GIVEN a value that a person has yet to put in WHEN waves are written THEN nothing comes after it', () => {
    const scope = chart();
    external(scope);
    const waves = Object.entries(wired(scope)).map(
      ([name, { metadata }]) => [name, Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0)] as const,
    );
    const [, last] = waves.find(([name]) => name === 'ExternalSecret credentials')!;
    expect(waves.filter(([, wave]) => wave >= last)).toHaveLength(1);
  });

  test('GIVEN a consumer WHEN it asks for a key THEN it gets the Secret and the key', () => {
    expect(external(chart()).key('password')).toEqual({ name: 'credentials', key: 'password' });
  });
});

describe('what would not work is refused at construction, with the place and what is allowed', () => {
  const seed = 'production/test/chart/seed';
  const credentials = 'production/test/chart/credentials';
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
    [
      'a namespace that the store does not let in',
      (scope) => external(scope, { namespace: 'default' }),
      `${credentials}: namespace 'default' may not use store, only aws, jenkins may`,
    ],
    ...[Duration.seconds(30), Duration.seconds(90), Duration.minutes(0), Duration.days(2)].map(
      (refreshInterval): (typeof cases)[number] => [
        `a refresh interval of ${refreshInterval.toSeconds()} s`,
        (scope) => external(scope, { refreshInterval }),
        `${credentials}: refreshInterval is ${refreshInterval.toSeconds()} s, whole minutes from 1 to 1440 are allowed`,
      ],
    ),
    [
      'two writers of one key',
      (scope) => external(scope, { extraData: { password: 'secret' } }),
      `${credentials}: key 'password' has two writers: the secret's field and 'also'`,
    ],
    [
      'a key that Kubernetes does not take',
      (scope) => external(scope, { extraData: { 'a b': 'c' } }),
      `${credentials}: key 'a b' (3 characters) is not allowed, only at most 253 letters, digits and . - _`,
    ],
    [
      'a template in a key',
      (scope) => external(scope, { extraData: { url: '{{ .host }}' } }),
      `${credentials}: key 'url' is '{{ .host }}', only a text without '{{' is allowed`,
    ],
    [
      'a key that the Secret does not get',
      (scope) => external(scope).key('token' as never),
      `${credentials}: there is no key 'token', only username, password`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
