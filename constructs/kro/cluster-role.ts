import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NEVER_PRUNED } from '../core/annotations';
import { clusterScoped } from '../core/cluster-scoped';
import { exception } from '../core/exception';

/** https://github.com/kubernetes-sigs/kro/blob/v0.9.3/website/docs/docs/advanced/01-access-control.md */
const AGGREGATED = { 'rbac.kro.run/aggregate-to-controller': 'true' };

/** Of a kind that kro only looks at: a graph's `externalRef`. */
export const KRO_READS = ['get', 'list', 'watch'] as const;

/** Of a kind that its graphs make. */
export const KRO_MAKES = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'] as const;

export interface KroRoleProps {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Why `resources` has a wildcard. @default it has none */
  readonly because?: string;
}

/**
 * A right of kro's in the whole cluster: it watches kinds, not namespaces. Never pruned: what a graph has made can be
 * deleted only while kro may, and when the last graph of a kind leaves, both leave at the same time.
 */
export class KroRole extends Construct {
  constructor(scope: Construct, id: string, { group, resources, verbs, because }: KroRoleProps) {
    super(scope, id);
    clusterScoped(
      new ApiObject(this, 'Resource', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: {
          name: `kro:controller:${id}`,
          labels: AGGREGATED,
          annotations: { ...NEVER_PRUNED, ...(because && exception(this, { policy: 'rbac-wildcard', because })) },
        },
        rules: [{ apiGroups: [group], resources: [...resources], verbs: [...verbs] }],
      }),
    );
  }
}
