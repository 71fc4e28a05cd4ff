import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { onlyThrough, type Statement } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';
import { cloudFormationTags } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kinesis-stream.html */
export interface DataStreamProps extends StatefulProps {
  /**
   * 1 to 10,000 (https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html). Each takes 1,000
   * records and 1 MB a second: https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
   */
  readonly shards: number;
  /** How long consumers may stay away, 24 to 8,760 hours. @default Duration.hours(24) */
  readonly retention?: Duration;
}

const TYPE = 'AWS::Kinesis::Stream';

/**
 * A Kinesis stream, encrypted with the key of logs. By Cloud Control, because the native kind cannot encrypt. It is
 * never deleted with its manifest: what is on its way would be lost.
 */
export class DataStream extends AwsObject {
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, { shards, retention = Duration.hours(24), removal }: DataStreamProps) {
    super(scope, id);
    this.requireMatch('stream name', this.awsName, /^[a-zA-Z0-9_.-]{1,128}$/, '128 letters, digits and _ . -');
    this.requireRange('shards', shards, 1, 10_000);
    this.requireRange('retention', retention.toHours(), 24, 8_760, ' h');
    this.arn = this.arnFor(TYPE);
    this.keyArn = this.landing.keys.logs;
    new CloudControlResource(this, id, {
      typeName: TYPE,
      properties: {
        Name: this.awsName,
        ShardCount: shards,
        RetentionPeriodHours: retention.toHours(),
        StreamModeDetails: { StreamMode: 'PROVISIONED' },
        StreamEncryption: { EncryptionType: 'KMS', KeyId: this.keyArn },
        Tags: cloudFormationTags(this.statefulTags),
      },
      stateful: { removal },
    });
  }

  /** What a role needs that puts records into it. */
  get write(): readonly Statement[] {
    return [
      {
        sid: 'Put',
        actions: ['kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:PutRecord', 'kinesis:PutRecords'],
        resources: [this.arn],
      },
      this.useKey('Encrypt', 'kms:GenerateDataKey'),
    ];
  }

  /** What a role needs that reads it. */
  get read(): readonly Statement[] {
    return [
      {
        sid: 'Read',
        actions: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
        resources: [this.arn],
      },
      this.useKey('DecryptStream', 'kms:Decrypt'),
    ];
  }

  private useKey(sid: string, action: `kms:${string}`): Statement {
    const conditions = onlyThrough('kinesis', this.landing.region);
    return { sid, actions: [action], resources: [this.keyArn], conditions };
  }
}
