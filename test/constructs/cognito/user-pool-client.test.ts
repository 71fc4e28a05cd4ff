import { Duration } from 'cdk8s';
import { ResourceServer } from '../../../constructs/cognito/resource-server';
import type { UserPoolClientProps } from '../../../constructs/cognito/user-pool-client';
import { chart } from '../scope';
import { client, directory, forProvider, LOGIN, pool } from './helpers';

describe('UserPoolClient', () => {
  test('GIVEN a client WHEN it is made THEN it has no secret, tells nobody who exists, and takes codes alone', () => {
    const scope = chart();
    const users = pool(scope);
    const api = new ResourceServer(scope, 'server', {
      pool: users,
      identifier: 'https://api.company.com',
      scopes: { read: 'Read' },
    });
    client(scope, {
      pool: users,
      identityProviders: [directory(scope, { pool: users })],
      managedLogin: { ...LOGIN, scopes: ['email'], resourceServers: [api] },
    });
    expect(forProvider(scope, 'client')).toMatchObject({
      userPoolIdRef: { name: 'users' },
      generateSecret: false,
      preventUserExistenceErrors: 'ENABLED',
      enableTokenRevocation: true,
      allowedOauthFlows: ['code'],
      allowedOauthScopes: ['openid', 'email', 'https://api.company.com/read'],
      supportedIdentityProviders: ['COGNITO', 'Company'],
      accessTokenValidity: 60,
      refreshTokenValidity: 43_200,
    });
  });

  test.each([
    [
      'an attribute that is none',
      { readAttributes: ['mail'] },
      "readAttributes has 'mail', allowed are address, birthdate",
    ],
    [
      'an attribute that the pool lacks',
      { writeAttributes: ['custom:level'] },
      "writeAttributes has 'custom:level', allowed are",
    ],
    [
      'an attribute that Cognito writes',
      { writeAttributes: ['email_verified'] },
      "writeAttributes has 'email_verified', which Cognito alone writes",
    ],
    [
      'a callback without TLS',
      { managedLogin: { ...LOGIN, callbackUrls: ['http://company.com/in'] } },
      "callbackUrls 'http://company.com/in' (21 characters) is not allowed, only an https URL",
    ],
    [
      'a callback with a fragment',
      { managedLogin: { ...LOGIN, callbackUrls: ['https://company.com/#in'] } },
      "callbackUrls 'https://company.com/#in'",
    ],
    [
      'no callback',
      { managedLogin: { ...LOGIN, callbackUrls: [] } },
      'callbackUrls is 0, a whole number from 1 to 100',
    ],
    [
      'a way out without TLS',
      { managedLogin: { ...LOGIN, logoutUrls: ['http://company.com'] } },
      "logoutUrls 'http://company.com'",
    ],
    [
      'access for a moment',
      { accessTokenValidity: Duration.minutes(4) },
      'accessTokenValidity is 4 min, a whole number from 5 to 1440 min',
    ],
    ['access for days', { accessTokenValidity: Duration.days(2) }, 'accessTokenValidity is 2880 min'],
    [
      'an identity for a moment',
      { idTokenValidity: Duration.minutes(4) },
      'idTokenValidity is 4 min, a whole number from 5 to 1440 min',
    ],
    [
      'a short refresh',
      { refreshTokenValidity: Duration.minutes(59) },
      'refreshTokenValidity is 59 min, a whole number from 60 to 5256000 min',
    ],
    [
      'a refresh that ends with the access',
      { refreshTokenValidity: Duration.hours(1) },
      'accessTokenValidity is 60 min, only less than refreshTokenValidity, 60 min, is allowed',
    ],
  ] as [string, Partial<UserPoolClientProps>, string][])(
    'GIVEN %s WHEN a client is made THEN it is refused',
    (_, change, message) => {
      expect(() => client(chart(), change)).toThrow(message);
    },
  );

  test('GIVEN localhost WHEN it is a callback THEN it may lack TLS', () => {
    expect(() =>
      client(chart(), { managedLogin: { ...LOGIN, callbackUrls: ['http://localhost:3000/in'] } }),
    ).not.toThrow();
  });

  test('GIVEN a provider of another pool WHEN a client names it THEN it is refused', () => {
    const scope = chart();
    const foreign = directory(scope, { pool: pool(scope, {}, 'others') });
    expect(() => client(scope, { identityProviders: [foreign] })).toThrow('a provider of another pool');
  });
});
