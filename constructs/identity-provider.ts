import type { Construct } from 'constructs';
import * as cognito from '../imports/cognitoidp.aws.m.upbound.io';
import { AwsObject } from './aws-object';
import { isUserAttribute, READ_ONLY_ATTRIBUTES, type UserAttribute } from './user-attributes';
import type { UserPool } from './user-pool';

/** Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export interface SamlProviderProps {
  readonly pool: UserPool;
  /** What applications and users see, 1 to 32 characters. AWS cannot change it later. */
  readonly providerName: string;
  /** Where the provider publishes its keys, an https URL; Cognito reads it again every 6 hours. */
  readonly metadataUrl: string;
  /** Which of its claims become which attributes. */
  readonly attributes: Readonly<Partial<Record<UserAttribute, string>>>;
}

/**
 * A company's own directory, by SAML: its users sign in there. Nothing about it is secret, while OpenID Connect and social
 * providers need a client secret, for which the kind has no reference.
 */
export class IdentityProvider extends AwsObject {
  readonly providerName: string;
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, { pool, providerName, metadataUrl, attributes }: SamlProviderProps) {
    super(scope, id);
    this.pool = pool;
    this.providerName = providerName;
    // names of Cognito's own
    this.requireMatch(
      'providerName',
      providerName,
      /^(?!(?:COGNITO|Facebook|Google|LoginWithAmazon|SignInWithApple)$)[A-Za-z0-9][\w.-]{0,31}$/,
      '1 to 32 letters, digits and . _ -, a letter or digit first, and none of the names that Cognito itself gives',
    );
    this.requireMatch('metadataUrl', metadataUrl, /^https:\/\/[^\s#]+$/, 'an https URL');
    for (const name of Object.keys(attributes))
      if (!isUserAttribute(name, pool.ownAttributes) || READ_ONLY_ATTRIBUTES.includes(name))
        this.fail(`attributes has '${name}', only standard attributes and the pool's own behind 'custom:' are allowed`);
    new cognito.IdentityProvider(this, 'Resource', {
      // without an external name: the provider keeps the pool's id and the name there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.environment.region,
          userPoolIdRef: pool.userPoolIdRef,
          providerName,
          providerType: 'SAML',
          // signed requests, and no sign-in that the provider begins: it could be replayed
          providerDetails: {
            MetadataURL: metadataUrl,
            IDPInit: 'false',
            IDPSignout: 'true',
            RequestSigningAlgorithm: 'rsa-sha256',
          },
          attributeMapping: { ...attributes } as Record<string, string>,
        },
      },
    });
  }
}
