import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as dax from '../../imports/dax.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-management.html#DAX.cluster-management.custom-settings.ttl
 */
export interface DaxParameterGroupProps {
  /** Of GetItem and BatchGetItem. */
  readonly itemTtl: Duration;
  /** Of Query and Scan. */
  readonly queryTtl: Duration;
}

/** Its two parameters are all that DAX has. AWS takes no change while a cluster uses them. */
export class DaxParameterGroup extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;

  constructor(scope: Construct, id: string, { itemTtl, queryTtl }: DaxParameterGroupProps) {
    super(scope, id);
    this.requireMatch(
      'parameter group name',
      this.awsName,
      /^[a-z][a-z0-9-]*$/,
      'lower-case letters, digits and hyphens',
    );
    this.requireTtl('itemTtl', itemTtl);
    this.requireTtl('queryTtl', queryTtl);
    const resource = new dax.ParameterGroup(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          description: 'How long DAX answers from memory',
          parameters: [
            { name: 'query-ttl-millis', value: String(queryTtl.toMilliseconds()) },
            { name: 'record-ttl-millis', value: String(itemTtl.toMilliseconds()) },
          ],
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
  }

  /**
   * AWS has no upper bound, and takes 0 for an item as for ever, which nobody means who writes 0:
   * https://docs.aws.amazon.com/cli/latest/reference/dax/describe-parameters.html
   */
  private requireTtl(field: string, ttl: Duration): void {
    this.requireRange(field, ttl.toMilliseconds(), 1, Number.MAX_SAFE_INTEGER, ' ms');
  }
}
