import { platformKey } from '../../constructs/core/platform-key';
import { LaunchTemplate } from '../../constructs/ec2/launch-template';
import { NodeRole } from '../../constructs/eks/node-role';
import { NodeGroup } from '../../constructs/eks/nodegroup';
import { PlatformChart } from '../platform-chart';

/** The managed node groups beside general-purpose, which the bootstrap makes. */
export class Eks extends PlatformChart {
  /** On the nodes that AWS may take away with two minutes' notice, and of the Pods that can live with that. */
  private readonly interruptible = { key: platformKey(this, 'capacity-type'), value: 'spot' };

  readonly spotWorkloads = new NodeGroup(this, 'spot-workloads', {
    capacityType: 'SPOT',
    ...this.environment.compute.spotWorkloads,
    launchTemplate: new LaunchTemplate(this, 'spot-workloads-node'),
    role: new NodeRole(this, 'spot-workloads-node-role', 'Nodes of the node group spot-workloads'),
    labels: { [this.interruptible.key]: this.interruptible.value },
    taints: [{ ...this.interruptible, effect: 'NO_SCHEDULE' }],
  });
}
