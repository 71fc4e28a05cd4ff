/** Before every annotation that Argo CD reads. */
export const ARGOCD_PREFIX = 'argocd.argoproj.io/';

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
export const SYNC_OPTIONS = `${ARGOCD_PREFIX}sync-options`;

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/ */
export const SYNC_WAVE = `${ARGOCD_PREFIX}sync-wave`;

/** Where an ACK object's AWS object is: https://aws-controllers-k8s.github.io/docs/guides/multi-region */
export const ACK_REGION = 'services.k8s.aws/region';

/**
 * What ACK does with the AWS object of a deleted one:
 * https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/
 */
export const DELETION_POLICY = 'services.k8s.aws/deletion-policy';

/** What a Crossplane object is called in AWS: https://docs.crossplane.io/latest/managed-resources/managed-resources/ */
export const EXTERNAL_NAME = 'crossplane.io/external-name';

/**
 * The sync wave that Argo CD comes to behind everything else of an Application, and does not wait for: it waits between
 * waves only (https://github.com/argoproj/argo-cd/blob/v3.4.4/gitops-engine/pkg/sync/sync_context.go). For what becomes
 * healthy by a person's act; in any other wave it would keep those behind it from AWS.
 */
export const LAST_WAVE = '100';
