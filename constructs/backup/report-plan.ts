import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { ServiceLinkedRole } from '../iam/service-linked-role';
import type { Bucket } from '../s3/bucket';
import { AUDIT_NAME, AUDIT_NAME_ALLOWED, auditName } from './audit-name';
import type { BackupFramework } from './framework';

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ReportSetting.html */
export type ReportTemplate =
  | { readonly jobs: 'BACKUP_JOB_REPORT' | 'COPY_JOB_REPORT' | 'RESTORE_JOB_REPORT' }
  | {
      readonly compliance: 'CONTROL_COMPLIANCE_REPORT' | 'RESOURCE_COMPLIANCE_REPORT';
      readonly framework: BackupFramework;
    };

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateReportPlan.html */
export interface ReportPlanProps {
  /** At most 1,024 characters. */
  readonly description: string;
  readonly report: ReportTemplate;
  /** Lets the writer in (https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html). */
  readonly bucket: Bucket;
  /** The role of AWS Backup's reports. */
  readonly writer: ServiceLinkedRole;
  /** Before the reports' keys, without a slash at its ends. */
  readonly keyPrefix: string;
  /** Each once. @default ['CSV'] */
  readonly formats?: readonly string[];
}

const FORMATS = ['CSV', 'JSON'];

/** A report that AWS Backup writes into a bucket every day. */
export class ReportPlan extends AwsObject {
  constructor(scope: Construct, id: string, props: ReportPlanProps) {
    super(scope, id);
    const { description, report, bucket, writer, keyPrefix, formats = ['CSV'] } = props;
    const name = auditName(this.awsName);
    this.requireMatch('report plan name', name, AUDIT_NAME, AUDIT_NAME_ALLOWED);
    this.requireLength('description', description, 1_024);
    this.requireMatch('keyPrefix', keyPrefix, /^[^/](?:.*[^/])?$/, 'a prefix without a slash at its ends');
    if (formats.length === 0 || formats.some((one, at) => !FORMATS.includes(one) || formats.indexOf(one) !== at))
      this.fail(`formats are ${formats.join(', ') || 'none'}, allowed are ${FORMATS.join(', ')}, each once`);
    bucket.allow({
      sid: 'WritesOfBackupReports',
      principals: { aws: [writer.arn] },
      actions: ['s3:PutObject'],
      resources: [`${bucket.arn}/${keyPrefix}/*`],
      conditions: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    });

    new backup.ReportPlan(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          name,
          description,
          reportDeliveryChannel: { s3BucketName: bucket.awsName, s3KeyPrefix: keyPrefix, formats: [...formats] },
          reportSetting:
            'jobs' in report
              ? { reportTemplate: report.jobs }
              : {
                  reportTemplate: report.compliance,
                  frameworkArns: [report.framework.arn],
                  numberOfFrameworks: 1,
                },
          tags: this.tags,
        },
      },
    });
  }
}
