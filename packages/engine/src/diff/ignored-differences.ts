import { InputError } from '../errors';
import { isRecord, kindKey, type Manifest, read, readYaml } from '../manifests';
import type { Json, JsonObject } from '../schema';

/** Kinds, and JSON pointers to their fields that Argo CD does not compare. */
export type IgnoredDifferences = ReadonlyMap<string, readonly string[]>;

const RULE = 'resource.customizations.ignoreDifferences.';

/**
 * What Argo CD overlooks by its settings, as the Application that installs it has them. Other ways than JSON pointers
 * to name a field show more differences here than there; a test holds that dist has none of them.
 * https://argo-cd.readthedocs.io/en/release-3.4/user-guide/diffing/#system-level-configuration
 */
export function ignoredDifferencesOf(manifests: readonly Manifest[]): IgnoredDifferences {
  const overlooked = new Map<string, readonly string[]>();
  for (const manifest of manifests) {
    if (manifest.kind !== 'Application' || read(manifest, 'spec.source.chart') !== 'argo-cd') continue;
    const settings = read(manifest, 'spec.source.helm.valuesObject.configs.cm');
    for (const [key, value] of Object.entries(isRecord(settings) ? settings : {})) {
      if (!key.startsWith(RULE) || typeof value !== 'string') continue;
      const pointers = read(settingOf(key, value), 'jsonPointers');
      // the group stands before the last underscore: no kind has one
      const kind = key.slice(RULE.length).replace(/_([^_]+)$/, '/$1');
      if (Array.isArray(pointers)) overlooked.set(kind, pointers.map(String));
    }
  }
  return overlooked;
}

function settingOf(key: string, value: string): unknown {
  try {
    return readYaml(value)[0];
  } catch (error) {
    throw new InputError(`Application argo-cd: configs.cm: ${key}: no YAML: ${(error as Error).message}`);
  }
}

/** Annotations of Argo CD and of kubectl on an object, which its manifest in git does not have. */
const ADDED_ANNOTATIONS = [
  'argocd.argoproj.io/installation-id',
  'argocd.argoproj.io/tracking-id',
  'kubectl.kubernetes.io/last-applied-configuration',
];
/** Fields of the metadata that the API server writes. */
const SERVERS_FIELDS = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];

/** An object as the cluster has it, without what Argo CD leaves out when it compares. */
export function normalized(object: Manifest, overlooked: IgnoredDifferences): Manifest {
  const { status: _, ...rest } = structuredClone(object) as unknown as JsonObject;
  const metadata = rest['metadata'] as JsonObject;
  for (const field of SERVERS_FIELDS) delete metadata[field];
  for (const annotation of ADDED_ANNOTATIONS) removeAt(metadata, ['annotations', annotation]);
  if (isEmpty(metadata['annotations'])) delete metadata['annotations'];
  for (const pointer of overlooked.get(kindKey(object)) ?? []) removeAt(rest, partsOf(pointer));
  return rest as unknown as Manifest;
}

/** https://datatracker.ietf.org/doc/html/rfc6901#section-4 */
function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function removeAt(value: Json | undefined, [head, ...rest]: readonly string[]): void {
  if (head === undefined || value === null || typeof value !== 'object') return;
  if (rest.length > 0) removeAt((value as JsonObject)[head], rest);
  else if (Array.isArray(value)) value.splice(Number(head), 1);
  else delete value[head];
}

function isEmpty(value: Json | undefined): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0;
}
