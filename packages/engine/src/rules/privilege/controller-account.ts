import {
  ACK_NAMESPACE,
  ARGO_ROLLOUTS,
  ARGOCD_SERVICE_ACCOUNTS,
  CLUSTER_AUTOSCALER,
  type ControllerIdentity,
  CROSSPLANE_NAMESPACE,
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  KARPENTER,
  KRO_NAMESPACE,
  LOAD_BALANCER_CONTROLLER,
} from '../../aws';
import type { Tree } from '../../relations';
import { workloadsIn } from '../policies/workloads';
import type { Problem, Rule } from '../rule';

export const controllerAccount: Rule = {
  id: 'privilege/controller-account',
  group: 'privilege',
  reason: "A Pod with a controller's service account has the controller's role in AWS, which can make others.",
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  check,
};

const CONTROLLERS: readonly ControllerIdentity[] = [
  ARGO_ROLLOUTS,
  CLUSTER_AUTOSCALER,
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  KARPENTER,
  LOAD_BALANCER_CONTROLLER,
  ...ARGOCD_SERVICE_ACCOUNTS.map((serviceAccount) => ({ namespace: 'argocd', serviceAccount })),
];

/** Nothing but controllers runs in these; Helm makes their Pods, so none of a manifest is theirs. */
const NAMESPACES = new Set([ACK_NAMESPACE, CROSSPLANE_NAMESPACE, KRO_NAMESPACE]);

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, pod } of workloadsIn(tree)) {
    const { namespace } = object.manifest.metadata;
    const account = pod['serviceAccountName'] ?? pod['serviceAccount'];
    const isController =
      (namespace !== undefined && NAMESPACES.has(namespace)) ||
      CONTROLLERS.some((one) => one.namespace === namespace && one.serviceAccount === account);
    if (isController && account !== undefined && account !== 'default')
      yield {
        object,
        path: `${path}.serviceAccountName`,
        message: `runs as ${namespace}/${account}, which is a controller's; give it an account of its own`,
      };
  }
}
