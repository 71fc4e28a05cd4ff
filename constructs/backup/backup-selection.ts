import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { BackupPlan } from './backup-plan';

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
export interface BackupSelectionProps {
  readonly plan: BackupPlan;
  /** Makes the backups. */
  readonly role: { readonly arn: string };
  /** What is selected carries all of them. At least one: without any, AWS selects whatever it can back up. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What a plan backs up: everything that carries the tags. AWS cannot change a selection, and the controller says so and
 * stops: a change needs another name, and then the old one goes and a new one comes.
 */
export class BackupSelection extends AwsObject {
  constructor(scope: Construct, id: string, { plan, role, tags }: BackupSelectionProps) {
    super(scope, id);
    this.requireMatch('selection name', this.awsName, /^[a-zA-Z0-9_.-]{1,50}$/, '1 to 50 letters, digits and - _ .');
    const conditions = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
    if (conditions.length === 0) this.fail('tags is empty, at least one is needed: AWS would select everything');
    new backup.BackupSelection(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        backupPlanId: plan.planId,
        iamRoleArn: role.arn,
        // conditions narrow this down: https://repost.aws/knowledge-center/backup-assign-resources
        resources: ['*'],
        conditions: {
          stringEquals: conditions.map(([key, value]) => ({
            conditionKey: `aws:ResourceTag/${key}`,
            conditionValue: value,
          })),
        },
      },
    });
  }
}
