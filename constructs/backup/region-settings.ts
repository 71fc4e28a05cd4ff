import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/**
 * Every kind that AWS Backup knows. All of them have to be said, or the provider sees a difference
 * (https://github.com/crossplane-contrib/provider-upjet-aws/blob/main/config/namespaced/backup/config.go).
 */
const KINDS = [
  'Aurora',
  'CloudFormation',
  'DSQL',
  'DocumentDB',
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'EKS',
  'FSx',
  'Neptune',
  'RDS',
  'Redshift',
  'Redshift Serverless',
  'S3',
  'SAP HANA on Amazon EC2',
  'Storage Gateway',
  'Timestream',
  'VirtualMachine',
];

/**
 * Whose backups AWS Backup keeps itself, where that is a choice: only then can DynamoDB's be copied to another region
 * and kept cold.
 */
const MANAGED_KINDS = ['CloudFormation', 'DSQL', 'DynamoDB', 'EFS'];

export interface RegionSettingsProps {
  /** @default the home region */
  readonly region?: string;
}

/**
 * Lets plans of the account and region back up everything that they select by tags. Every kind: the tag alone says what
 * is backed up, and nobody's plan loses a kind. The settings stay in AWS when this goes.
 */
export class RegionSettings extends AwsObject {
  constructor(scope: Construct, id: string, { region }: RegionSettingsProps = {}) {
    super(scope, id);
    new backup.RegionSettings(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: region ?? this.landing.region,
          resourceTypeOptInPreference: allOf(KINDS),
          resourceTypeManagementPreference: allOf(MANAGED_KINDS),
        },
      },
    });
  }
}

function allOf(kinds: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(kinds.map((kind) => [kind, true]));
}
