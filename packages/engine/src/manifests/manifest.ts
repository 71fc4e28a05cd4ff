import { isRecord } from './fields';

/** One Kubernetes object as JSON. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Whether a value that was read from a file is an object at all, whatever its kind. */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || !isRecord(value['metadata'])) return false;
  return [value['apiVersion'], value['kind'], value['metadata']['name']].every((part) => typeof part === 'string');
}

/** `sqs.services.k8s.aws` of `sqs.services.k8s.aws/v1alpha1`; empty for core kinds. */
export function groupOf(manifest: Manifest): string {
  const slash = manifest.apiVersion.indexOf('/');
  return slash < 0 ? '' : manifest.apiVersion.slice(0, slash);
}

/** Group and kind, the way tables of kinds are keyed: `sqs.services.k8s.aws/Queue`, `/Namespace` for core kinds. */
export function kindKey(manifest: Manifest): string {
  const { apiVersion, kind } = manifest;
  const ofVersion = kindKeys.get(apiVersion) ?? new Map<string, string>();
  let key = ofVersion.get(kind);
  if (key === undefined) {
    key = `${groupOf(manifest)}/${kind}`;
    kindKeys.set(apiVersion, ofVersion.set(kind, key));
  }
  return key;
}

/** By version and kind: asked for at every turn, and a text made anew each time would be hashed anew. */
const kindKeys = new Map<string, Map<string, string>>();

/** What identifies an object in its cluster, for messages and for matching: `sqs.services.k8s.aws/Queue aws/orders`. */
export function objectKey(manifest: Manifest): string {
  const { namespace, name } = manifest.metadata;
  return `${kindKey(manifest)} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** The value of an annotation; undefined where it is missing or, in a manifest that no schema has seen, no string. */
export function annotationOf({ metadata }: Manifest, key: string): string | undefined {
  const value: unknown = metadata.annotations?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** Every annotation that is a string: key and value. */
export function annotationsOf({ metadata }: Manifest): [key: string, value: string][] {
  const annotations: unknown = metadata.annotations;
  if (annotations === null || typeof annotations !== 'object') return [];
  return Object.entries(annotations).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
