import { canonicalJson } from '../../../src/manifests/json';
import { faultsOf } from '../faults';
import { EVENTS } from '../objects';

faultsOf('event-pattern', [
  [
    'an unknown operator in an event pattern',
    (get) => (get('Rule build-events')['spec'].eventPattern = canonicalJson({ source: [{ startsWith: 'aws.' }] })),
    `${EVENTS} Rule build-events spec.eventPattern`,
  ],
  [
    'a field that no event has',
    (get) =>
      (get('Rule build-events')['spec'].eventPattern = canonicalJson({ detailType: ['CodeBuild Build State Change'] })),
    `${EVENTS} Rule build-events spec.eventPattern`,
  ],
]);
