import { faultsOf } from '../faults';
import { FIXTURES, inDefinition } from '../objects';

faultsOf('state-machine', [
  [
    'a state that is not defined',
    (get) => inDefinition(get('StateMachine orders'), (states) => (states['Decide'].Default = 'PaymentFailed')),
    `${FIXTURES} StateMachine orders spec.definition`,
  ],
  [
    'a state that nothing leads to',
    (get) => inDefinition(get('StateMachine orders'), (states) => (states['Orphan'] = { Type: 'Succeed' })),
    `${FIXTURES} StateMachine orders spec.definition`,
  ],
  [
    'states that go round for ever',
    (get) =>
      inDefinition(get('StateMachine orders'), (states) => {
        states['Done'] = { Type: 'Pass', Next: 'Decide' };
        states['Failed'] = { Type: 'Pass', Next: 'Decide' };
      }),
    `${FIXTURES} StateMachine orders spec.definition`,
  ],
  [
    'an EXPRESS state machine that waits for an answer',
    (get) => {
      get('StateMachine orders')['spec'].type_ = 'EXPRESS';
      inDefinition(
        get('StateMachine orders'),
        (states) => (states['Validate'].Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'),
      );
    },
    `${FIXTURES} StateMachine orders spec.definition`,
  ],
]);
