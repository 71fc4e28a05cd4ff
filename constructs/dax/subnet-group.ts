import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as dax from '../../imports/dax.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateSubnetGroup.html */
export interface DaxSubnetGroupProps {
  /** Each in its own availability zone. */
  readonly subnetIds: readonly string[];
}

/** The subnets that DAX puts nodes into. */
export class DaxSubnetGroup extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;

  constructor(scope: Construct, id: string, { subnetIds }: DaxSubnetGroupProps) {
    super(scope, id);
    this.requireMatch('subnet group name', this.awsName, /^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
    if (subnetIds.length === 0) this.fail('subnetIds is empty, at least one subnet is needed');
    const resource = new dax.SubnetGroup(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          description: 'Where nodes of DAX are',
          subnetIds: [...subnetIds],
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
  }
}
