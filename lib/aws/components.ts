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

/** Argo Rollouts' service account: its role is made in charts/delivery/rollouts.ts, and has the account's name. */
export const ARGO_ROLLOUTS: ControllerIdentity = { namespace: 'argo-rollouts', serviceAccount: 'argo-rollouts' };
