/** The container's part of Pod Security `restricted`, and a file system that it cannot change. */
export interface RestrictedContainer {
  readonly allowPrivilegeEscalation: false;
  readonly capabilities: { readonly drop: ['ALL'] };
  readonly readOnlyRootFilesystem: true;
}

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
export const RESTRICTED_CONTAINER: RestrictedContainer = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};
