import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as sns from '../../imports/sns.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { LambdaFunction } from '../lambda/function';
import type { Queue } from '../sqs/queue';
import type { Topic } from './topic';

/** Who receives: a queue, a function, or a person, who has to confirm by a link in a first e-mail. */
export type Endpoint = { readonly queue: Queue } | { readonly function: LambdaFunction } | { readonly email: string };

/** One condition on a value: the value itself, or an operator. */
export type FilterCondition =
  | string
  | number
  | boolean
  | null
  | { readonly exists: boolean }
  | { readonly prefix: string }
  | { readonly suffix: string }
  | { readonly 'anything-but': readonly (string | number)[] | { readonly prefix: string } }
  | { readonly 'equals-ignore-case': string }
  | { readonly numeric: readonly (string | number)[] }
  | { readonly cidr: string };

/** https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
export type FilterPolicy = Readonly<Record<string, readonly FilterCondition[]>>;

export interface SubscriptionProps {
  readonly topic: Topic;
  readonly endpoint: Endpoint;
  /** Only messages that match, at most 5 attributes and 150 combinations. @default every message */
  readonly filterPolicy?: FilterPolicy;
  /** What the filter looks at. Events that a rule publishes carry no attributes. @default 'MessageAttributes' */
  readonly filterPolicyScope?: 'MessageAttributes' | 'MessageBody';
  /** Deliver the message alone, without SNS's envelope. @default true for queues */
  readonly rawMessageDelivery?: boolean;
  /** Where messages go that could not be delivered. @default they are lost */
  readonly deadLetterQueue?: Queue;
}

/** A topic's subscription. Lets the topic send to the queue and to the dead-letter queue, and invoke the function. */
export class Subscription extends AwsObject {
  constructor(scope: Construct, id: string, props: SubscriptionProps) {
    super(scope, id);
    const { topic, endpoint, filterPolicy, filterPolicyScope = 'MessageAttributes', deadLetterQueue } = props;
    this.requireSameOrder(topic, 'queue' in endpoint ? endpoint.queue : undefined, deadLetterQueue);
    if (filterPolicy) this.requireFilter(filterPolicy);
    const raw = props.rawMessageDelivery ?? 'queue' in endpoint;
    if (raw && !('queue' in endpoint)) this.fail('rawMessageDelivery is allowed for queues only');
    if ('email' in endpoint)
      this.requireMatch('email', endpoint.email, /^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'an e-mail address');

    for (const queue of ['queue' in endpoint ? endpoint.queue : undefined, deadLetterQueue])
      queue?.allowSend('sns.amazonaws.com', topic.arn);
    if ('function' in endpoint) endpoint.function.allowInvoke('sns.amazonaws.com', topic.node.id, topic.arn);

    new sns.Subscription(this, 'Resource', {
      metadata: this.ackMetadata(topic.region),
      spec: {
        topicRef: { from: { name: topic.node.id } },
        ...target(endpoint),
        ...(filterPolicy && { filterPolicy: canonicalJson(filterPolicy), filterPolicyScope }),
        ...('queue' in endpoint && { rawMessageDelivery: String(raw) }),
        ...(deadLetterQueue && { redrivePolicy: canonicalJson({ deadLetterTargetArn: deadLetterQueue.arn }) }),
      },
    });
  }

  private requireSameOrder(topic: Topic, queue: Queue | undefined, deadLetterQueue: Queue | undefined): void {
    const kind = topic.isFifo ? 'FIFO' : 'standard';
    if (topic.isFifo && !queue) this.fail(`the FIFO topic '${topic.node.id}' delivers to FIFO queues only`);
    for (const receiver of [queue, deadLetterQueue])
      if (receiver && receiver.isFifo !== topic.isFifo)
        this.fail(
          `the ${kind} topic '${topic.node.id}' delivers to ${kind} queues only, '${receiver.node.id}' is ${receiver.isFifo ? 'a FIFO' : 'a standard'} queue`,
        );
  }

  private requireFilter(policy: FilterPolicy): void {
    const values = Object.values(policy);
    this.requireRange('filterPolicy', values.length, 1, 5, ' attributes');
    for (const [key, conditions] of Object.entries(policy))
      if (conditions.length === 0) this.fail(`filterPolicy.${key} is empty, at least one condition is required`);
    this.requireRange(
      'filterPolicy',
      values.reduce((product, { length }) => product * length, 1),
      1,
      150,
      ' combinations',
    );
  }
}

function target(endpoint: Endpoint): { protocol: string; endpoint: string } {
  if ('queue' in endpoint) return { protocol: 'sqs', endpoint: endpoint.queue.arn };
  if ('function' in endpoint) return { protocol: 'lambda', endpoint: endpoint.function.arn };
  return { protocol: 'email', endpoint: endpoint.email };
}
