import { groupOf, type Manifest } from '../manifests';

/** Whose controllers make an object; references reach only objects of their own family. */
export type Family = 'ack' | 'crossplane' | 'kubernetes';

export function familyOfGroup(group: string): Family {
  if (group.endsWith('.services.k8s.aws')) return 'ack';
  return group.endsWith('.upbound.io') ? 'crossplane' : 'kubernetes';
}

export function familyOf(manifest: Manifest): Family {
  return familyOfGroup(groupOf(manifest));
}
