import type { Environment } from '../../../environments';
import type { PolicyStatement } from '../statement';
import { clusterAutoscaler } from './cluster-autoscaler';
import { externalDns } from './external-dns';
import { externalSecrets } from './external-secrets';
import { fluentBit } from './fluent-bit';
import { karpenter } from './karpenter';
import { loadBalancerController } from './load-balancer-controller';

/** A controller that makes no objects of AWS's kinds in dist, but acts in AWS by itself. */
export interface Component {
  /** The Helm chart whose Application in dist brings it. */
  readonly chart: string;
  /** Of its role, without the environment's prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly statements: (environment: Environment) => PolicyStatement[];
}

export const components: readonly Component[] = [
  clusterAutoscaler,
  externalDns,
  externalSecrets,
  fluentBit,
  karpenter,
  loadBalancerController,
];
