import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { UserPool } from './user-pool';

/** Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export interface UserGroupProps {
  readonly pool: UserPool;
  /** Who is in it, at most 2,048 characters. */
  readonly description: string;
  /** Of a user's groups the one with the lowest counts first, 0 or more. */
  readonly precedence: number;
}

/**
 * A group of a pool's users; tokens say which a user is in. Its name is the pool's alone: no prefix of the landing
 * stands before it.
 */
export class UserGroup extends AwsObject {
  constructor(scope: Construct, id: string, { pool, description, precedence }: UserGroupProps) {
    super(scope, id);
    this.requireMatch('group name', id, /^[a-z0-9-]{1,128}$/, '1 to 128 lower-case letters, digits and hyphens');
    this.requireLength('description', description, 2_048);
    this.requireRange('precedence', precedence, 0, 2_147_483_647);
    new cognito.UserGroup(this, 'Resource', {
      // without an external name: the provider keeps the pool's id and the name there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          userPoolIdRef: pool.userPoolIdRef,
          name: id,
          description,
          precedence,
        },
      },
    });
  }
}
