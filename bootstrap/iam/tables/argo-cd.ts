import { ARGOCD_SERVICE_ACCOUNTS, BOOTSTRAP_PATH, HUB_ROLE, partitionOf } from '@aws-platform/engine/aws';
import type { HelmController } from './helm-controllers';

/**
 * Argo CD's Pods that enter the clusters it manages, where it manages any: all they may do in AWS is to become whom
 * such a cluster lets in.
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/declarative-setup/#iam-permission-policy
 */
export const argoCd: readonly HelmController[] = ARGOCD_SERVICE_ACCOUNTS.map((serviceAccount) => ({
  chart: 'argo-cd',
  name: serviceAccount,
  namespace: 'argocd',
  serviceAccount,
  isNeeded: ({ argocd }) => argocd.manages !== undefined,
  statements: ({ region, argocd }) => [
    {
      Sid: 'EnterClusters',
      Effect: 'Allow',
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Resource: (argocd.manages ?? []).map(
        ({ account, namePrefix }) =>
          `arn:${partitionOf(region)}:iam::${account}:role${BOOTSTRAP_PATH}${namePrefix}${HUB_ROLE}`,
      ),
    },
  ],
}));
