import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';

interface PolicyRule {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export interface ClusterRightsProps {
  /** Where they may. */
  readonly namespace: string;
  /** Who may. */
  readonly serviceAccount: { readonly namespace: string; readonly name: string };
  readonly rules: readonly PolicyRule[];
}

/** What a service account may do in a namespace, named by the id. */
export class ClusterRights extends Construct {
  constructor(scope: Construct, id: string, { namespace, serviceAccount, rules }: ClusterRightsProps) {
    super(scope, id);
    const metadata = { name: id, namespace };
    const role = new kplus.Role(this, 'Role', { metadata });
    for (const { group, resources, verbs } of rules)
      role.allow(
        [...verbs],
        ...resources.map((resourceType) => kplus.ApiResource.custom({ apiGroup: group, resourceType })),
      );
    const binding = new kplus.RoleBinding(this, 'Binding', { metadata, role });
    binding.addSubjects(
      kplus.ServiceAccount.fromServiceAccountName(this, 'subject', serviceAccount.name, {
        namespaceName: serviceAccount.namespace,
      }),
    );
  }
}

/**
 * What the controller does where agents run. `pods/exec` is how a step runs in another container than the agent's; agents are
 * patched to say that they are still wanted. https://github.com/jenkinsci/kubernetes-plugin/tree/4540.v612369217f87
 */
export const STARTS_AGENTS: readonly PolicyRule[] = [
  { group: '', resources: ['pods'], verbs: ['create', 'delete', 'get', 'list', 'patch', 'watch'] },
  { group: '', resources: ['pods/exec'], verbs: ['create', 'get'] },
  { group: '', resources: ['pods/log'], verbs: ['get'] },
  { group: '', resources: ['events'], verbs: ['get', 'list', 'watch'] },
];

/**
 * To see a Rollout, to promote it and to abort it, as `kubectl argo rollouts` does:
 * https://github.com/argoproj/argo-rollouts/blob/v1.9.1/pkg/kubectl-argo-rollouts/cmd/promote/promote.go
 */
export const PROMOTES_ROLLOUTS: readonly PolicyRule[] = [
  { group: 'argoproj.io', resources: ['rollouts'], verbs: ['get'] },
  { group: 'argoproj.io', resources: ['rollouts/status'], verbs: ['patch'] },
];
