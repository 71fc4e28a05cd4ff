import { lateSecret } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import { AWS_NAMESPACE } from '../core/aws-namespace';
import { AwsObject } from '../core/aws-object';
import { isUserAttribute, READ_ONLY_ATTRIBUTES, type UserAttribute } from './user-attributes';
import type { UserPool } from './user-pool';

/**
 * Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
export interface IdentityProviderProps {
  readonly pool: UserPool;
  readonly provider: SamlProvider | OidcProvider | SocialProvider;
  /** Which of its claims become which attributes. */
  readonly attributes: Readonly<Partial<Record<UserAttribute, string>>>;
}

/** A company's directory. Nothing about it is secret. */
export interface SamlProvider {
  readonly type: 'SAML';
  /** What applications and users see, 1 to 32 characters. AWS cannot change it later. */
  readonly providerName: string;
  /** Where it publishes its keys, an https URL; Cognito reads it again every 6 hours. */
  readonly metadataUrl: string;
}

/** A company's directory that speaks OpenID Connect. */
export interface OidcProvider extends Application {
  readonly type: 'OIDC';
  /** As a SAML provider's. */
  readonly providerName: string;
  /** An https URL, below which its configuration is found. */
  readonly issuer: string;
}

export interface SocialProvider extends Application {
  readonly type: 'Facebook' | 'Google' | 'LoginWithAmazon';
}

/** What a provider calls our application, and what shows that it is ours. */
interface Application {
  readonly clientId: string;
  /** A key of a Secret in the namespace of the AWS objects. */
  readonly clientSecret: { readonly name: string; readonly key: string };
}

const SCOPES = {
  Facebook: 'public_profile,email',
  Google: 'openid email profile',
  LoginWithAmazon: 'profile',
  OIDC: 'openid email profile',
} as const;

/** Somebody else who signs users of a pool in. */
export class IdentityProvider extends AwsObject {
  /** What clients call it. */
  readonly providerName: string;
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, { pool, provider, attributes }: IdentityProviderProps) {
    super(scope, id);
    this.pool = pool;
    this.providerName = 'providerName' in provider ? provider.providerName : provider.type;
    if ('providerName' in provider)
      // the others are names that Cognito gives
      this.requireMatch(
        'providerName',
        provider.providerName,
        /^(?!(?:COGNITO|Facebook|Google|LoginWithAmazon|SignInWithApple)$)[A-Za-z0-9][\w.-]{0,31}$/,
        '1 to 32 letters, digits and . _ -, a letter or digit first, and none of the names that Cognito itself gives',
      );
    for (const name of Object.keys(attributes))
      if (!isUserAttribute(name, pool.ownAttributes) || READ_ONLY_ATTRIBUTES.includes(name))
        this.fail(`attributes has '${name}', only standard attributes and the pool's own behind 'custom:' are allowed`);
    new cognito.IdentityProvider(this, 'Resource', {
      // without an external name: the provider keeps the pool's id and the name there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          userPoolIdRef: pool.userPoolIdRef,
          providerName: this.providerName,
          providerType: provider.type,
          providerDetails: this.detailsOf(provider),
          attributeMapping: { ...attributes } as Record<string, string>,
        },
      },
    });
  }

  private detailsOf(provider: IdentityProviderProps['provider']): Record<string, string> {
    if (provider.type === 'SAML') {
      this.requireMatch('metadataUrl', provider.metadataUrl, /^https:\/\/[^\s#]+$/, 'an https URL');
      return {
        MetadataURL: provider.metadataUrl,
        // signed requests, and no sign-in that the provider begins: it could be replayed
        IDPInit: 'false',
        IDPSignout: 'true',
        RequestSigningAlgorithm: 'rsa-sha256',
      };
    }
    const { type, clientId, clientSecret } = provider;
    this.requireMatch('clientId', clientId, /^[\w.:-]{1,256}$/, '1 to 256 letters, digits and _ . : -');
    const details = {
      client_id: clientId,
      client_secret: lateSecret({ ...clientSecret, namespace: AWS_NAMESPACE }),
      authorize_scopes: SCOPES[type],
    };
    if (type !== 'OIDC') return details;
    this.requireMatch('issuer', provider.issuer, /^https:\/\/[^\s?#]+$/, 'an https URL');
    return { ...details, oidc_issuer: provider.issuer, attributes_request_method: 'GET' };
  }
}
