import { familyOf } from '../../graph/family';
import { DELETION_POLICY } from '../../manifests/annotations';
import { read } from '../../manifests/fields';
import { annotationOf, type Manifest } from '../../manifests/manifest';

/** Whether the AWS object outlives its manifest: ACK retains it, or Crossplane may not delete it. */
export function isRetained(manifest: Manifest): boolean {
  if (familyOf(manifest) === 'ack') return annotationOf(manifest, DELETION_POLICY) === 'retain';
  const policies = read(manifest, 'spec.managementPolicies');
  return Array.isArray(policies) && policies.length > 0 && !policies.includes('*') && !policies.includes('Delete');
}
