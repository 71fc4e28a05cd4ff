import { faultsOf } from '../faults';

faultsOf('queue-visibility', [
  [
    "a queue whose messages come back before the function's retries end",
    (get) => (get('Queue processing-queue')['spec'].visibilityTimeout = '5400'),
    'application/lambda.yaml EventSourceMapping processing-queue-to-data-processing spec.eventSourceARN',
  ],
]);
