import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { Certificate } from '../../constructs/acm/certificate';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { IdentityPool } from '../../constructs/cognito/identity-pool';
import { IdentityProvider, type IdentityProviderProps } from '../../constructs/cognito/identity-provider';
import { ResourceServer, type ResourceServerProps } from '../../constructs/cognito/resource-server';
import { UserGroup, type UserGroupProps } from '../../constructs/cognito/user-group';
import { UserPool, type UserPoolProps } from '../../constructs/cognito/user-pool';
import { UserPoolClient, type UserPoolClientProps } from '../../constructs/cognito/user-pool-client';
import { UserPoolDomain } from '../../constructs/cognito/user-pool-domain';
import { LambdaFunction } from '../../constructs/lambda/function';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { Queue } from '../../constructs/sqs/queue';
import { chart, manifests, wired } from './scope';

const PASSWORD = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidity: Duration.days(7),
};
const SAML = { type: 'SAML', providerName: 'Company', metadataUrl: 'https://login.company.com/metadata' } as const;
const SECRET = { name: 'providers', key: 'google' };
const LOGIN = { callbackUrls: ['https://company.com/in'], logoutUrls: [], scopes: [] };

function pool(scope: PlatformChart, change: Partial<UserPoolProps> = {}, id = 'users'): UserPool {
  return new UserPool(scope, id, {
    signInWith: ['email'],
    verified: ['email'],
    password: PASSWORD,
    mfa: { mode: 'OPTIONAL', types: ['SOFTWARE_TOKEN_MFA'] },
    threatProtection: 'OFF',
    ...change,
  });
}

function client(scope: PlatformChart, change: Partial<UserPoolClientProps> = {}): UserPoolClient {
  return new UserPoolClient(scope, 'client', {
    pool: change.pool ?? pool(scope),
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    readAttributes: ['email'],
    writeAttributes: ['email'],
    managedLogin: LOGIN,
    ...change,
  });
}

function directory(scope: PlatformChart, change: Partial<IdentityProviderProps> = {}): IdentityProvider {
  return new IdentityProvider(scope, 'directory', {
    pool: change.pool ?? pool(scope),
    provider: SAML,
    attributes: { email: 'mail' },
    ...change,
  });
}

const forProvider = (scope: PlatformChart, name: string) =>
  manifests(scope)[name]!.spec['forProvider'] as Record<string, unknown>;
const inWired = (scope: PlatformChart, name: string) =>
  wired(scope)[name]!.spec['forProvider'] as Record<string, unknown>;

describe('UserPool', () => {
  test('GIVEN a pool WHEN it is made THEN nothing deletes it with its manifest, and it is backed up by its tag', () => {
    const scope = chart();
    pool(scope);
    const { metadata, spec } = manifests(scope)['users']!;
    expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      name: 'users',
      deletionProtection: 'ACTIVE',
      userPoolTier: 'ESSENTIALS',
      tags: { Backup: 'platform' },
    });
  });

  test('GIVEN codes by text message WHEN a pool is made THEN Cognito alone sends them, for this account, and to no topic', () => {
    const scope = chart({ namePrefix: 'staging-' });
    pool(scope, { mfa: { mode: 'OPTIONAL', types: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] } });
    expect(forProvider(scope, 'users')).toMatchObject({
      mfaConfiguration: 'OPTIONAL',
      softwareTokenMfaConfiguration: { enabled: true },
      smsConfiguration: {
        externalId: 'staging-users',
        snsCallerArn: 'arn:aws:iam::123456789012:role/platform/staging-users-sms',
      },
    });
    const role = manifests(scope)['users-sms']!.spec as {
      assumeRolePolicyDocument: string;
      inlinePolicies: Record<string, string>;
    };
    expect(JSON.parse(role.assumeRolePolicyDocument).Statement[0]).toMatchObject({
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      Condition: {
        StringEquals: { 'sts:ExternalId': 'staging-users', 'aws:SourceAccount': '123456789012' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/*' },
      },
    });
    expect(JSON.parse(role.inlinePolicies['send-codes']!).Statement).toEqual([
      { Action: 'sns:Publish', Effect: 'Allow', Resource: '*', Sid: 'SendToPhones' },
      { Action: 'sns:Publish', Effect: 'Deny', Resource: 'arn:aws:sns:*:*:*', Sid: 'DenyTopics' },
    ]);
  });

  test('GIVEN protection from threats WHEN a pool is made THEN it has the plan that this needs', () => {
    const scope = chart();
    pool(scope, { threatProtection: 'ENFORCED' });
    expect(forProvider(scope, 'users')).toMatchObject({
      userPoolTier: 'PLUS',
      userPoolAddOns: { advancedSecurityMode: 'ENFORCED' },
    });
  });

  test('GIVEN attributes and a sender WHEN a pool is made THEN strings have their bounds, and mail comes from a verified domain', () => {
    const scope = chart();
    pool(scope, {
      sender: 'no-reply@company.com',
      attributes: {
        department: { type: 'String', minLength: 1, maxLength: 64 },
        level: { type: 'Number', min: 1, max: 9 },
        trusted: { type: 'Boolean' },
      },
    });
    const { schema, emailConfiguration } = forProvider(scope, 'users');
    expect(schema).toMatchObject([
      { name: 'email', required: true, stringAttributeConstraints: { minLength: '0', maxLength: '2048' } },
      { name: 'department', stringAttributeConstraints: { minLength: '1', maxLength: '64' } },
      { name: 'level', numberAttributeConstraints: { minValue: '1', maxValue: '9' } },
      { name: 'trusted', attributeDataType: 'Boolean' },
    ]);
    expect(emailConfiguration).toEqual({
      emailSendingAccount: 'DEVELOPER',
      fromEmailAddress: 'no-reply@company.com',
      sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/company.com',
    });
  });

  test('GIVEN a function of ours as a trigger WHEN a pool is made THEN this pool may invoke it', () => {
    const scope = chart();
    const ours = new LambdaFunction(scope, 'greet', {
      description: 'Greets',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      code: { bucketName: 'code', key: 'greet.zip', sha256: `${'A'.repeat(43)}=` },
      timeout: Duration.seconds(3),
      memoryMb: 128,
      logGroup: new LogGroup(scope, 'functions', { retentionDays: 7 }),
      failures: new Queue(scope, 'failures'),
    });
    pool(scope, { triggers: { postConfirmation: ours } });
    const all = wired(scope);
    expect(all['UserPool users']!.spec['forProvider']).toMatchObject({ lambdaConfig: { postConfirmation: ours.arn } });
    expect(all['Permission greet-users-post-confirmation']!.spec['forProvider']).toMatchObject({
      principal: 'cognito-idp.amazonaws.com',
      sourceArn: '${users.status.atProvider.arn}',
    });
  });

  test.each([
    [
      'a short password',
      { password: { ...PASSWORD, minimumLength: 5 } },
      'password.minimumLength is 5, a whole number from 6 to 99',
    ],
    [
      'a password that nobody can type',
      { password: { ...PASSWORD, minimumLength: 100 } },
      'password.minimumLength is 100',
    ],
    [
      'a temporary password for ever',
      { password: { ...PASSWORD, temporaryPasswordValidity: Duration.days(366) } },
      'password.temporaryPasswordValidity is 366 d, a whole number from 1 to 365 d',
    ],
    [
      'no second factor with a type',
      { mfa: { mode: 'OFF', types: ['SMS_MFA'] } },
      'mfa: the mode is OFF but there is SMS_MFA; with OFF none is allowed',
    ],
    [
      'a second factor without a type',
      { mfa: { mode: 'ON', types: [] } },
      'mfa: the mode is ON without a type, SMS_MFA, SOFTWARE_TOKEN_MFA or both are needed',
    ],
    [
      'a name to sign in with that nobody verifies',
      { signInWith: ['email', 'phone_number'] },
      'verified lacks phone_number',
    ],
    ['nothing to sign in with', { signInWith: [] }, 'signInWith is 0, a whole number from 1 to 2'],
    [
      'phones without text messages',
      { verified: ['email', 'phone_number'] },
      'verified has phone_number, whose codes need the MFA type SMS_MFA',
    ],
    [
      'recovery by the second factor',
      { mfa: { mode: 'ON', types: ['SMS_MFA'] }, recovery: ['verified_phone_number'] },
      'recovery is by phone alone',
    ],
    [
      'recovery by administrators beside e-mail',
      { recovery: ['admin_only', 'verified_email'] },
      'recovery has admin_only beside verified_email, only alone it is allowed',
    ],
    ['no recovery', { recovery: [] }, 'recovery is 0, a whole number from 1 to 2'],
    [
      'a sender that is no address',
      { sender: 'company.com' },
      "sender 'company.com' (11 characters) is not allowed, only an e-mail address",
    ],
    [
      'an attribute with the prefix',
      { attributes: { 'custom:a': { type: 'Boolean' } } },
      "attribute 'custom:a' (8 characters) is not allowed, only 1 to 20",
    ],
    [
      'an attribute with a long name',
      { attributes: { [`a${'b'.repeat(20)}`]: { type: 'Boolean' } } },
      '(21 characters) is not allowed',
    ],
    [
      '51 attributes',
      { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, { type: 'Boolean' }])) },
      'attributes is 51, a whole number from 0 to 50',
    ],
    [
      'a string that is too long',
      { attributes: { a: { type: 'String', minLength: 0, maxLength: 2_049 } } },
      'attributes.a.maxLength is 2049, a whole number from 0 to 2048',
    ],
    [
      'a string that begins too late',
      { attributes: { a: { type: 'String', minLength: -1, maxLength: 2 } } },
      'attributes.a.minLength is -1',
    ],
    [
      'numbers that end before they begin',
      { attributes: { a: { type: 'Number', min: 2, max: 1 } } },
      'attributes.a.max is 1, a whole number from 2',
    ],
    [
      'a trigger that is none',
      { triggers: { postSignIn: { arn: 'arn' } } },
      "there is no trigger 'postSignIn', allowed are createAuthChallenge",
    ],
  ] as [string, Partial<UserPoolProps>, string][])(
    'GIVEN %s WHEN a pool is made THEN it is refused',
    (_, change, message) => {
      expect(() => pool(chart(), change)).toThrow(message);
    },
  );
});

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

describe('IdentityProvider', () => {
  test('GIVEN a directory WHEN it is made THEN requests to it are signed, and only Cognito begins', () => {
    const scope = chart();
    directory(scope);
    expect(forProvider(scope, 'directory')).toMatchObject({
      providerType: 'SAML',
      providerDetails: {
        MetadataURL: 'https://login.company.com/metadata',
        IDPInit: 'false',
        RequestSigningAlgorithm: 'rsa-sha256',
      },
      attributeMapping: { email: 'mail' },
    });
  });

  test('GIVEN a provider with a client secret WHEN it is made THEN kro takes it from the Secret, and git holds where it is', () => {
    const scope = chart();
    directory(scope, { provider: { type: 'Google', clientId: 'ours', clientSecret: SECRET } });
    expect(inWired(scope, 'IdentityProvider directory')).toMatchObject({
      providerName: 'Google',
      providerType: 'Google',
      providerDetails: { client_id: 'ours', client_secret: '${string(providers.data.google)}' },
      userPoolIdRef: { name: 'users' },
    });
    const graph = wired(scope)['ResourceGraphDefinition test-directory']!;
    expect(JSON.stringify(graph)).toContain(
      '"externalRef":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"providers","namespace":"aws"}}',
    );
  });

  test('GIVEN a key that no expression can name WHEN a provider is made THEN it is refused', () => {
    const provider = { type: 'Google', clientId: 'ours', clientSecret: { ...SECRET, key: 'a-b' } } as const;
    expect(() => directory(chart(), { provider })).toThrow("the key 'a-b' of the Secret providers is no identifier");
  });

  test.each([
    [
      'a name of Cognito',
      { provider: { ...SAML, providerName: 'Google' } },
      "providerName 'Google' (6 characters) is not allowed",
    ],
    [
      'a long name',
      { provider: { ...SAML, providerName: 'a'.repeat(33) } },
      '(33 characters) is not allowed, only 1 to 32',
    ],
    [
      'metadata without TLS',
      { provider: { ...SAML, metadataUrl: 'http://login.company.com' } },
      "metadataUrl 'http://login.company.com' (24 characters) is not allowed, only an https URL",
    ],
    ['an attribute that is none', { attributes: { mail: 'mail' } }, "attributes has 'mail', only standard attributes"],
    [
      'an issuer without TLS',
      {
        provider: {
          type: 'OIDC',
          providerName: 'A',
          issuer: 'http://login.company.com',
          clientId: 'ours',
          clientSecret: SECRET,
        },
      },
      "issuer 'http://login.company.com' (24 characters) is not allowed, only an https URL",
    ],
    [
      'an application without an id',
      { provider: { type: 'Facebook', clientId: '', clientSecret: SECRET } },
      "clientId '' (0 characters) is not allowed, only 1 to 256",
    ],
  ] as [string, Partial<IdentityProviderProps>, string][])(
    'GIVEN %s WHEN a provider is made THEN it is refused',
    (_, change, message) => {
      expect(() => directory(chart(), change)).toThrow(message);
    },
  );
});

describe('ResourceServer and UserGroup', () => {
  test.each([
    ['no scopes', { scopes: {} }, 'scopes is 0, a whole number from 1 to 100'],
    ['a scope with a slash', { scopes: { 'a/b': 'A' } }, "scope 'a/b' (3 characters) is not allowed"],
    [
      'a scope without a description',
      { scopes: { a: '' } },
      "scopes.a '' (0 characters) is not allowed, only 1 to 256 characters",
    ],
    ['an identifier with a space', { identifier: 'a b' }, "identifier 'a b' (3 characters) is not allowed"],
  ] as [string, Partial<ResourceServerProps>, string][])(
    'GIVEN %s WHEN a resource server is made THEN it is refused',
    (_, change, message) => {
      const scope = chart();
      expect(
        () =>
          new ResourceServer(scope, 'server', { pool: pool(scope), identifier: 'api', scopes: { a: 'A' }, ...change }),
      ).toThrow(message);
    },
  );

  test.each([
    ['a negative precedence', { precedence: -1 }, 'precedence is -1, a whole number from 0'],
    [
      'a long description',
      { description: 'x'.repeat(2_049) },
      'description has 2049 characters, at most 2048 are allowed',
    ],
  ] as [string, Partial<UserGroupProps>, string][])(
    'GIVEN %s WHEN a group is made THEN it is refused',
    (_, change, message) => {
      const scope = chart();
      expect(
        () => new UserGroup(scope, 'staff', { pool: pool(scope), description: '', precedence: 0, ...change }),
      ).toThrow(message);
    },
  );
});

describe('UserPoolDomain', () => {
  const ours = (scope: PlatformChart) => new HostedZone(scope, 'zone', { domain: 'company.com', comment: '' });

  test('GIVEN a pool and a certificate WHEN it gets a name THEN the record leads where AWS says', () => {
    const scope = chart();
    const zone = ours(scope);
    const domain = 'auth.company.com';
    new UserPoolDomain(scope, 'login', {
      pool: pool(scope),
      zone,
      domain,
      certificate: new Certificate(scope, 'certificate', { zone, domain }),
    });
    const all = wired(scope);
    expect(all['UserPoolDomain login']!.spec['forProvider']).toMatchObject({
      domain,
      certificateArn: '${certificate.status.ackResourceMetadata.arn}',
    });
    expect(all['RecordSet login-alias']!.spec).toMatchObject({
      aliasTarget: { dnsName: '${login.status.atProvider.cloudfrontDistribution}', evaluateTargetHealth: false },
    });
  });

  test.each([
    [
      'a name outside the zone',
      'auth.other.com',
      'auth.company.com',
      'us-east-1',
      "domain 'auth.other.com' lies outside the zone",
    ],
    [
      'a certificate for another name',
      'auth.company.com',
      'b.company.com',
      'us-east-1',
      "certificate is for 'b.company.com', only one for 'auth.company.com'",
    ],
    [
      'a certificate of another region',
      'auth.company.com',
      'auth.company.com',
      'us-west-2',
      'certificate is in us-west-2, only us-east-1 is allowed',
    ],
  ])('GIVEN %s WHEN a pool gets it THEN it is refused', (_, domain, certified, region, message) => {
    const scope = chart();
    const zone = ours(scope);
    const certificate = new Certificate(scope, 'certificate', { zone, domain: certified, region });
    expect(() => new UserPoolDomain(scope, 'login', { pool: pool(scope), zone, domain, certificate })).toThrow(message);
  });
});

describe('IdentityPool', () => {
  test('GIVEN a client WHEN a pool is made THEN only its signed-in users get the role, and the pool is kept', () => {
    const scope = chart();
    new IdentityPool(scope, 'identities', { clients: [client(scope)], policies: {} });
    const all = wired(scope);
    expect(inWired(scope, 'Pool identities')).toMatchObject({
      allowUnauthenticatedIdentities: false,
      allowClassicFlow: false,
      cognitoIdentityProviders: [
        {
          clientIdRef: { name: 'client' },
          providerName: '${users.status.atProvider.endpoint}',
          serverSideTokenCheck: true,
        },
      ],
    });
    expect(all['Pool identities']!.spec['managementPolicies']).not.toContain('Delete');
    const trust = JSON.parse(all['Role identities-authenticated']!.spec['assumeRolePolicyDocument'] as string);
    expect(trust.Statement[0]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': '${identities.status.atProvider.id}' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    });
    expect(inWired(scope, 'PoolRolesAttachment identities')).toMatchObject({
      identityPoolIdRef: { name: 'identities' },
      roles: { authenticated: 'arn:aws:iam::123456789012:role/platform/identities-authenticated' },
    });
  });

  test.each([
    ['no client', { clients: [] }, 'clients is 0, a whole number from 1 to 50'],
    [
      'an id with a space',
      { socialApplications: { 'www.amazon.com': 'a b' } },
      "www.amazon.com 'a b' (3 characters) is not allowed",
    ],
  ])('GIVEN %s WHEN an identity pool is made THEN it is refused', (_, change, message) => {
    const scope = chart();
    expect(() => new IdentityPool(scope, 'identities', { clients: [client(scope)], policies: {}, ...change })).toThrow(
      message,
    );
  });
});
