import { holdsLate } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { cloudFormationTags } from '../core/tags';
import { REGION } from './region';

/** https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html */
const PROTECTED = new RegExp(
  `^arn:aws:(?:${[
    'elasticloadbalancing:[^:]+:\\d{12}:loadbalancer',
    'cloudfront::\\d{12}:distribution',
    'globalaccelerator::\\d{12}:accelerator',
    'route53:::hostedzone',
    'ec2:[^:]+:\\d{12}:eip-allocation',
  ].join('|')})/`,
);

/** Bounds: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html */
export interface ShieldProtectionProps {
  /** Of a load balancer, distribution, accelerator, hosted zone or elastic IP address; each can be protected once. */
  readonly resourceArn: string;
}

/**
 * Shield Advanced for one resource. Without automatic mitigation: AWS would put rules of its own into the web ACL, and
 * the ACL's controller would take them out again.
 */
export class ShieldProtection extends AwsObject {
  constructor(scope: Construct, id: string, { resourceArn }: ShieldProtectionProps) {
    super(scope, id);
    this.requireMatch(
      'protection name',
      this.awsName,
      /^[ a-zA-Z0-9_.-]{1,128}$/,
      '1 to 128 letters, digits, blanks and _ . -',
    );
    if (!PROTECTED.test(resourceArn) && !(holdsLate(resourceArn) && !resourceArn.startsWith('arn:')))
      this.fail(
        `resourceArn '${resourceArn}' is not allowed, only that of a load balancer, distribution, accelerator, hosted zone or elastic IP address`,
      );
    new CloudControlResource(this, id, {
      typeName: 'AWS::Shield::Protection',
      region: REGION,
      properties: { Name: this.awsName, ResourceArn: resourceArn, Tags: cloudFormationTags(this.tags) },
    });
  }
}
