import { Namespace, type PodPolicy } from '../../../constructs/kubernetes/namespace';
import { collect } from '../../../packages/engine/src/synth/collect';
import { chart } from '../scope';

type Spec = Record<string, unknown>;

/** What a namespace consists of: `Kind name` and its spec. */
export function objectsOf(pods?: PodPolicy | 'none'): Record<string, Spec> {
  const scope = chart();
  new Namespace(scope, 'batch', { pods });
  const objects = collect(scope).flatMap((found) => found.objects);
  return Object.fromEntries(
    objects.map(({ manifest }) => {
      if (manifest.kind !== 'Namespace') expect(manifest.metadata.namespace).toBe('batch');
      return [`${manifest.kind} ${manifest.metadata.name}`, manifest['spec'] as Spec];
    }),
  );
}
