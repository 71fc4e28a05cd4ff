import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';

export interface PolicyRule {
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
