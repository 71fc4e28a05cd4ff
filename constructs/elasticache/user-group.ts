import type { Construct } from 'constructs';
import * as elasticache from '../../imports/elasticache.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import { cacheId } from './cache-id';
import type { CacheUser } from './user';

/** Bounds: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html */
export interface CacheUserGroupProps {
  /** 1 to 100, one of them named `default`: whoever connects without a name is that one. */
  readonly users: readonly CacheUser[];
}

/** Who may use a replication group. */
export class CacheUserGroup extends AwsObject {
  constructor(scope: Construct, id: string, { users }: CacheUserGroupProps) {
    super(scope, id);
    const { pattern, allowed } = cacheId(40);
    this.requireMatch('user group id', this.awsName, pattern, allowed);
    this.requireRange('users', users.length, 1, 100);
    const names = users.map(({ userName }) => userName);
    if (!names.includes('default')) this.fail("users has nobody named 'default': AWS refuses a group without it");
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    if (twin !== undefined) this.fail(`users has two named '${twin}', AWS refuses that`);
    new elasticache.UserGroup(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        userGroupId: this.awsName,
        engine: 'redis',
        userRefs: users.map((user) => ({ from: { name: user.node.id } })),
        tags: tagList(this.tags),
      },
    });
  }
}
