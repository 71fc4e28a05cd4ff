import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';

const USER_POOL = 'cognitoidp.aws.m.upbound.io/UserPool';
const CLIENT = 'cognitoidp.aws.m.upbound.io/UserPoolClient';
const IDENTITY_PROVIDER = 'cognitoidp.aws.m.upbound.io/IdentityProvider';
const IDENTITY_POOL = 'cognitoidentity.aws.m.upbound.io/Pool';

const users = (field: string) => (evidence: Evidence) =>
  evidence.field(USER_POOL, 'platform-users', `spec.forProvider.${field}`);
const client = (field: string) => (evidence: Evidence) =>
  evidence.field(CLIENT, 'web-app-client', `spec.forProvider.${field}`);
const identities = (field: string) => (evidence: Evidence) =>
  evidence.field(IDENTITY_POOL, 'platform-identity-pool', `spec.forProvider.${field}`);

const passwordPolicy: Readonly<Record<string, unknown>> = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

/** The document's users, and what it asks of Cognito. */
export const cognito: readonly DocumentValue[] = [
  { path: 'Cognito.UserPool.Name', value: 'platform-users', read: users('name') },
  ...Object.entries(passwordPolicy).map(([name, value]) => ({
    path: `Cognito.UserPool.Policies.PasswordPolicy.${name}`,
    value,
    read: users(`passwordPolicy.${name.replace(/^./, (letter) => letter.toLowerCase())}`),
  })),
  { path: 'Cognito.UserPool.MfaConfiguration', value: 'OPTIONAL', read: users('mfaConfiguration') },
  {
    path: 'Cognito.UserPool.MfaTypes',
    value: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    read: (evidence) => [
      ...(users('smsConfiguration.snsCallerArn')(evidence) === undefined ? [] : ['SMS_MFA']),
      ...(users('softwareTokenMfaConfiguration.enabled')(evidence) === true ? ['SOFTWARE_TOKEN_MFA'] : []),
    ],
  },
  { path: 'Cognito.UserPoolClient.Name', value: 'web-app-client', read: client('name') },
  { path: 'Cognito.UserPoolClient.GenerateSecret', value: false, read: client('generateSecret') },
  {
    path: 'Cognito.UserPoolClient.ExplicitAuthFlows',
    value: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
    read: client('explicitAuthFlows'),
  },
  {
    path: 'Cognito.UserPoolClient.ReadAttributes',
    value: ['email', 'name', 'phone_number'],
    read: client('readAttributes'),
  },
  {
    path: 'Cognito.UserPoolClient.WriteAttributes',
    value: ['email', 'name', 'phone_number'],
    read: client('writeAttributes'),
  },
  { path: 'Cognito.IdentityPool.Name', value: 'platform-identity-pool', read: identities('identityPoolName') },
  {
    path: 'Cognito.IdentityPool.AllowUnauthenticatedIdentities',
    value: false,
    read: identities('allowUnauthenticatedIdentities'),
  },
  {
    path: 'Cognito.IdentityPool.CognitoIdentityProviders[0].ClientId',
    value: '${UserPoolClient.Id}',
    read: (evidence) => {
      const name = identities('cognitoIdentityProviders[0].clientIdRef.name')(evidence);
      return name === 'web-app-client' && evidence.find(CLIENT, name) ? '${UserPoolClient.Id}' : name;
    },
  },
  {
    path: 'Cognito.IdentityPool.CognitoIdentityProviders[0].ProviderName',
    value: '${UserPool.ProviderName}',
    read: (evidence) => {
      const name = identities('cognitoIdentityProviders[0].providerName')(evidence);
      return name === '${platformUsers.status.atProvider.endpoint}' ? '${UserPool.ProviderName}' : name;
    },
  },
  { path: 'Cognito: User Pools', value: true, read: (evidence) => evidence.all(USER_POOL).length > 0 },
  {
    path: 'Cognito: Identity Pools: Federated identity access to AWS resources',
    value: true,
    read: (evidence) =>
      evidence
        .all('cognitoidentity.aws.m.upbound.io/PoolRolesAttachment')
        .some((one) => at(one, 'spec.forProvider.roles.authenticated') !== undefined),
  },
  {
    path: 'Cognito: Social Identity Providers: Facebook, Google, Amazon login',
    value: true,
    read: (evidence) =>
      evidence
        .all(IDENTITY_PROVIDER)
        .some((one) =>
          ['Facebook', 'Google', 'LoginWithAmazon'].includes(String(at(one, 'spec.forProvider.providerType'))),
        ),
    deviation: {
      chosen: false,
      because:
        "a person's act comes first: each provider gives an id once our application is registered there; with it in the environment and its secret in Secrets Manager users can sign in there, as staging shows",
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html',
    },
  },
  {
    path: 'Cognito: SAML/OIDC: Enterprise identity provider integration',
    value: true,
    read: (evidence) => evidence.all(IDENTITY_PROVIDER).length > 0,
    deviation: {
      chosen: false,
      because:
        'the document names no provider, and each has to be told of the pool first; one in the environment is there at once, as staging shows',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html',
    },
  },
  {
    path: 'Cognito: MFA Support',
    value: true,
    read: (evidence) => evidence.all(USER_POOL).some((pool) => at(pool, 'spec.forProvider.mfaConfiguration') !== 'OFF'),
  },
  {
    path: 'Cognito: Custom Authentication: Lambda-based custom auth flows',
    value: true,
    read: (evidence) =>
      evidence
        .all(CLIENT)
        .some((one) =>
          ((at(one, 'spec.forProvider.explicitAuthFlows') ?? []) as string[]).includes('ALLOW_CUSTOM_AUTH'),
        ),
    deviation: {
      chosen: false,
      because:
        "the document's own client does not list the flow ALLOW_CUSTOM_AUTH, and no function asks a challenge; the pool takes the three triggers for it",
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
    },
  },
];
