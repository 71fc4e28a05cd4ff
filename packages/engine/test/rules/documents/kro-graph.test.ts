import { faultsOf } from '../faults';
import { EVENTS } from '../objects';

faultsOf('kro-graph', [
  [
    'a graph that reads a field which is not there',
    (get) => {
      const [, resource] = get('ResourceGraphDefinition messaging-critical-infrastructure-events')['spec'].resources;
      resource.template.spec.targets[0].arn = '${incidentWebhookEvents.status.atProvider.arm}';
    },
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[1].template.spec.targets[0].arn`,
  ],
]);
