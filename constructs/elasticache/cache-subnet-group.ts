import type { Construct } from 'constructs';
import * as elasticache from '../../imports/elasticache.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import { cacheId } from './cache-id';

/** Bounds: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSubnetGroup.html */
export interface CacheSubnetGroupProps {
  readonly description: string;
  /**
   * 1 to 20, each in its own availability zone:
   * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html
   */
  readonly subnetIds: readonly string[];
}

/** The subnets that ElastiCache puts nodes into. */
export class CacheSubnetGroup extends AwsObject {
  /** In how many availability zones nodes can be. */
  readonly zones: number;

  constructor(scope: Construct, id: string, { description, subnetIds }: CacheSubnetGroupProps) {
    super(scope, id);
    const { pattern, allowed } = cacheId(255);
    this.requireMatch('subnet group name', this.awsName, pattern, allowed);
    this.requireRange('subnetIds', subnetIds.length, 1, 20, ' subnets');
    this.zones = subnetIds.length;
    new elasticache.CacheSubnetGroup(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        cacheSubnetGroupName: this.awsName,
        cacheSubnetGroupDescription: description,
        subnetIDs: [...subnetIds],
        tags: tagList(this.tags),
      },
    });
  }
}
