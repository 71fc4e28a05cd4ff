import type { Construct } from 'constructs';
import * as logs from '../imports/cloudwatchlogs.services.k8s.aws';
import { AwsObject, type StatefulProps } from './aws-object';

/** Bounds: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export interface LogGroupProps extends StatefulProps {
  /** How long events are kept, one of the numbers of days that AWS has. */
  readonly retentionDays: number;
  /** What its AWS name begins with, such as `/aws/eks/`; the environment's prefix stands behind it. @default '' */
  readonly awsPrefix?: string;
}

/** A CloudWatch log group: encrypted with the logs key, never deleted with its manifest. */
export class LogGroup extends AwsObject {
  readonly arn: string;
  private readonly awsPrefix: string;

  constructor(scope: Construct, id: string, { retentionDays, awsPrefix = '', removal }: LogGroupProps) {
    super(scope, id);
    this.awsPrefix = awsPrefix;
    this.requireMatch(
      'log group name',
      this.awsName,
      /^[.\-_/#A-Za-z0-9]{1,512}$/,
      '512 letters, digits and . - _ / #',
    );
    this.arn = this.arnFor('cloudwatchlogs.services.k8s.aws/LogGroup');

    new logs.LogGroup(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        name: this.awsName,
        kmsKeyId: this.environment.outputs.keys.logs,
        retentionDays,
        tags: this.statefulTags,
      },
    });
  }

  override get awsName(): string {
    return `${this.awsPrefix}${super.awsName}`;
  }
}
