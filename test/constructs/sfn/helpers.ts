import type { PlatformChart } from '../../../charts/platform-chart';
import type { Flow } from '../../../constructs/sfn/state';
import { StateMachine, type StateMachineProps } from '../../../constructs/sfn/state-machine';
import { invoke } from '../../../constructs/sfn/task-target';

export const PAY = 'arn:aws:lambda:us-east-1:123456789012:function:pay';

export const pay = invoke({ arn: PAY });

/** One state machine. */
export function machine(scope: PlatformChart, definition: Flow, props: Partial<StateMachineProps> = {}): StateMachine {
  return new StateMachine(scope, 'orders', {
    comment: 'Orders',
    type: 'STANDARD',
    logRetentionDays: 7,
    definition,
    ...props,
  });
}
