import { LaunchTemplate } from '../../constructs/launch-template';
import { NodeGroup } from '../../constructs/node-group';
import { NodeRole } from '../../constructs/node-role';
import { PlatformChart } from '../../constructs/platform-chart';
import { platformKey } from '../../constructs/platform-key';

/** On the nodes that AWS may take away with two minutes' notice, and of the Pods that can live with that. */
const INTERRUPTIBLE = { key: platformKey('capacity-type'), value: 'spot' };

/** The managed node groups beside general-purpose, which the bootstrap makes. */
export class Eks extends PlatformChart {
  readonly spotWorkloads = new NodeGroup(this, 'spot-workloads', {
    capacityType: 'SPOT',
    ...this.environment.compute.spotWorkloads,
    launchTemplate: new LaunchTemplate(this, 'spot-workloads-node'),
    role: new NodeRole(this, 'spot-workloads-node-role', 'Nodes of the node group spot-workloads'),
    labels: { [INTERRUPTIBLE.key]: INTERRUPTIBLE.value },
    taints: [{ ...INTERRUPTIBLE, effect: 'NO_SCHEDULE' }],
  });
}
