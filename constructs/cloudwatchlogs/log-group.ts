import { LOG_RETENTION_DAYS } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as logs from '../../imports/cloudwatchlogs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';

/** Bounds: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export interface LogGroupProps extends StatefulProps {
  /** How long events are kept, one of the numbers of days that AWS has. */
  readonly retentionDays: number;
  /**
   * What AWS wants its name to begin with, such as `aws-waf-logs-`; the landing's prefix stands behind it.
   * @default ''
   */
  readonly awsPrefix?: string;
  /** What AWS wants its name to end in, such as `/postgresql`. @default '' */
  readonly awsSuffix?: string;
  /** The home or the DR region: the key has to be in the same one. @default the home region */
  readonly region?: string;
}

/** A CloudWatch log group: encrypted with the logs key of its region, never deleted with its manifest. */
export class LogGroup extends AwsObject {
  readonly arn: string;
  private readonly awsPrefix: string;
  private readonly awsSuffix: string;

  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    const { retentionDays, awsPrefix = '', awsSuffix = '', region, removal } = props;
    const { region: home } = this.landing;
    this.awsPrefix = awsPrefix;
    this.awsSuffix = awsSuffix;
    this.requireMatch(
      'log group name',
      this.awsName,
      /^[.\-_/#A-Za-z0-9]{1,512}$/,
      '512 letters, digits and . - _ / #',
    );
    if (!LOG_RETENTION_DAYS.includes(retentionDays))
      this.fail(`retentionDays is ${retentionDays}, allowed are ${LOG_RETENTION_DAYS.join(', ')}`);
    this.arn = this.arnIn(region ?? home, 'cloudwatchlogs.services.k8s.aws/LogGroup');

    new logs.LogGroup(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }, region),
      spec: {
        name: this.awsName,
        kmsKeyId: this.keyIn(region ?? home, 'logs'),
        retentionDays,
        tags: this.statefulTags,
      },
    });
  }

  override get awsName(): string {
    return `${this.awsPrefix}${super.awsName}${this.awsSuffix}`;
  }
}
