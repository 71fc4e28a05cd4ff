import type { Manifest } from '../manifests';
import type { Occurrence } from './occurrences';
import type { LateValue } from './token';

/** The late values of texts, in their order. */
export function lateValuesOf(occurrences: readonly Occurrence[]): LateValue[] {
  return occurrences.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'object'));
}

/** Whether a value is in a Secret: an ExternalSecret makes it in the cluster, so that no chart holds it. */
export function isSecret({ apiVersion, kind }: LateValue): boolean {
  return apiVersion === 'v1' && kind === 'Secret';
}

/** What tells objects apart, the same for a late value as for its producer. */
export function lateKey({ apiVersion, kind, namespace, name }: LateValue): string {
  return `${apiVersion} ${kind} ${namespace}/${name}`;
}

export function keyOf({ apiVersion, kind, metadata }: Manifest): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}
