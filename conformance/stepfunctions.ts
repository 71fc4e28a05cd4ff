import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';

const STATE_MACHINE = 'sfn.services.k8s.aws/StateMachine';
const WORKFLOW = 'StepFunctions.OrderProcessingWorkflow';

/** The document's names of functions. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'arn:aws:lambda:region:account:function:check-inventory': '${CheckInventoryLambda.Arn}',
  'arn:aws:lambda:region:account:function:fulfill-order': '${FulfillOrderLambda.Arn}',
  'arn:aws:lambda:region:account:function:process-payment': '${ProcessPaymentLambda.Arn}',
  'arn:aws:lambda:region:account:function:validate-order': '${ValidateOrderLambda.Arn}',
};

const machines = (evidence: Evidence) => evidence.all(STATE_MACHINE);
const definition = (path: string) => (evidence: Evidence) =>
  at(evidence.json(STATE_MACHINE, 'order-processing-workflow', 'spec.definition'), path);
const someDefinition = (text: RegExp) => (evidence: Evidence) =>
  machines(evidence).some((machine) => text.test(String(at(machine, 'spec.definition'))));

/** A value of the definition at the same path as in the document. */
function same(path: string, value: unknown): DocumentValue {
  return { path: `${WORKFLOW}.Definition.${path}`, value, read: definition(path) };
}

/** A task of the document: its function, and where it leads. */
function task(
  name: string,
  lambda: string,
  following: readonly [field: 'Next' | 'End', value: unknown],
): DocumentValue[] {
  const state = `States.${name}`;
  return [
    same(`${state}.Type`, 'Task'),
    {
      path: `${WORKFLOW}.Definition.${state}.Resource`,
      value: `\${${lambda}.Arn}`,
      read: (evidence) => FUNCTIONS[evidence.neutral(definition(`${state}.Resource`)(evidence)) ?? ''],
    },
    same(`${state}.${following[0]}`, following[1]),
  ];
}

/** The document's workflow, and what it asks of Step Functions. */
export const stepFunctions: readonly DocumentValue[] = [
  {
    path: `${WORKFLOW}.Type`,
    value: 'Standard',
    read: (evidence) =>
      evidence.field(STATE_MACHINE, 'order-processing-workflow', 'spec.type_') === 'STANDARD' ? 'Standard' : undefined,
  },
  same('Comment', 'Order processing workflow'),
  same('StartAt', 'ValidateOrder'),
  ...task('ValidateOrder', 'ValidateOrderLambda', ['Next', 'CheckInventory']),
  same('States.ValidateOrder.Retry[0].ErrorEquals', ['States.TaskFailed']),
  same('States.ValidateOrder.Retry[0].IntervalSeconds', 2),
  same('States.ValidateOrder.Retry[0].MaxAttempts', 3),
  same('States.ValidateOrder.Retry[0].BackoffRate', 2),
  ...task('CheckInventory', 'CheckInventoryLambda', ['Next', 'ProcessPayment']),
  ...task('ProcessPayment', 'ProcessPaymentLambda', ['Next', 'FulfillOrder']),
  same('States.ProcessPayment.Catch[0].ErrorEquals', ['PaymentFailedException']),
  same('States.ProcessPayment.Catch[0].Next', 'PaymentFailed'),
  {
    path: `${WORKFLOW}.Definition.States.PaymentFailed`,
    value: 'named, but not defined',
    read: definition('States.PaymentFailed.Type'),
    deviation: {
      chosen: 'Fail',
      because:
        'Step Functions refuses a definition that leads to a state which is not there; a payment that failed ends the order',
      source: 'https://states-language.net/spec.html#transitions',
    },
  },
  ...task('FulfillOrder', 'FulfillOrderLambda', ['End', true]),
  {
    path: 'Step Functions: State Machines',
    value: true,
    read: (evidence) => machines(evidence).length > 0,
  },
  {
    path: 'Step Functions: Error Handling',
    value: true,
    read: someDefinition(/"Retry":.*"Catch":|"Catch":.*"Retry":/),
  },
  { path: 'Step Functions: Parallel Execution', value: true, read: someDefinition(/"Type":"Parallel"/) },
  { path: 'Step Functions: Human Approval', value: true, read: someDefinition(/\.waitForTaskToken"/) },
  { path: 'Step Functions: Service Integrations', value: true, read: someDefinition(/:states:::(?:sns|sqs|events):/) },
  {
    path: 'Step Functions: Express Workflows',
    value: true,
    read: (evidence) => machines(evidence).some((machine) => at(machine, 'spec.type_') === 'EXPRESS'),
  },
];
