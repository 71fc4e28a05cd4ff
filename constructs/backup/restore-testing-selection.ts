import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { auditName } from './audit-name';
import { NAME_ALLOWED, type RestoreTestingPlan } from './restore-testing-plan';

/**
 * Kinds that AWS restores for a test without being told how:
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
 */
export type TestedKind = 'Aurora' | 'DynamoDB' | 'EBS' | 'EFS' | 'S3';

/**
 * Bounds:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-restoretestingselection.html
 */
export interface RestoreTestingSelectionProps {
  readonly plan: RestoreTestingPlan;
  readonly kind: TestedKind;
  /** Makes what is restored. */
  readonly role: { readonly arn: string };
  /** What is tested carries all of them. */
  readonly tags: Readonly<Record<string, string>>;
  /** How long what was restored stays, for somebody to look at, 1 to 168 hours. */
  readonly validationWindowHours: number;
  /** How to restore, where what AWS infers does not do: `{ kmsKeyId: … }`. @default as AWS infers */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** What a restore test restores: one of every resource of a kind that carries the tags. */
export class RestoreTestingSelection extends AwsObject {
  constructor(scope: Construct, id: string, props: RestoreTestingSelectionProps) {
    super(scope, id);
    const { plan, kind, role, tags, validationWindowHours, overrides } = props;
    const name = auditName(this.awsName);
    this.requireMatch('restore testing selection name', name, /^[a-zA-Z0-9_]{1,50}$/, NAME_ALLOWED);
    this.requireRange('validationWindowHours', validationWindowHours, 1, 168, ' h');
    const conditions = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
    if (conditions.length === 0) this.fail('tags is empty, at least one is needed');

    new CloudControlResource(this, id, {
      typeName: 'AWS::Backup::RestoreTestingSelection',
      properties: {
        RestoreTestingPlanName: plan.planName,
        RestoreTestingSelectionName: name,
        ProtectedResourceType: kind,
        ProtectedResourceArns: ['*'],
        ProtectedResourceConditions: {
          StringEquals: conditions.map(([key, value]) => ({ Key: `aws:ResourceTag/${key}`, Value: value })),
        },
        IamRoleArn: role.arn,
        ValidationWindowHours: validationWindowHours,
        ...(overrides && { RestoreMetadataOverrides: overrides }),
      },
    });
  }
}
