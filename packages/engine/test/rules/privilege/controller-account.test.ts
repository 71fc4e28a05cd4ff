import { type Fault, faultsOf } from '../faults';
import { FIXTURES, type Fixture } from '../objects';

const pod = (namespace: string, serviceAccountName: string): Fixture => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'own', namespace },
  spec: { serviceAccountName, containers: [] },
});

const ACCOUNTS = [
  ['ack-system', 'ack-iam-controller'],
  ['crossplane-system', 'provider-aws-iam'],
  ['external-secrets', 'external-secrets'],
  ['kube-system', 'karpenter'],
] as const;

faultsOf('privilege/controller-account', [
  ...ACCOUNTS.map(
    ([namespace, account]): Fault => [
      `a Pod that runs as ${account}`,
      (_get, add) => add(pod(namespace, account)),
      `${FIXTURES} Pod own spec.serviceAccountName`,
    ],
  ),
]);

test("GIVEN a Pod with a controller's name for its account in a namespace of its own WHEN judged THEN that is no privilege", () => {
  const tree = sampleTree();
  tree.add(pod('application', 'karpenter'));
  expect(tree.findings().filter((finding) => finding.includes('[privilege/'))).toEqual([]);
});
