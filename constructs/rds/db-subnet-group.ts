import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html */
export interface DbSubnetGroupProps {
  readonly description: string;
  /** Of which VPC its subnets are. @default 'home' */
  readonly region?: 'home' | 'dr';
}

/**
 * The database subnets of one of the landing's VPCs: without a route to the internet, in at least two availability
 * zones.
 */
export class DbSubnetGroup extends AwsObject {
  constructor(scope: Construct, id: string, { description, region = 'home' }: DbSubnetGroupProps) {
    super(scope, id);
    this.requireMatch(
      'subnet group name',
      this.awsName,
      /^(?!default$)[a-z][a-z0-9._ -]{0,254}$/,
      '1 to 255 small letters, digits, periods, underscores, spaces and hyphens, a letter first, not default',
    );
    const subnetIDs = [...this.need(region === 'dr' ? 'dr.vpc' : 'vpc').databaseSubnetIds];
    if (subnetIDs.length < 2)
      this.fail(`${subnetIDs.length} subnet, at least 2 in different availability zones needed`);

    new rds.DbSubnetGroup(this, 'Resource', {
      metadata: this.ackMetadata(region === 'dr' ? this.need('dr').region : undefined),
      spec: { name: this.awsName, description, subnetIDs, tags: tagList(this.tags) },
    });
  }
}
