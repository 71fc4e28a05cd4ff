import { faultsOf } from '../faults';
import { EVENTS, FIXTURES, SQS } from '../objects';

faultsOf('dead-letter', [
  [
    'a wrapped rule without a dead-letter queue',
    (get) =>
      delete get('ResourceGraphDefinition messaging-critical-infrastructure-events')['spec'].resources[1].template.spec
        .targets[0].deadLetterConfig,
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[1].template.spec.targets[0].deadLetterConfig`,
  ],
  [
    'a queue without a dead-letter queue',
    (get) => delete get('Queue user-analytics')['spec'].redrivePolicy,
    `${SQS} Queue user-analytics spec.redrivePolicy`,
  ],
  [
    'a rule target without a dead-letter queue',
    (get) => delete get('Rule user-registration-rule')['spec'].targets[2].deadLetterConfig,
    `${EVENTS} Rule user-registration-rule spec.targets[2].deadLetterConfig`,
  ],
  [
    'a function without a dead-letter queue',
    (get) => delete get('Function worker')['spec'].deadLetterConfig,
    `${FIXTURES} Function worker spec.deadLetterConfig.targetARN`,
  ],
]);
