import type { Environment } from '../../../environments';
import type { PolicyStatement } from '../statement';
import { argoCd } from './argo-cd';
import { argoRollouts } from './argo-rollouts';
import { clusterAutoscaler } from './cluster-autoscaler';
import { externalDns } from './external-dns';
import { externalSecrets } from './external-secrets';
import { fluentBit } from './fluent-bit';
import { karpenter } from './karpenter';
import { loadBalancerController } from './load-balancer-controller';

/** A controller that makes no objects of AWS's kinds in dist, but acts in AWS by itself. */
export interface HelmController {
  /** The Helm chart whose Application in dist brings it. */
  readonly chart: string;
  /** Of its role, without the environment's prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Its Pods show the cluster's token in place of using Pod Identity, which it does not know. @default false */
  readonly isWebIdentity?: boolean;
  /** Whether an environment with the chart needs it. @default it does */
  readonly isNeeded?: (environment: Environment) => boolean;
  readonly statements: (environment: Environment) => PolicyStatement[];
}

export const helmControllers: readonly HelmController[] = [
  ...argoCd,
  argoRollouts,
  clusterAutoscaler,
  externalDns,
  externalSecrets,
  fluentBit,
  karpenter,
  loadBalancerController,
];
