import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { exception } from '../core/exception';

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
  /** Why a rule gives another's identity, as `pods/exec` does; `validate` prints it. @default none does */
  readonly because?: string;
}

/** What a service account may do in a namespace, named by the id. */
export class ClusterRights extends Construct {
  constructor(scope: Construct, id: string, { namespace, serviceAccount, rules, because }: ClusterRightsProps) {
    super(scope, id);
    const metadata = { name: id, namespace };
    const annotations =
      because === undefined
        ? undefined
        : exception(this, { policy: 'privilege/rbac-escalation', because, prop: 'because' });
    const role = new kplus.Role(this, 'Role', { metadata: { ...metadata, ...(annotations && { annotations }) } });
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
