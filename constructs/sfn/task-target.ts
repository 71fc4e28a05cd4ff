import { parseArn } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import type { Statement } from '../core/policy-document';
import type { EventBus } from '../eventbridge/event-bus';
import type { Topic } from '../sns/topic';
import type { Queue } from '../sqs/queue';
import type { Template } from './state';

/** What a task calls. */
export interface TaskTarget {
  /** As Amazon States Language has it: a function's ARN, or `arn:aws:states:::sqs:sendMessage`. */
  readonly resource: string;
  /** @default the state's input */
  readonly arguments?: Template;
  /** What the state machine's role needs for it; statements of one Sid become one. */
  readonly statements: readonly Statement[];
  /** Goes on when somebody hands back the token, which may take days: such a task has a timeout. */
  readonly waitsForToken?: true;
}

const TOKEN = '{% $states.context.Task.Token %}';

/** A function. Errors that it throws have its language's names; every one of them is a `States.TaskFailed` too. */
export function invoke({ arn }: { readonly arn: string }, payload?: Template): TaskTarget {
  return {
    resource: arn,
    arguments: payload,
    statements: [{ sid: 'InvokeFunctions', actions: ['lambda:InvokeFunction'], resources: [arn, `${arn}:*`] }],
  };
}

/** A message, which has arrived when the task is done. */
export function sendMessage(queue: Queue, body: Template, options: { readonly groupId?: string } = {}): TaskTarget {
  return message(queue, body, options);
}

/**
 * A question to whoever reads the queue, who answers with `SendTaskSuccess` or `SendTaskFailure` and the token that the
 * message holds (https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html).
 */
export function askByMessage(queue: Queue, question: Template): TaskTarget {
  const asked = message(queue, { question, taskToken: TOKEN }, {});
  return { ...asked, resource: `${asked.resource}.waitForTaskToken`, waitsForToken: true };
}

/** A notification. */
export function publish(topic: Topic, text: Template, { groupId }: { readonly groupId?: string } = {}): TaskTarget {
  requireGroup(topic.node.path, topic.isFifo, groupId);
  return {
    resource: integration(topic.arn, 'sns:publish'),
    arguments: { TopicArn: topic.arn, Message: text, ...(groupId && { MessageGroupId: groupId }) },
    statements: topic.publishStatements,
  };
}

/** An event for the rules of a bus. */
export function putEvent(
  bus: EventBus,
  { source, detailType, detail }: { readonly source: string; readonly detailType: string; readonly detail: Template },
): TaskTarget {
  return {
    resource: integration(bus.arn, 'events:putEvents'),
    arguments: { Entries: [{ EventBusName: bus.arn, Source: source, DetailType: detailType, Detail: detail }] },
    statements: [{ sid: 'PutEvents', actions: ['events:PutEvents'], resources: [bus.arn] }],
  };
}

/** An execution of another state machine with the same input, whose end is not waited for. */
export function startExecution({ arn }: { readonly arn: string }): TaskTarget {
  // the console leads from the one to the other by this id
  const started = '{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID": $states.context.Execution.Id}';
  return {
    resource: integration(arn, 'states:startExecution'),
    arguments: { StateMachineArn: arn, Input: `{% $merge([$states.input, ${started}]) %}` },
    statements: [{ sid: 'StartExecutions', actions: ['states:StartExecution'], resources: [arn] }],
  };
}

function message(queue: Queue, body: Template, { groupId }: { readonly groupId?: string }): TaskTarget {
  requireGroup(queue.node.path, queue.isFifo, groupId);
  return {
    resource: integration(queue.arn, 'sqs:sendMessage'),
    arguments: { QueueUrl: queue.url, MessageBody: body, ...(groupId && { MessageGroupId: groupId }) },
    statements: queue.sendStatements,
  };
}

function requireGroup(path: string, isFifo: boolean, groupId: string | undefined): void {
  if (isFifo !== (groupId !== undefined))
    throw new InputError(`${path}: a task gives a groupId to what is FIFO and to nothing else`);
}

/** In the partition of what is called. */
function integration(arn: string, what: string): string {
  return `arn:${parseArn(arn)?.partition}:states:::${what}`;
}
