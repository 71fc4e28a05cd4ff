import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { IdentityProvider, type IdentityProviderProps } from '../../../constructs/cognito/identity-provider';
import { UserPool, type UserPoolProps } from '../../../constructs/cognito/user-pool';
import { UserPoolClient, type UserPoolClientProps } from '../../../constructs/cognito/user-pool-client';
import { manifests, wired } from '../scope';

export const PASSWORD = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidity: Duration.days(7),
};

export const SAML = {
  type: 'SAML',
  providerName: 'Company',
  metadataUrl: 'https://login.company.com/metadata',
} as const;

export const LOGIN = { callbackUrls: ['https://company.com/in'], logoutUrls: [], scopes: [] };

/** A pool that is signed in to by e-mail. */
export function pool(scope: PlatformChart, change: Partial<UserPoolProps> = {}, id = 'users'): UserPool {
  return new UserPool(scope, id, {
    signInWith: ['email'],
    verified: ['email'],
    password: PASSWORD,
    mfa: { mode: 'OPTIONAL', types: ['SOFTWARE_TOKEN_MFA'] },
    threatProtection: 'OFF',
    ...change,
  });
}

/** A client with managed login, of a pool of its own if none is given. */
export function client(scope: PlatformChart, change: Partial<UserPoolClientProps> = {}): UserPoolClient {
  return new UserPoolClient(scope, 'client', {
    pool: change.pool ?? pool(scope),
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    readAttributes: ['email'],
    writeAttributes: ['email'],
    managedLogin: LOGIN,
    ...change,
  });
}

/** A company’s directory, of a pool of its own if none is given. */
export function directory(scope: PlatformChart, change: Partial<IdentityProviderProps> = {}): IdentityProvider {
  return new IdentityProvider(scope, 'directory', {
    pool: change.pool ?? pool(scope),
    provider: SAML,
    attributes: { email: 'mail' },
    ...change,
  });
}

/** What Crossplane is told of an object. */
export const forProvider = (scope: PlatformChart, name: string) =>
  manifests(scope)[name]!.spec['forProvider'] as Record<string, unknown>;

/** The same once late values are wired. */
export const inWired = (scope: PlatformChart, name: string) =>
  wired(scope)[name]!.spec['forProvider'] as Record<string, unknown>;
