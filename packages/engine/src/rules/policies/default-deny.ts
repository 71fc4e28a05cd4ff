import { isRecord } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';
import { workloadsIn } from './workloads';

export const defaultDeny: Rule = {
  id: 'default-deny',
  group: 'policy',
  reason: 'Without a policy that denies by default every Pod of the cluster reaches every other.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const policies = tree.ofKinds('networking.k8s.io/NetworkPolicy');
  const first = new Map<string, TreeObject>();
  for (const { object } of workloadsIn(tree)) {
    const namespace = object.manifest.metadata.namespace ?? 'default';
    if (!first.has(namespace)) first.set(namespace, object);
  }
  for (const [namespace, object] of first)
    if (
      !policies.some((policy) => (policy.manifest.metadata.namespace ?? 'default') === namespace && deniesAll(policy))
    )
      yield {
        object,
        path: 'metadata.namespace',
        message: `namespace ${namespace} runs Pods and has no NetworkPolicy that selects every Pod for Ingress and Egress and allows nothing`,
      };
}

function deniesAll(policy: TreeObject): boolean {
  const spec = fieldOf(policy, 'spec');
  if (!isRecord(spec)) return false;
  const { podSelector, policyTypes, ingress, egress } = spec;
  const selectsAll =
    isRecord(podSelector) &&
    Object.values(podSelector).every((part) => isRecord(part) && Object.keys(part).length === 0);
  const types = Array.isArray(policyTypes) ? policyTypes : [];
  const isEmpty = (rules: unknown) => rules === undefined || (Array.isArray(rules) && rules.length === 0);
  return selectsAll && types.includes('Ingress') && types.includes('Egress') && isEmpty(ingress) && isEmpty(egress);
}
