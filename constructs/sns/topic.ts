import { arnFor, formatArn } from '@aws-platform/engine/aws';
import { Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import * as sns from '../../imports/sns.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { exception } from '../core/exception';
import { onlyThrough, policyJson, type Statement, sidFor, tlsOnly } from '../core/policy-document';
import { tagList } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export interface TopicProps {
  /** What e-mails show as their sender, at most 100 characters. @default none */
  readonly displayName?: string;
  /** Required for a name that ends in `.fifo`, and only there. */
  readonly fifo?: FifoTopicProps;
  /** @default with the messaging key */
  readonly encryption?: NoEncryption;
  /** The home or the DR region: the key has to be in the same one. @default the home region */
  readonly region?: string;
}

/** Says that messages may lie unencrypted until they are delivered, and why. */
export interface NoEncryption {
  readonly none: true;
  readonly because: string;
}

export interface FifoTopicProps {
  /** The body's SHA-256 tells duplicates; without it publishers give an id. @default false */
  readonly contentBasedDeduplication?: boolean;
  /** `MessageGroup` is high throughput. @default 'MessageGroup' */
  readonly throughputScope?: 'MessageGroup' | 'Topic';
}

const NAME = /^(?:[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\.fifo)$/;
const KIND = 'sns.services.k8s.aws/Topic';

/**
 * An SNS topic: encrypted with the messaging key, published to over TLS only. Nobody but the account's own roles may
 * publish until a rule, an alarm or a cache is given it as its target.
 */
export class Topic extends AwsObject {
  readonly arn: string;
  readonly region: string;
  readonly isFifo: boolean;
  readonly isEncrypted: boolean;
  private readonly publishers = new Map<string, Statement>();

  constructor(scope: Construct, id: string, { displayName, fifo, encryption, region }: TopicProps = {}) {
    super(scope, id);
    this.region = region ?? this.landing.region;
    this.requireMatch(
      'topic name',
      this.awsName,
      NAME,
      'at most 256 letters, digits, hyphens and underscores, .fifo at the end included',
    );
    if (displayName !== undefined) this.requireLength('displayName', displayName, 100);
    this.isFifo = id.endsWith('.fifo');
    if (this.isFifo !== (fifo !== undefined))
      this.fail(
        `a FIFO topic has a name that ends in .fifo and the prop 'fifo'; this one has only ${fifo ? 'the prop' : 'the name'}`,
      );
    this.arn = this.arnIn(this.region, KIND);
    this.isEncrypted = encryption === undefined;
    const metadata = this.ackMetadata(this.region);

    new sns.Topic(this, 'Resource', {
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          ...(encryption &&
            exception(this, { policy: 'encrypted-at-rest', because: encryption.because, prop: 'encryption' })),
        },
      },
      spec: {
        name: this.awsName,
        displayName,
        ...(fifo && {
          fifoTopic: 'true',
          contentBasedDeduplication: String(fifo.contentBasedDeduplication ?? false),
          fifoThroughputScope: fifo.throughputScope ?? 'MessageGroup',
        }),
        ...(this.isEncrypted && { kmsMasterKeyId: this.keyIn(this.region, 'messaging') }),
        policy: Lazy.any({ produce: () => this.policy() }) as unknown as string,
        signatureVersion: '2',
        tags: tagList(this.tags),
      },
    });
  }

  /**
   * Lets EventBridge rules publish. Without a condition: EventBridge drops events silently where a topic's policy has
   * one (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).
   */
  allowRules(): void {
    this.publishers.set('events.amazonaws.com', {
      sid: 'AllowEvents',
      principals: { services: ['events.amazonaws.com'] },
      actions: ['sns:Publish'],
      resources: [this.arn],
    });
  }

  /**
   * Lets ElastiCache and DAX publish what happens to the account's clusters. They do it as the account and not as a
   * service, and ElastiCache knows this condition only:
   * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ECEvents.SNS.html
   */
  allowCaches(): void {
    this.publishers.set('caches', {
      sid: 'AllowCaches',
      principals: 'anyone',
      actions: ['sns:Publish'],
      resources: [this.arn],
      conditions: { StringEquals: { 'aws:SourceOwner': this.landing.account } },
    });
  }

  /** Lets AWS Backup publish what happens to a vault. */
  allowVault(vaultArn: string): void {
    const service = 'backup.amazonaws.com';
    this.publishers.set(`${service} ${vaultArn}`, {
      sid: `AllowBackup${this.publishers.size}`,
      principals: { services: [service] },
      actions: ['sns:Publish'],
      resources: [this.arn],
      // https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html
      conditions: {
        ArnEquals: { 'aws:SourceArn': vaultArn },
        StringEquals: { 'aws:SourceAccount': this.landing.account },
      },
    });
  }

  /**
   * Lets budgets of the account publish:
   * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
   */
  allowBudgets(): void {
    const { account } = this.landing;
    this.publishers.set('budgets.amazonaws.com', {
      sid: 'AllowBudgets',
      principals: { services: ['budgets.amazonaws.com'] },
      actions: ['sns:Publish'],
      resources: [this.arn],
      conditions: {
        ArnLike: {
          'aws:SourceArn': formatArn({
            partition: this.partition,
            service: 'budgets',
            region: '',
            account,
            resource: '*',
          }),
        },
        StringEquals: { 'aws:SourceAccount': account },
      },
    });
  }

  /** Lets Cost Anomaly Detection publish: https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html */
  allowCostAnomalies(): void {
    this.publishers.set('costalerts.amazonaws.com', {
      sid: 'AllowCostAnomalies',
      principals: { services: ['costalerts.amazonaws.com'] },
      actions: ['sns:Publish'],
      resources: [this.arn],
      conditions: { StringEquals: { 'aws:SourceAccount': this.landing.account } },
    });
  }

  /** What a role needs to publish: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
  get publishStatements(): Statement[] {
    const publish: Statement = {
      sid: sidFor('PublishTo', this.node.id),
      actions: ['sns:Publish'],
      resources: [this.arn],
    };
    if (!this.isEncrypted) return [publish];
    return [
      publish,
      {
        sid: sidFor('KeyToPublishTo', this.node.id),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [this.keyIn(this.region, 'messaging')],
        conditions: onlyThrough('sns', this.region),
      },
    ];
  }

  /**
   * Lets the account's alarms of its region publish.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  allowAlarms(): void {
    const { account, namePrefix } = this.landing;
    const alarms = arnFor('cloudwatch.services.k8s.aws/MetricAlarm', `${namePrefix}*`, {
      account,
      region: this.region,
    });
    this.publishers.set('cloudwatch.amazonaws.com', {
      sid: 'AllowAlarms',
      principals: { services: ['cloudwatch.amazonaws.com'] },
      actions: ['sns:Publish'],
      resources: [this.arn],
      conditions: { ArnLike: { 'aws:SourceArn': alarms }, StringEquals: { 'aws:SourceAccount': account } },
    });
  }

  /**
   * Lets the alert managers of the account publish.
   * https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-AMPpermission.html
   */
  allowAlertManagers(): void {
    this.publishers.set('aps.amazonaws.com', {
      sid: 'AllowAlertManagers',
      principals: { services: ['aps.amazonaws.com'] },
      actions: ['sns:GetTopicAttributes', 'sns:Publish'],
      resources: [this.arn],
      conditions: { StringEquals: { 'aws:SourceAccount': this.landing.account } },
    });
  }

  private policy(): string {
    return policyJson([...this.publishers.values(), tlsOnly(['sns:Publish'], this.arn)]);
  }
}
