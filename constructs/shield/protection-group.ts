import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { cloudFormationTags } from '../core/tags';
import { REGION } from './region';

/** Bounds: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtectionGroup.html */
export interface ShieldProtectionGroupProps {
  /** How Shield adds up the traffic of its members: `MAX` where they do not share it. */
  readonly aggregation: 'SUM' | 'MEAN' | 'MAX';
}

/**
 * Everything of the account that Shield Advanced protects, judged together, so that an attack on all of it is seen as
 * one.
 */
export class ShieldProtectionGroup extends AwsObject {
  constructor(scope: Construct, id: string, { aggregation }: ShieldProtectionGroupProps) {
    super(scope, id);
    this.requireMatch('protection group', this.awsName, /^[a-zA-Z0-9-]{1,36}$/, '1 to 36 letters, digits and hyphens');
    new CloudControlResource(this, id, {
      typeName: 'AWS::Shield::ProtectionGroup',
      region: REGION,
      properties: {
        ProtectionGroupId: this.awsName,
        Aggregation: aggregation,
        Pattern: 'ALL',
        Tags: cloudFormationTags(this.tags),
      },
    });
  }
}
