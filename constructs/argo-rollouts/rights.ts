import type { PolicyRule } from '../kubernetes/role-binding';

/**
 * To see a Rollout, to promote it and to abort it, as `kubectl argo rollouts` does:
 * https://github.com/argoproj/argo-rollouts/blob/v1.9.1/pkg/kubectl-argo-rollouts/cmd/promote/promote.go
 */
export const PROMOTES_ROLLOUTS: readonly PolicyRule[] = [
  { group: 'argoproj.io', resources: ['rollouts'], verbs: ['get'] },
  { group: 'argoproj.io', resources: ['rollouts/status'], verbs: ['patch'] },
];
