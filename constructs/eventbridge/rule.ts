import { canonicalJson } from '@aws-platform/engine/manifests';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as eventbridge from '../../imports/eventbridge.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { Role } from '../iam/role';
import type { LambdaFunction } from '../lambda/function';
import type { Topic } from '../sns/topic';
import type { Queue } from '../sqs/queue';
import type { ApiDestination } from './api-destination';
import type { EventBus } from './event-bus';
import { EVENT_NAME, EVENT_NAME_ALLOWED } from './event-name';
import { type EventPattern, patternJson } from './event-pattern';

/** Where AWS services put their own events; every account has it. */
export const DEFAULT_BUS = 'default';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export type RuleTarget = TargetOptions &
  (
    | {
        readonly queue: Queue /** Required for a FIFO queue, at most 100 characters. */;
        readonly messageGroupId?: string;
      }
    | { readonly topic: Topic }
    | { readonly function: LambdaFunction }
    | { readonly bus: EventBus /** May put events on that bus. */; readonly role: Role }
    | { readonly apiDestination: ApiDestination /** May invoke it. */; readonly role: Role }
  );

export interface TargetOptions {
  /** Unique in the rule, 1 to 64 letters, digits and . - _ */
  readonly id: string;
  /** What the target gets in place of the event. @default the event */
  readonly input?: TargetInput;
  /** @default 185 attempts within 24 h, as AWS does */
  readonly retry?: { /** 0 to 185. */ readonly attempts: number /** 1 minute to 24 h. */; readonly maxAge: Duration };
}

/** A fixed JSON value, or a template over parts of the event, at most 100 of them. */
export type TargetInput =
  | { readonly value: unknown }
  | { readonly paths: Readonly<Record<string, string>>; readonly template: string };

export interface RuleProps {
  readonly bus: EventBus | typeof DEFAULT_BUS;
  /** At most 512 characters. */
  readonly description: string;
  readonly pattern: EventPattern;
  /** 1 to 5, AWS's fixed limit. */
  readonly targets: readonly RuleTarget[];
  /** A standard queue for events that no retry could deliver. */
  readonly deadLetterQueue: Queue;
}

const KIND = 'eventbridge.services.k8s.aws/Rule';

/** An EventBridge rule. Lets itself send to the queues and topics and invoke the functions that it is given. */
export class Rule extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { bus, description, pattern, targets, deadLetterQueue }: RuleProps) {
    super(scope, id);
    this.requireMatch('rule name', this.awsName, EVENT_NAME, EVENT_NAME_ALLOWED);
    this.requireLength('description', description, 512);
    this.requireRange('targets', targets.length, 1, 5);
    if (deadLetterQueue.isFifo)
      this.fail(`deadLetterQueue '${deadLetterQueue.node.id}' is a FIFO queue, only a standard queue is allowed`);
    const eventBusName = bus === DEFAULT_BUS ? DEFAULT_BUS : bus.awsName;
    this.arn = this.arnFor(KIND, this.awsName, { eventBusName });
    deadLetterQueue.allowSend('events.amazonaws.com', this.arn);

    new eventbridge.Rule(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        description,
        eventBusName,
        eventPattern: patternJson(this.node.path, pattern),
        state: 'ENABLED',
        targets: this.renderTargets(targets, deadLetterQueue),
        tags: tagList(this.tags),
      },
    });
  }

  private renderTargets(targets: readonly RuleTarget[], deadLetterQueue: Queue): eventbridge.RuleSpecTargets[] {
    const ids = targets.map(({ id }) => id);
    return targets.map((target, index) => {
      const where = `targets.${target.id}`;
      this.requireMatch(`${where}: id`, target.id, EVENT_NAME, '1 to 64 letters, digits and . - _');
      if (ids.indexOf(target.id) !== index) this.fail(`${where}: the id stands twice`);
      const { attempts, maxAge } = target.retry ?? { attempts: 185, maxAge: Duration.hours(24) };
      this.requireRange(`${where}: retry.attempts`, attempts, 0, 185);
      this.requireRange(`${where}: retry.maxAge`, maxAge.toSeconds(), 60, 86_400, ' s');
      return {
        id: target.id,
        ...this.renderReceiver(target, where),
        ...(target.input && this.renderInput(target.input, where)),
        retryPolicy: { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: maxAge.toSeconds() },
        deadLetterConfig: { arn: deadLetterQueue.arn },
      };
    });
  }

  private renderReceiver(
    target: RuleTarget,
    where: string,
  ): Pick<eventbridge.RuleSpecTargets, 'arn' | 'roleArn' | 'sqsParameters'> {
    if ('queue' in target) {
      const { queue, messageGroupId } = target;
      if (queue.isFifo && !messageGroupId)
        this.fail(`${where}: messageGroupId is required for the FIFO queue '${queue.node.id}'`);
      if (messageGroupId) this.requireLength(`${where}: messageGroupId`, messageGroupId, 100);
      queue.allowSend('events.amazonaws.com', this.arn);
      return { arn: queue.arn, sqsParameters: messageGroupId ? { messageGroupId } : undefined };
    }
    if ('topic' in target) {
      if (target.topic.isFifo)
        this.fail(`${where}: '${target.topic.node.id}' is a FIFO topic, only a standard topic is allowed`);
      target.topic.allowRules();
      return { arn: target.topic.arn };
    }
    // only these take a role: with one, delivery to queues, topics and functions may fail
    if ('bus' in target) return { arn: target.bus.arn, roleArn: target.role.arn };
    if ('apiDestination' in target) return { arn: target.apiDestination.arn, roleArn: target.role.arn };
    target.function.allowInvoke('events.amazonaws.com', this.node.id, this.arn);
    return { arn: target.function.arn };
  }

  private renderInput(
    input: TargetInput,
    where: string,
  ): Pick<eventbridge.RuleSpecTargets, 'input' | 'inputTransformer'> {
    if ('value' in input) {
      const text = canonicalJson(input.value);
      this.requireLength(`${where}: input`, text, 8_192);
      return { input: text };
    }
    const { paths, template } = input;
    this.requireRange(`${where}: input.paths`, Object.keys(paths).length, 0, 100);
    this.requireLength(`${where}: input.template`, template, 8_192);
    for (const [, name = ''] of template.matchAll(/<([^<>]+)>/g))
      if (!(name in paths) && !name.startsWith('aws.events.'))
        this.fail(`${where}: input.template uses <${name}>, allowed are ${Object.keys(paths).join(', ')}`);
    return { inputTransformer: { inputPathsMap: { ...paths }, inputTemplate: template } };
  }
}
