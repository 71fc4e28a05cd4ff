import type { EnvironmentData } from '../environments';

/** An add-on that EKS installs and updates when it is told a new version. */
export interface AddOn {
  readonly name: string;
  readonly version: string;
  /** Whether nodes need it to become ready; the others need nodes. */
  readonly beforeNodes: boolean;
  /** What it acts as in AWS: the service account, and AWS's own policy for it. */
  readonly identity?: { readonly serviceAccount: string; readonly managedPolicy: string };
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/**
 * For Kubernetes 1.36. After a change of the cluster's version: `aws eks describe-addon-versions --kubernetes-version
 * VERSION --addon-name NAME`. Versions of vpc-cni, coredns and kube-proxy:
 * https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html and its neighbours; the others' are those
 * that clusters of that version ran in autumn 2026.
 */
const VERSIONS: Readonly<Record<string, readonly Omit<AddOn, 'identity' | 'configuration' | 'beforeNodes'>[]>> = {
  '1.36': [
    { name: 'eks-pod-identity-agent', version: 'v1.3.10-eksbuild.3' },
    { name: 'vpc-cni', version: 'v1.22.4-eksbuild.3' },
    { name: 'kube-proxy', version: 'v1.36.0-eksbuild.25' },
    { name: 'coredns', version: 'v1.14.3-eksbuild.23' },
    { name: 'aws-ebs-csi-driver', version: 'v1.66.0-eksbuild.1' },
    { name: 'aws-efs-csi-driver', version: 'v3.4.2-eksbuild.1' },
    { name: 'snapshot-controller', version: 'v8.6.0-eksbuild.8' },
    { name: 'metrics-server', version: 'v0.9.0-eksbuild.11' },
  ],
};

const BEFORE_NODES = new Set(['eks-pod-identity-agent', 'kube-proxy', 'vpc-cni']);

/**
 * https://docs.aws.amazon.com/eks/latest/userguide/add-ons-iam.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 */
const IDENTITIES: Readonly<Record<string, AddOn['identity']>> = {
  'aws-ebs-csi-driver': {
    serviceAccount: 'ebs-csi-controller-sa',
    managedPolicy: 'service-role/AmazonEBSCSIDriverPolicy',
  },
  'aws-efs-csi-driver': {
    serviceAccount: 'efs-csi-controller-sa',
    managedPolicy: 'service-role/AmazonEFSCSIDriverPolicy',
  },
  'vpc-cni': { serviceAccount: 'aws-node', managedPolicy: 'AmazonEKS_CNI_Policy' },
};

const CONFIGURATIONS: Readonly<Record<string, AddOn['configuration']>> = {
  // enforces NetworkPolicies: https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html
  'vpc-cni': { enableNetworkPolicy: 'true' },
};

/** The versions of Kubernetes that the bootstrap knows the add-ons of. */
export const KNOWN_VERSIONS = Object.keys(VERSIONS);

/** The add-ons of an environment's cluster; none for a version of Kubernetes that the table does not know. */
export function addOnsOf({ cluster }: Pick<EnvironmentData, 'cluster'>): readonly AddOn[] {
  return (VERSIONS[cluster.version] ?? []).map(({ name, version }) => ({
    name,
    version,
    beforeNodes: BEFORE_NODES.has(name),
    identity: IDENTITIES[name],
    configuration: CONFIGURATIONS[name],
  }));
}
