import { faultsOf } from '../faults';
import { ack, FIXTURES } from '../objects';

faultsOf('duplicate-owner', [
  [
    'an AWS object with two ACK owners',
    (get, add) => {
      const twin = structuredClone(get('Topic alerts'));
      twin.metadata.name = 'alerts-again';
      add(twin, 'messaging');
    },
    `${FIXTURES} Topic alerts-again metadata.name`,
  ],
  [
    'an AWS object with an ACK and a Crossplane owner',
    (_get, add) =>
      add({
        ...ack('', 'EventBus', 'bus-again', { name: 'platform-events' }),
        apiVersion: 'eventbridge.services.k8s.aws/v1alpha1',
      }),
    `${FIXTURES} EventBus bus-again metadata.name`,
  ],
]);
