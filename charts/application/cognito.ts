import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { IDENTITY, IdentityPool } from '../../constructs/cognito/identity-pool';
import { IdentityProvider } from '../../constructs/cognito/identity-provider';
import { ResourceServer } from '../../constructs/cognito/resource-server';
import { UserGroup } from '../../constructs/cognito/user-group';
import { UserPool } from '../../constructs/cognito/user-pool';
import { UserPoolClient } from '../../constructs/cognito/user-pool-client';
import { UserPoolDomain } from '../../constructs/cognito/user-pool-domain';
import { onlyThrough, type Statement } from '../../constructs/core/policy-document';
import { ExternalSecret } from '../../constructs/external-secrets/external-secret';
import type { SecretKey } from '../../constructs/kubernetes/secret-key';
import { Secret } from '../../constructs/secretsmanager/secret';
import type { Environment } from '../../environments';
import type { Acm } from '../network/acm';
import type { Route53 } from '../network/route53';
import { PlatformChart } from '../platform-chart';
import type { ExternalSecrets } from '../security/external-secrets';
import type { S3 } from '../storage/s3';
import type { Lambda } from './lambda';

interface CognitoUses {
  readonly acm: Acm;
  readonly externalSecrets: ExternalSecrets;
  readonly lambda: Lambda;
  readonly route53: Route53;
  readonly s3: S3;
}

/** The platform's users, how they sign in, and what they may do in AWS themselves. */
export class Cognito extends PlatformChart {
  readonly users: UserPool;

  /** What tokens can be for. */
  readonly api: ResourceServer;

  readonly webApp: UserPoolClient;

  readonly identities: IdentityPool;

  constructor(scope: Construct, id: string, environment: Environment, uses: CognitoUses) {
    super(scope, id, environment);
    const { acm, externalSecrets, lambda, route53, s3 } = uses;
    this.users = new UserPool(this, 'platform-users', {
      signInWith: ['email'],
      verified: ['email'],
      password: {
        minimumLength: 8,
        requireUppercase: true,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        temporaryPasswordValidity: Duration.days(7),
      },
      mfa: { mode: 'OPTIONAL', types: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
      threatProtection: environment.users.threatProtection,
      triggers: { postConfirmation: lambda.userEventProcessor },
      sender: environment.users.sender,
    });
    this.api = new ResourceServer(this, 'platform-api', {
      pool: this.users,
      identifier: `https://${environment.edge.apiDomain}`,
      scopes: { read: 'Read what is yours', write: 'Change what is yours' },
    });
    const { domain, users } = environment;
    const pool = this.users;
    const identityProviders = users.identityProviders.map(
      ({ name, ...data }) =>
        new IdentityProvider(this, name, {
          pool,
          provider: data.type === 'SAML' ? data : { ...data, clientSecret: this.clientSecret(name, externalSecrets) },
          attributes: { email: 'email', name: data.type === 'SAML' ? 'displayName' : 'name' },
        }),
    );
    this.webApp = new UserPoolClient(this, 'web-app-client', {
      pool,
      explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      readAttributes: ['email', 'name', 'phone_number'],
      writeAttributes: ['email', 'name', 'phone_number'],
      managedLogin: {
        callbackUrls: [`https://${domain}/signed-in`],
        logoutUrls: [`https://${domain}/`],
        scopes: ['email', 'phone', 'profile'],
        resourceServers: [this.api],
      },
      identityProviders,
    });
    new UserPoolDomain(this, 'login', {
      pool,
      zone: route53.zone,
      domain: users.loginDomain,
      certificate: acm.login,
    });
    new UserGroup(this, 'administrators', { pool, description: 'Runs the platform', precedence: 0 });
    new UserGroup(this, 'support', { pool, description: 'Helps users of the platform', precedence: 10 });

    this.identities = new IdentityPool(this, 'platform-identity-pool', {
      clients: [this.webApp],
      socialApplications: users.socialApplications,
      policies: { files: this.ownFiles(s3.data.arn) },
    });
  }

  /** A person puts it into Secrets Manager once the provider gave it. */
  private clientSecret(provider: string, { store }: ExternalSecrets): SecretKey {
    const secret = new Secret(this, `${provider}-idp-credentials`, {
      description: `With which Cognito signs in at ${provider}`,
      fields: ['clientSecret'],
    });
    return new ExternalSecret(this, `${provider}-idp`, { store, secret }).key('clientSecret');
  }

  /** Large files do not go through the API: everybody brings and takes their own. */
  private ownFiles(bucketArn: string): Statement[] {
    const { outputs, region } = this.environment;
    return [
      { sid: 'BringOwn', actions: ['s3:PutObject'], resources: [`${bucketArn}/incoming/users/${IDENTITY}/*`] },
      { sid: 'TakeOwn', actions: ['s3:GetObject'], resources: [`${bucketArn}/processed/users/${IDENTITY}/*`] },
      {
        sid: 'KeyToFiles',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [outputs.keys.storage],
        conditions: onlyThrough('s3', region),
      },
    ];
  }
}
