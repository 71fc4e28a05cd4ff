import { NodeRole } from '../../../constructs/eks/node-role';
import { NodeClass, type NodeClassProps } from '../../../constructs/karpenter/ec2-node-class';
import { chart } from '../scope';

/** A class with a role of its own. */
export function nodeClass(change: Partial<NodeClassProps> = {}, scope = chart()) {
  return new NodeClass(scope, 'al2023', {
    role: new NodeRole(scope, 'role', 'Nodes'),
    imageRelease: 'v20260903',
    ...change,
  });
}
