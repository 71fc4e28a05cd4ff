import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { flow } from '../../constructs/sfn/state';
import { StateMachine } from '../../constructs/sfn/state-machine';
import { askByMessage, invoke, publish, putEvent, sendMessage, startExecution } from '../../constructs/sfn/task-target';
import type { Environment } from '../../environments';
import type { EventBridge } from '../messaging/eventbridge';
import type { Sns } from '../messaging/sns';
import type { Sqs } from '../messaging/sqs';
import { PlatformChart } from '../platform-chart';
import type { Lambda } from './lambda';

interface SfnUses {
  readonly eventBridge: EventBridge;
  readonly lambda: Lambda;
  readonly sns: Sns;
  readonly sqs: Sqs;
}

/** What becomes of an order, step by step. */
export class Sfn extends PlatformChart {
  /** Ends with its error where the payment fails for a reason that trying again cannot mend. */
  readonly orderProcessing: StateMachine;

  /** A person decides on large orders, and has days for it. */
  readonly orderApproval: StateMachine;

  /** Whoever wants to know of an order that is on its way learns of it at the same time. */
  readonly orderCompletion: StateMachine;

  /** Many orders at once, such as a partner sends them, into the queue that takes single ones. */
  readonly orderIntake: StateMachine;

  constructor(scope: Construct, id: string, environment: Environment, { eventBridge, lambda, sns, sqs }: SfnUses) {
    super(scope, id, environment);
    const { logRetentionDays, approval } = environment.workflows;

    this.orderProcessing = new StateMachine(this, 'order-processing-workflow', {
      comment: 'Order processing workflow',
      type: 'STANDARD',
      logRetentionDays,
      definition: flow({
        startAt: 'ValidateOrder',
        states: {
          ValidateOrder: {
            type: 'Task',
            calls: invoke(lambda.validateOrder),
            retry: [{ errors: ['States.TaskFailed'], interval: Duration.seconds(2), maxAttempts: 3, backoffRate: 2 }],
            next: 'CheckInventory',
          },
          CheckInventory: { type: 'Task', calls: invoke(lambda.checkInventory), next: 'ProcessPayment' },
          ProcessPayment: {
            type: 'Task',
            calls: invoke(lambda.processPayment),
            catch: [{ errors: ['PaymentFailedException'], next: 'PaymentFailed' }],
            next: 'FulfillOrder',
          },
          FulfillOrder: { type: 'Task', calls: invoke(lambda.fulfillOrder), end: true },
          PaymentFailed: { type: 'Fail', error: 'PaymentFailed', cause: '{% $states.input.Cause %}' },
        },
      }),
    });

    this.orderApproval = new StateMachine(this, 'order-approval', {
      comment: 'Large orders wait for a person, all others go on at once',
      type: 'STANDARD',
      logRetentionDays,
      definition: flow({
        startAt: 'IsLarge',
        states: {
          IsLarge: {
            type: 'Choice',
            choices: [{ condition: `{% $states.input.totalAmount > ${approval.above} %}`, next: 'AskPerson' }],
            default: 'ProcessOrder',
          },
          AskPerson: {
            type: 'Task',
            calls: askByMessage(sqs.approvalRequests, '{% $states.input %}'),
            timeout: Duration.days(approval.days),
            heartbeat: Duration.hours(approval.heartbeatHours),
            // the answer says who decided; what goes on is the order
            output: '{% $states.input %}',
            catch: [
              { errors: ['OrderRejected'], next: 'Rejected' },
              { errors: ['States.HeartbeatTimeout', 'States.Timeout'], next: 'Undecided' },
            ],
            next: 'ProcessOrder',
          },
          ProcessOrder: { type: 'Task', calls: startExecution(this.orderProcessing), end: true },
          Rejected: { type: 'Fail', error: 'OrderRejected', cause: '{% $states.input.Cause %}' },
          Undecided: { type: 'Fail', error: 'OrderUndecided', cause: 'nobody decided in time' },
        },
      }),
    });

    const retry = [{ errors: ['States.ALL'], interval: Duration.seconds(1), maxAttempts: 5, jitter: 'FULL' }] as const;
    this.orderCompletion = new StateMachine(this, 'order-completion', {
      comment: 'Tells the customer, the platform and the audit of an order that is on its way',
      type: 'STANDARD',
      timeout: Duration.minutes(15),
      logRetentionDays,
      definition: flow({
        startAt: 'TellEverybody',
        states: {
          TellEverybody: {
            type: 'Parallel',
            branches: [
              flow({
                startAt: 'TellCustomer',
                states: {
                  TellCustomer: {
                    type: 'Task',
                    // in the order of what happened to this customer's order
                    calls: publish(sns.orderNotifications, '{% $states.input %}', {
                      groupId: '{% $states.input.orderId %}',
                    }),
                    retry,
                    end: true,
                  },
                },
              }),
              flow({
                startAt: 'TellPlatform',
                states: {
                  TellPlatform: {
                    type: 'Task',
                    calls: putEvent(eventBridge.applicationEvents, {
                      source: 'order-service',
                      detailType: 'Order Completed',
                      detail: { orderId: '{% $states.input.orderId %}' },
                    }),
                    retry,
                    end: true,
                  },
                },
              }),
              flow({
                startAt: 'TellAudit',
                states: {
                  TellAudit: {
                    type: 'Task',
                    calls: publish(sns.auditLog, {
                      event: 'OrderCompleted',
                      orderId: '{% $states.input.orderId %}',
                    }),
                    retry,
                    end: true,
                  },
                },
              }),
            ],
            output: { orderId: '{% $states.input.orderId %}' },
            next: 'Told',
          },
          Told: { type: 'Succeed' },
        },
      }),
    });

    this.orderIntake = new StateMachine(this, 'order-intake', {
      comment: 'Checks each order of a list and queues those that are complete',
      type: 'EXPRESS',
      timeout: Duration.minutes(5),
      logRetentionDays,
      definition: flow({
        startAt: 'EachOrder',
        states: {
          EachOrder: {
            type: 'Map',
            items: '{% $states.input.orders %}',
            maxConcurrency: 10,
            each: flow({
              startAt: 'CheckOrder',
              states: {
                CheckOrder: {
                  type: 'Task',
                  calls: invoke(lambda.validateOrder),
                  // two attempts and the queue have to fit into the 5 minutes of all orders
                  timeout: Duration.seconds(60),
                  retry: [{ errors: ['States.TaskFailed'], interval: Duration.seconds(2), maxAttempts: 1 }],
                  catch: [{ errors: ['States.ALL'], next: 'Refuse' }],
                  output: '{% $states.input %}',
                  next: 'QueueOrder',
                },
                QueueOrder: {
                  type: 'Task',
                  calls: sendMessage(sqs.orderProcessing, '{% $states.input %}'),
                  retry,
                  output: { accepted: true },
                  end: true,
                },
                Refuse: {
                  type: 'Pass',
                  output: { accepted: false, cause: '{% $states.input.Cause %}' },
                  end: true,
                },
              },
            }),
            end: true,
          },
        },
      }),
    });
  }
}
