import { holdsLate } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject, cloudFormationTags } from '../core/aws-object';
import { Role } from '../iam/role';

/** Shield's only endpoint: https://docs.aws.amazon.com/general/latest/gr/shield.html */
const REGION = 'us-east-1';

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
 * Shield Advanced for one resource. Without automatic mitigation: AWS would put rules of its own into the web ACL, and the
 * ACL's controller would take them out again.
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

/** Bounds: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtectionGroup.html */
export interface ShieldProtectionGroupProps {
  /** How Shield adds up the traffic of its members: `MAX` where they do not share it. */
  readonly aggregation: 'SUM' | 'MEAN' | 'MAX';
}

/** Everything of the account that Shield Advanced protects, judged together, so that an attack on all of it is seen as one. */
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

/**
 * Lets AWS's response team look at the account's firewalls and change them during an attack. An account has one such role;
 * the team works for accounts with Business or Enterprise Support
 * (https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html).
 */
export class ShieldResponseTeam extends AwsObject {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = new Role(this, id, {
      description: "Shield's response team during an attack",
      assumedBy: { service: 'drt.shield.amazonaws.com' },
      managedPolicies: ['service-role/AWSShieldDRTAccessPolicy'],
    });
    new CloudControlResource(this, `${id}-access`, {
      typeName: 'AWS::Shield::DRTAccess',
      region: REGION,
      properties: { RoleArn: role.arn },
    });
  }
}
