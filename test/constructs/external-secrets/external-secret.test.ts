import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { ExternalSecret, type ExternalSecretProps } from '../../../constructs/external-secrets/external-secret';
import { chart, wired } from '../scope';
import { type Field, secret, store } from './helpers';

const external = (scope: PlatformChart, change: Partial<ExternalSecretProps<Field>> = {}) =>
  new ExternalSecret(scope, 'credentials', { store: store(scope), secret: secret(scope), ...change });

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

  test('GIVEN a consumer WHEN it asks for a key THEN it gets the Secret and the key', () => {
    expect(external(chart()).key('password')).toEqual({ name: 'credentials', key: 'password' });
  });

  const credentials = 'production/test/chart/credentials';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
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
