import { parseArn } from '@aws-platform/engine/aws';
import { canonicalJson } from '@aws-platform/engine/manifests';
import { type ApiObjectMetadata, Duration, Lazy, type Size } from 'cdk8s';
import type { Construct } from 'constructs';
import * as sqs from '../../imports/sqs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { exception } from '../core/exception';
import { type Action, onlyThrough, policyJson, type Statement, sidFor, tlsOnly } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';

/** Bounds: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export interface QueueProps extends StatefulProps {
  /**
   * Time a received message stays hidden, 0 s to 12 h. A Lambda consumer wants 6 times its timeout.
   * @default Duration.seconds(30)
   */
  readonly visibilityTimeout?: Duration;
  /** Time an unread message is kept, 1 minute to 14 days. @default Duration.days(4) */
  readonly retention?: Duration;
  /** Time before a new message can be received, 0 to 15 minutes. @default Duration.seconds(0) */
  readonly delay?: Duration;
  /** Time a receive waits for a message, 0 to 20 s; more means fewer empty answers. @default Duration.seconds(20) */
  readonly receiveWait?: Duration;
  /** 1 KiB to 1 MiB. @default AWS's, 1 MiB */
  readonly maximumMessageSize?: Size;
  /** Required for a name that ends in `.fifo`, and only there. */
  readonly fifo?: FifoQueueProps;
  /**
   * Where messages go that were received too often.
   * @default nowhere: for queues that are dead-letter queues themselves
   */
  readonly deadLetter?: { readonly maxReceiveCount: number } | NoDeadLetter;
  /**
   * ARNs of the at most 10 queues that may use this one as their dead-letter queue.
   * @default any queue of the account
   */
  readonly deadLetterOf?: readonly string[];
}

/** Says that messages which nobody can handle may come back until they expire, and why. */
export interface NoDeadLetter {
  readonly none: true;
  readonly because: string;
}

export interface FifoQueueProps {
  /** The body's SHA-256 tells duplicates; without it senders give an id. @default false */
  readonly contentBasedDeduplication?: boolean;
  /** Where a message counts as a duplicate. @default 'messageGroup' */
  readonly deduplicationScope?: 'messageGroup' | 'queue';
  /** `perMessageGroupId` is high throughput and needs the scope `messageGroup`. @default 'perMessageGroupId' */
  readonly throughputLimit?: 'perMessageGroupId' | 'perQueue';
}

const NAME = /^(?:[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\.fifo)$/;
const KIND = 'sqs.services.k8s.aws/Queue';
const LONGEST_RETENTION = Duration.days(14);

/**
 * An SQS queue: encrypted with the messaging key, TLS only, long polling, never deleted with its manifest. Nobody but
 * the account's own roles may send to it until a topic or a rule is given it as its target.
 */
export class Queue extends AwsObject {
  readonly arn: string;
  readonly isFifo: boolean;
  readonly visibilityTimeout: Duration;
  readonly deadLetterQueue?: Queue;
  private readonly senders = new Map<string, string[]>();

  constructor(scope: Construct, id: string, props: QueueProps = {}) {
    super(scope, id);
    const {
      visibilityTimeout = Duration.seconds(30),
      retention = Duration.days(4),
      delay = Duration.seconds(0),
      receiveWait = Duration.seconds(20),
      maximumMessageSize,
      fifo,
      deadLetter,
      deadLetterOf,
      removal,
    } = props;

    this.requireMatch(
      'queue name',
      this.awsName,
      NAME,
      'at most 80 letters, digits, hyphens and underscores, .fifo at the end included',
    );
    this.visibilityTimeout = visibilityTimeout;
    this.requireRange('visibilityTimeout', visibilityTimeout.toSeconds(), 0, 43_200, ' s');
    this.requireRange('retention', retention.toSeconds(), 60, 1_209_600, ' s');
    this.requireRange('delay', delay.toSeconds(), 0, 900, ' s');
    this.requireRange('receiveWait', receiveWait.toSeconds(), 0, 20, ' s');
    if (maximumMessageSize)
      this.requireRange('maximumMessageSize', maximumMessageSize.toKibibytes() * 1024, 1_024, 1_048_576, ' bytes');
    this.isFifo = id.endsWith('.fifo');
    if (this.isFifo !== (fifo !== undefined))
      this.fail(
        `a FIFO queue has a name that ends in .fifo and the prop 'fifo'; this one has only ${fifo ? 'the prop' : 'the name'}`,
      );

    this.arn = this.arnFor(KIND);
    if (deadLetterOf) this.requireRange('deadLetterOf', deadLetterOf.length, 1, 10, ' queues');
    const redrive = deadLetter && 'maxReceiveCount' in deadLetter ? deadLetter : undefined;
    if (redrive) {
      this.requireRange('deadLetter.maxReceiveCount', redrive.maxReceiveCount, 1, 1_000);
      const name = fifo ? `${id.slice(0, -'.fifo'.length)}-dlq.fifo` : `${id}-dlq`;
      this.deadLetterQueue = new Queue(this, name, {
        retention: LONGEST_RETENTION,
        fifo,
        deadLetterOf: [this.arn],
        removal,
      });
    }

    new sqs.Queue(this, 'Resource', {
      metadata: this.metadata(props),
      spec: {
        queueName: this.awsName,
        visibilityTimeout: seconds(visibilityTimeout),
        messageRetentionPeriod: seconds(retention),
        delaySeconds: seconds(delay),
        receiveMessageWaitTimeSeconds: seconds(receiveWait),
        maximumMessageSize: maximumMessageSize && String(maximumMessageSize.toKibibytes() * 1024),
        ...(fifo && this.fifoFields(fifo)),
        redrivePolicy:
          redrive &&
          canonicalJson({
            deadLetterTargetArn: this.deadLetterQueue?.arn,
            maxReceiveCount: redrive.maxReceiveCount,
          }),
        redriveAllowPolicy:
          deadLetterOf && canonicalJson({ redrivePermission: 'byQueue', sourceQueueArns: deadLetterOf }),
        kmsMasterKeyId: this.landing.keys.messaging,
        // AWS's default; written out because the controller does not take it over and would see a difference for ever
        kmsDataKeyReusePeriodSeconds: '300',
        policy: Lazy.any({ produce: () => policyJson(this.statements()) }) as unknown as string,
        tags: this.statefulTags,
      },
    });
  }

  /** Lets an AWS service send messages on behalf of one of its objects. */
  allowSend(service: string, sourceArn: string): void {
    const sources = this.senders.get(service) ?? [];
    if (!sources.includes(sourceArn)) this.senders.set(service, [...sources, sourceArn]);
  }

  /** What a role needs to send messages. */
  get sendStatements(): Statement[] {
    return this.accessStatements('SendTo', ['sqs:SendMessage'], ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  /** What a role needs to receive messages and to delete those that it has handled. */
  get receiveStatements(): Statement[] {
    const actions: Action[] = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
    return this.accessStatements('ReceiveFrom', actions, ['kms:Decrypt']);
  }

  /**
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#sqs-what-permissions-for-sse
   */
  private accessStatements(what: string, actions: readonly Action[], keyActions: readonly Action[]): Statement[] {
    const { region, keys } = this.landing;
    return [
      { sid: sidFor(what, this.node.id), actions, resources: [this.arn] },
      {
        sid: sidFor(`KeyTo${what}`, this.node.id),
        actions: keyActions,
        resources: [keys.messaging],
        conditions: onlyThrough('sqs', region),
      },
    ];
  }

  private metadata({ deadLetter, removal }: QueueProps): ApiObjectMetadata {
    const metadata = this.statefulAckMetadata({ removal });
    if (!deadLetter || !('none' in deadLetter)) return metadata;
    const declared = exception(this, { policy: 'dead-letter', because: deadLetter.because, prop: 'deadLetter' });
    return { ...metadata, annotations: { ...metadata.annotations, ...declared } };
  }

  /** What the API calls the queue by. */
  get url(): string {
    const { region, account } = this.landing;
    return `https://sqs.${region}.amazonaws.com/${account}/${this.awsName}`;
  }

  private fifoFields(fifo: FifoQueueProps): Partial<sqs.QueueSpec> {
    const {
      contentBasedDeduplication = false,
      deduplicationScope = 'messageGroup',
      throughputLimit = 'perMessageGroupId',
    } = fifo;
    if (throughputLimit === 'perMessageGroupId' && deduplicationScope !== 'messageGroup')
      this.fail(
        `fifo.throughputLimit perMessageGroupId is allowed only with deduplicationScope messageGroup, not '${deduplicationScope}'`,
      );
    // AWS refuses fifoQueue "false" on a standard queue, so the field is there for FIFO queues only
    return {
      fifoQueue: 'true',
      contentBasedDeduplication: String(contentBasedDeduplication),
      deduplicationScope,
      fifoThroughputLimit: throughputLimit,
    };
  }

  private statements(): Statement[] {
    const allowed = [...this.senders]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([service, sources]): Statement => ({
          sid: `Allow${service.split('.')[0]!.replace(/^./, (letter) => letter.toUpperCase())}`,
          principals: { services: [service] },
          actions: ['sqs:SendMessage'],
          resources: [this.arn],
          conditions: {
            ArnEquals: { 'aws:SourceArn': sources.length === 1 ? sources[0]! : [...sources].sort() },
            // a bucket's ARN does not say whose it is:
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
            ...(sources.some((source) => parseArn(source)?.account === '') && {
              StringEquals: { 'aws:SourceAccount': this.landing.account },
            }),
          },
        }),
      );
    return [...allowed, tlsOnly(['sqs:*'], this.arn)];
  }
}

function seconds(duration: Duration): string {
  return String(duration.toSeconds());
}
