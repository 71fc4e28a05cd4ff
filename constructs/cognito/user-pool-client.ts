import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { IdentityProvider } from './identity-provider';
import type { ResourceServer } from './resource-server';
import { isUserAttribute, READ_ONLY_ATTRIBUTES, STANDARD_ATTRIBUTES, type UserAttribute } from './user-attributes';
import type { UserPool } from './user-pool';

/** Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export interface UserPoolClientProps {
  readonly pool: UserPool;
  /**
   * How it may sign users in by itself. Those of browsers and phones have no secret, so nobody can pose as them with
   * one.
   */
  readonly explicitAuthFlows: readonly AuthFlow[];
  readonly readAttributes: readonly UserAttribute[];
  readonly writeAttributes: readonly UserAttribute[];
  /** Where managed login may send users back to, and what tokens may then be for. */
  readonly managedLogin: ManagedLogin;
  /** Whom else users may sign in with. @default nobody but the pool itself */
  readonly identityProviders?: readonly IdentityProvider[];
  /** 5 minutes to 1 day, and shorter than the refresh token's. @default Duration.hours(1) */
  readonly accessTokenValidity?: Duration;
  /** 5 minutes to 1 day, and shorter than the refresh token's. @default Duration.hours(1) */
  readonly idTokenValidity?: Duration;
  /** 60 minutes to 10 years. @default Duration.days(30) */
  readonly refreshTokenValidity?: Duration;
}

export type AuthFlow =
  | 'ALLOW_CUSTOM_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_USER_AUTH'
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_USER_SRP_AUTH';

/** By authorization codes alone: the implicit grant puts tokens into addresses. */
export interface ManagedLogin {
  /** https URLs, or http://localhost, without a fragment; 1 to 100. */
  readonly callbackUrls: readonly string[];
  /** The same; up to 100. */
  readonly logoutUrls: readonly string[];
  /** Besides `openid`. */
  readonly scopes: readonly ('email' | 'phone' | 'profile')[];
  /** Whose scopes it may ask for too. @default nobody's */
  readonly resourceServers?: readonly ResourceServer[];
}

const URL_ALLOWED = 'an https URL, or http://localhost for tests, without a fragment and at most 1,024 characters';

/** An application that signs users of a pool in. */
export class UserPoolClient extends AwsObject {
  /** Late. */
  readonly id: string;
  readonly pool: UserPool;
  readonly clientIdRef = { name: this.node.id };

  constructor(scope: Construct, id: string, props: UserPoolClientProps) {
    super(scope, id);
    const { pool, explicitAuthFlows, readAttributes, writeAttributes, managedLogin, identityProviders = [] } = props;
    const { accessTokenValidity = Duration.hours(1), idTokenValidity = Duration.hours(1) } = props;
    const { refreshTokenValidity = Duration.days(30) } = props;
    this.pool = pool;
    this.requireMatch(
      'client name',
      this.awsName,
      /^[\w +=,.@-]{1,128}$/,
      '1 to 128 letters, digits and + = , . @ _ -',
    );
    this.requireAttributes('readAttributes', readAttributes);
    this.requireAttributes('writeAttributes', writeAttributes);
    const readOnly = writeAttributes.find((name) => READ_ONLY_ATTRIBUTES.includes(name));
    if (readOnly) this.fail(`writeAttributes has '${readOnly}', which Cognito alone writes`);
    this.requireUrls(managedLogin);
    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html
    this.requireRange('refreshTokenValidity', refreshTokenValidity.toMinutes(), 60, 5_256_000, ' min');
    for (const [name, validity] of Object.entries({ accessTokenValidity, idTokenValidity })) {
      this.requireRange(name, validity.toMinutes(), 5, 1_440, ' min');
      if (validity.toMinutes() >= refreshTokenValidity.toMinutes())
        this.fail(
          `${name} is ${validity.toMinutes()} min, only less than refreshTokenValidity, ${refreshTokenValidity.toMinutes()} min, is allowed`,
        );
    }
    if (identityProviders.some((provider) => provider.pool !== pool))
      this.fail('identityProviders: a provider of another pool, only those of its own are allowed');

    const resource = new cognito.UserPoolClient(this, 'Resource', {
      // without an external name: it is the id that AWS makes up
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          userPoolIdRef: pool.userPoolIdRef,
          name: this.awsName,
          generateSecret: false,
          explicitAuthFlows: [...explicitAuthFlows],
          readAttributes: [...readAttributes],
          writeAttributes: [...writeAttributes],
          // an answer to a wrong name is the same as to a wrong password
          preventUserExistenceErrors: 'ENABLED',
          enableTokenRevocation: true,
          accessTokenValidity: accessTokenValidity.toMinutes(),
          idTokenValidity: idTokenValidity.toMinutes(),
          refreshTokenValidity: refreshTokenValidity.toMinutes(),
          tokenValidityUnits: [{ accessToken: 'minutes', idToken: 'minutes', refreshToken: 'minutes' }],
          authSessionValidity: 3,
          supportedIdentityProviders: ['COGNITO', ...identityProviders.map(({ providerName }) => providerName)],
          allowedOauthFlowsUserPoolClient: true,
          allowedOauthFlows: ['code'],
          allowedOauthScopes: scopesOf(managedLogin),
          callbackUrls: [...managedLogin.callbackUrls],
          logoutUrls: [...managedLogin.logoutUrls],
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
  }

  private requireAttributes(field: string, names: readonly string[]): void {
    const own = this.pool.ownAttributes;
    for (const name of names)
      if (!isUserAttribute(name, own))
        this.fail(
          `${field} has '${name}', allowed are ${[...STANDARD_ATTRIBUTES, ...own.map((one) => `custom:${one}`)].join(', ')}`,
        );
  }

  private requireUrls({ callbackUrls, logoutUrls }: ManagedLogin): void {
    this.requireRange('callbackUrls', callbackUrls.length, 1, 100);
    this.requireRange('logoutUrls', logoutUrls.length, 0, 100);
    for (const [field, urls] of Object.entries({ callbackUrls, logoutUrls }))
      for (const url of urls)
        this.requireMatch(
          field,
          url,
          /^(?=.{1,1024}$)(?:https:\/\/(?:[\w-]+\.)+[a-z]{2,}|http:\/\/localhost)(?::\d+)?(?:\/[^\s#]*)?$/,
          URL_ALLOWED,
        );
  }
}

function scopesOf({ scopes, resourceServers = [] }: ManagedLogin): string[] {
  return ['openid', ...scopes, ...resourceServers.flatMap((server) => server.scopes)];
}
