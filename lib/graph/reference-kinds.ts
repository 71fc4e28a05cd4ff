import { kindKey, type Manifest } from '../manifests/manifest';
import table from './reference-targets.json';

/**
 * What every reference field of the pinned ACK and Crossplane CRDs means, as the controllers' sources resolve it
 * (ACK: `pkg/resource/<kind>/references.go`; Crossplane: `apis/namespaced/<service>/<version>/zz_generated.resolvers.go`).
 * Names mislead: a Lambda EventSourceMapping's `queueRefs` are Amazon MQ's brokers.
 */
const targets: Readonly<Record<string, Readonly<Record<string, string>>>> = table;

/** Group and kind of what a reference field means; undefined for a field that no controller resolves. */
export function targetOf(manifest: Manifest, path: string): string | undefined {
  const fields = targets[kindKey(manifest)];
  const key = path.replace(/\[\d+\]/g, '[]').replace('spec.initProvider.', 'spec.forProvider.');
  return fields?.[key] ?? fields?.[`${key}[]`];
}
