import type { ControllerIdentity } from './controllers';

/** The namespace of kro, which does nothing in AWS. */
export const KRO_NAMESPACE = 'kro-system';

/** External Secrets' service account in the cluster, to which EKS Pod Identity gives a role. */
export const EXTERNAL_SECRETS: ControllerIdentity = {
  namespace: 'external-secrets',
  serviceAccount: 'external-secrets',
};

/** The same of the AWS Load Balancer Controller. */
export const LOAD_BALANCER_CONTROLLER: ControllerIdentity = {
  namespace: 'kube-system',
  serviceAccount: 'aws-load-balancer-controller',
};

/** The same of ExternalDNS. */
export const EXTERNAL_DNS: ControllerIdentity = { namespace: 'external-dns', serviceAccount: 'external-dns' };

/**
 * Argo Rollouts' service account. Its role has the same name, because it must be told which it is: it knows no Pod
 * Identity.
 */
export const ARGO_ROLLOUTS: ControllerIdentity = { namespace: 'argo-rollouts', serviceAccount: 'argo-rollouts' };

/** The same of Karpenter. */
export const KARPENTER: ControllerIdentity = { namespace: 'kube-system', serviceAccount: 'karpenter' };

/** The queue that tells Karpenter of interruptions, behind the environment's prefix. */
export const KARPENTER_INTERRUPTIONS = 'karpenter-interruptions';

/** The same of Cluster Autoscaler. */
export const CLUSTER_AUTOSCALER: ControllerIdentity = {
  namespace: 'kube-system',
  serviceAccount: 'cluster-autoscaler',
};

/** Where metrics and traces are collected. */
export const MONITORING_NAMESPACE = 'monitoring';

/** Where what looks at the nodes themselves runs, apart from everything that Pod Security can hold. */
export const NODE_AGENTS_NAMESPACE = 'node-agents';

/** Fluent Bit, which sends the logs of Pods and nodes away. */
export const FLUENT_BIT: ControllerIdentity = { namespace: NODE_AGENTS_NAMESPACE, serviceAccount: 'fluent-bit' };

/**
 * Service accounts of Argo CD that enter other clusters:
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/declarative-setup/#argo-cd-management-role
 */
export const ARGOCD_SERVICE_ACCOUNTS: readonly string[] = ['argocd-application-controller', 'argocd-server'];

/** The role, behind a managed environment's prefix, as which the Argo CD of another one enters its cluster. */
export const HUB_ROLE = 'argocd-hub';
