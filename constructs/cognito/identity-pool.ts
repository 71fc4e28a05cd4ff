import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidentity.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import { KEPT_POLICIES } from '../core/removal';
import { Role } from '../iam/role';
import type { UserPoolClient } from './user-pool-client';

/** Bounds: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html */
export interface IdentityPoolProps {
  /** Whose signed-in users it knows, 1 to 50. */
  readonly clients: readonly UserPoolClient[];
  /**
   * What social providers call our application there, by provider; nothing of it is secret.
   * @default no social provider
   */
  readonly socialApplications?: Readonly<Partial<Record<SocialProvider, string>>>;
  /** What they may do in AWS, by name of the policy. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html */
export type SocialProvider = 'accounts.google.com' | 'graph.facebook.com' | 'www.amazon.com';

/** Who is signed in, in IAM's policies. */
export const IDENTITY = '${cognito-identity.amazonaws.com:sub}';

/**
 * Gives users who have signed in keys of AWS for an hour; nobody else gets any. It outlives its manifest: made again it
 * would know every user by another id.
 */
export class IdentityPool extends AwsObject {
  /** Late. */
  readonly id: string;
  /** What signed-in users are in AWS. */
  readonly role: Role;

  constructor(scope: Construct, id: string, { clients, socialApplications = {}, policies }: IdentityPoolProps) {
    super(scope, id);
    this.requireMatch(
      'identity pool name',
      this.awsName,
      /^[\w +=,.@-]{1,128}$/,
      '1 to 128 letters, digits and + = , . @ _ -',
    );
    this.requireRange('clients', clients.length, 1, 50);
    for (const [provider, application] of Object.entries(socialApplications))
      this.requireMatch(provider, application, /^[\w.-]{1,128}$/, '1 to 128 letters, digits and _ . -');
    const { region } = this.landing;
    const resource = new cognito.Pool(this, 'Resource', {
      // without an external name: it is the id that AWS makes up
      metadata: this.keptMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as cognito.PoolSpecManagementPolicies[],
        forProvider: {
          region,
          identityPoolName: this.awsName,
          allowUnauthenticatedIdentities: false,
          // the older flow lets a client choose its role
          allowClassicFlow: false,
          cognitoIdentityProviders: clients.map(({ clientIdRef, pool }) => ({
            clientIdRef,
            providerName: pool.endpoint,
            // asks whether the user is still there and has not been signed out everywhere
            serverSideTokenCheck: true,
          })),
          ...(Object.keys(socialApplications).length > 0 && {
            supportedLoginProviders: { ...socialApplications } as Record<string, string>,
          }),
          tags: this.statefulTags,
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
    this.role = new Role(this, `${id}-authenticated`, {
      description: `Signed-in users of the identity pool ${this.awsName}`,
      assumedBy: { identityPoolId: this.id },
      policies,
    });
    new cognito.PoolRolesAttachment(this, 'Roles', {
      // without an external name: it is the pool's id
      metadata: { name: id },
      spec: {
        forProvider: { region, identityPoolIdRef: { name: id }, roles: { authenticated: this.role.arn } },
      },
    });
  }
}
