import type { Construct } from 'constructs';
import * as elasticache from '../../imports/elasticache.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import { cacheId } from './cache-id';

/** Bounds: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html */
export interface CacheParameterGroupProps {
  readonly description: string;
  /** The engine's major version; AWS cannot change it later. */
  readonly family: RedisFamily;
  /**
   * By name, only those that differ from AWS's: whatever is not here, the controller sets back.
   * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
   */
  readonly parameters: Readonly<Record<string, string>>;
}

export type RedisFamily = 'redis6.x' | 'redis7';

/** Settings of a Redis engine. */
export class CacheParameterGroup extends AwsObject {
  readonly family: RedisFamily;
  /** Whether it divides the keys between shards. */
  readonly isClusterMode: boolean;

  constructor(scope: Construct, id: string, { description, family, parameters }: CacheParameterGroupProps) {
    super(scope, id);
    const { pattern, allowed } = cacheId(255);
    this.requireMatch('parameter group name', this.awsName, pattern, allowed);
    for (const [name, value] of Object.entries(parameters)) {
      this.requireMatch('parameter', name, /^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
      if (value === '') this.fail(`parameters.${name} is empty: the controller would leave it out again and again`);
    }
    const clusterMode = parameters['cluster-enabled'] ?? 'no';
    if (!['yes', 'no'].includes(clusterMode))
      this.fail(`parameters.cluster-enabled is '${clusterMode}', allowed are yes and no`);
    this.family = family;
    this.isClusterMode = clusterMode === 'yes';

    new elasticache.CacheParameterGroup(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        cacheParameterGroupName: this.awsName,
        cacheParameterGroupFamily: family,
        description,
        // in the order in which AWS gives them back: the controller compares lists, not sets
        parameterNameValues: Object.entries(parameters)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([parameterName, parameterValue]) => ({ parameterName, parameterValue })),
        tags: tagList(this.tags),
      },
    });
  }
}
