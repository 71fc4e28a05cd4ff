import { annotationOf, DELETION_POLICY, type Manifest, read } from '../../manifests';
import { familyOf } from '../../references';

/** Whether the AWS object outlives its manifest: ACK retains it, or Crossplane may not delete it. */
export function isRetained(manifest: Manifest): boolean {
  if (familyOf(manifest) === 'ack') return annotationOf(manifest, DELETION_POLICY) === 'retain';
  const policies = read(manifest, 'spec.managementPolicies');
  return Array.isArray(policies) && policies.length > 0 && !policies.includes('*') && !policies.includes('Delete');
}
