import { canonicalJson } from '@aws-platform/engine/manifests';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as lambda from '../../imports/lambda.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { onlyThrough, type Statement, sidFor } from '../core/policy-document';
import { type EventPattern, type PatternValue, requireLists } from '../eventbridge/event-pattern';
import type { Queue } from '../sqs/queue';
import type { LambdaFunction } from './function';

/** Bounds: https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
export interface LambdaEventSourceProps {
  readonly function: LambdaFunction;
  readonly source: QueueSource | StreamSource;
}

/**
 * Messages of an SQS queue. Those that the function reports as failed come back, until the queue's dead letters take
 * them.
 */
export interface QueueSource extends Batches {
  readonly queue: Queue;
  /** How many of the function it keeps busy at once, 2 to 1,000 and no more than the function may be. */
  readonly maximumConcurrency: number;
  /** Only messages that match one of these, at most 5; others are deleted. @default every message */
  readonly filters?: readonly QueueFilter[];
}

/** Changes to a DynamoDB table, in order within each item. Those that fail for good go to the function's `failures`. */
export interface StreamSource extends Batches {
  /** Late, from the table. */
  readonly streamArn: string;
  readonly tableArn: string;
  /**
   * From where a new mapping reads: from the oldest change, which is up to 24 hours old, or from now on. The oldest
   * loses nothing when the mapping is made anew.
   */
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /**
   * How often a batch is tried again, 0 to 10,000 times; each time in halves, so that one bad change stops only itself.
   */
  readonly retries: number;
  /**
   * How old a change may become before it counts as failed, 1 minute to 7 days.
   * @default it is tried until it leaves the stream
   */
  readonly maximumAge?: Duration;
  /** Batches of a shard that are handled at once, 1 to 10. @default 1 */
  readonly parallelization?: number;
  /** Only changes that match one of these, at most 5. @default every change */
  readonly filters?: readonly StreamFilter[];
}

interface Batches {
  /**
   * 1 to 10,000, of a FIFO queue to 10; more than 10 of a queue need a window.
   * @default AWS's: 10 of a queue, 100 of a stream
   */
  readonly batchSize?: number;
  /**
   * How long a batch may wait to become full, 0 s to 5 minutes; never for a FIFO queue.
   * @default Duration.seconds(0)
   */
  readonly batchWindow?: Duration;
}

/**
 * Over the body, the only part that AWS filters; a body that is no JSON matches nothing
 * (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html).
 */
export interface QueueFilter {
  readonly body: EventPattern;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html */
export interface StreamFilter {
  readonly eventName?: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[];
  readonly dynamodb?: {
    readonly Keys?: AttributeFilters;
    readonly NewImage?: AttributeFilters;
    readonly OldImage?: AttributeFilters;
  };
}

/**
 * By attribute, its type as DynamoDB writes it and what its value may be: `{ email: { S: [{ suffix: '@company.com' }] }
 * }`.
 */
export type AttributeFilters = Readonly<
  Record<string, Readonly<Partial<Record<'S' | 'N' | 'B' | 'BOOL' | 'NULL', readonly PatternValue[]>>>>
>;

/** AWS's default quota: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
const MOST_FILTERS = 5;
const LONGEST_FILTER = 4_096;
const MOST_WITHOUT_WINDOW = 10;
/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const VISIBILITY_FACTOR = 6;
const FOR_EVER = -1;

/**
 * Lets a function read from a queue or a stream, batch by batch, and its role do so. The function says which records of
 * a batch failed. To stop one, take it away, and for another function make a new one: changes of `enabled` and of the
 * function alone the controller does not see, because AWS's answer has neither field.
 */
export class LambdaEventSource extends AwsObject {
  constructor(scope: Construct, id: string, { function: consumer, source }: LambdaEventSourceProps) {
    super(scope, id);
    const filters = (source.filters ?? []).map((filter, index) => this.renderFilter(filter, index));
    this.requireRange('filters', filters.length, 0, MOST_FILTERS);
    const window = (source.batchWindow ?? Duration.seconds(0)).toSeconds();
    this.requireRange('batchWindow', window, 0, 300, ' s');

    new lambda.EventSourceMapping(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        functionRef: { from: { name: consumer.node.id } },
        enabled: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        maximumBatchingWindowInSeconds: window,
        ...('queue' in source ? this.ofQueue(consumer, source, window) : this.ofStream(consumer, source)),
        ...(filters.length > 0 && { filterCriteria: { filters } }),
        tags: this.tags,
      },
    });
  }

  private ofQueue(consumer: LambdaFunction, source: QueueSource, window: number): lambda.EventSourceMappingSpec {
    const { queue, maximumConcurrency, batchSize = 10 } = source;
    const most = queue.isFifo ? MOST_WITHOUT_WINDOW : 10_000;
    this.requireRange('batchSize', batchSize, 1, most);
    if (queue.isFifo && window > 0) this.fail(`batchWindow is ${window} s, a FIFO queue allows none`);
    if (batchSize > MOST_WITHOUT_WINDOW && window === 0)
      this.fail(`batchSize is ${batchSize}, more than ${MOST_WITHOUT_WINDOW} need a batchWindow of at least 1 s`);
    this.requireRange('maximumConcurrency', maximumConcurrency, 2, 1_000);
    const { reservedConcurrency } = consumer;
    if (reservedConcurrency !== undefined && maximumConcurrency > reservedConcurrency)
      this.fail(
        `maximumConcurrency is ${maximumConcurrency}, the function '${consumer.node.id}' may run ${reservedConcurrency} times at once; what it cannot take would count as failed`,
      );
    const needed = VISIBILITY_FACTOR * consumer.timeout.toSeconds() + window;
    if (queue.visibilityTimeout.toSeconds() < needed)
      this.fail(
        `the queue '${queue.node.id}' hides messages for ${queue.visibilityTimeout.toSeconds()} s, at least ${needed} s are needed: ${VISIBILITY_FACTOR} times the function's timeout, and the batchWindow`,
      );
    consumer.role.allow('sources', ...queue.receiveStatements);
    return { eventSourceArn: queue.arn, batchSize, scalingConfig: { maximumConcurrency } };
  }

  private ofStream(consumer: LambdaFunction, source: StreamSource): lambda.EventSourceMappingSpec {
    const { streamArn, startingPosition, retries, maximumAge, parallelization = 1, batchSize = 100 } = source;
    this.requireRange('batchSize', batchSize, 1, 10_000);
    this.requireRange('retries', retries, 0, 10_000);
    if (maximumAge) this.requireRange('maximumAge', maximumAge.toSeconds(), 60, 604_800, ' s');
    this.requireRange('parallelization', parallelization, 1, 10);
    consumer.role.allow('sources', ...this.streamStatements(source));
    return {
      eventSourceArn: streamArn,
      startingPosition,
      batchSize,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: retries,
      maximumRecordAgeInSeconds: maximumAge?.toSeconds() ?? FOR_EVER,
      parallelizationFactor: parallelization,
      tumblingWindowInSeconds: 0,
      destinationConfig: { onFailure: { destination: consumer.failures.arn } },
    };
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html */
  private streamStatements({ tableArn }: StreamSource): Statement[] {
    const { region, keys } = this.landing;
    return [
      {
        sid: sidFor('Read', this.node.id),
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [`${tableArn}/stream/*`],
      },
      {
        sid: sidFor('Find', this.node.id),
        actions: ['dynamodb:ListStreams'],
        everyResource: { because: 'IAM knows no resource of this action' },
      },
      {
        sid: sidFor('KeyTo', this.node.id),
        actions: ['kms:Decrypt'],
        resources: [keys.data],
        conditions: onlyThrough('dynamodb', region),
      },
    ];
  }

  private renderFilter(filter: QueueFilter | StreamFilter, index: number): { pattern: string } {
    const where = `filters[${index}]`;
    requireLists(this.node.path, filter as EventPattern, where);
    const pattern = canonicalJson(filter);
    this.requireLength(where, pattern, LONGEST_FILTER);
    return { pattern };
  }
}
