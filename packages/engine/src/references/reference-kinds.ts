import { EXTERNAL_NAME, kindKey, type Manifest } from '../manifests';
import table from './reference-targets.json';

/** What a reference field does: whose value it takes, and where that goes. */
export interface ReferenceTarget {
  /** Group and kind of what it means. */
  readonly target: string;
  /** The field that the controller fills with the value. */
  readonly fills: string;
  /** Where in the target the value stands. */
  readonly attribute: string;
}

/**
 * Every reference field of the pinned ACK and Crossplane CRDs, as the controllers' sources resolve it (ACK:
 * `pkg/resource/<kind>/references.go`; Crossplane: `apis/namespaced/<service>/<version>/zz_generated.resolvers.go`).
 * Names mislead: a Lambda EventSourceMapping's `queueRefs` are Amazon MQ's brokers.
 */
const targets: Readonly<Record<string, Readonly<Record<string, ReferenceTarget>>>> = table;

/** Group and kind of what a reference field means; undefined for a field that no controller resolves. */
export function targetOf(manifest: Manifest, path: string): string | undefined {
  const fields = targets[kindKey(manifest)];
  const key = patternOf(path).replace('spec.initProvider.', 'spec.forProvider.');
  return (fields?.[key] ?? fields?.[`${key}[]`])?.target;
}

/** What a reference field takes from which kind, and which field it fills; undefined for other fields. */
export function fillsOf(manifest: Manifest, path: string): ReferenceTarget | undefined {
  return targets[kindKey(manifest)]?.[patternOf(path)];
}

/**
 * The reference field that fills a field with a value of a target, with `[]` for items of lists; undefined where there
 * is none.
 */
export function referenceFilling(
  manifest: Manifest,
  path: string,
  target: string,
  attribute: string,
): string | undefined {
  const wanted = patternOf(path);
  const found = Object.entries(targets[kindKey(manifest)] ?? {}).find(
    ([, one]) => one.fills === wanted && one.target === target && isSame(one.attribute, attribute),
  );
  return found?.[0];
}

/** Crossplane's external name of an object is what its id in AWS is called. */
function isSame(one: string, other: string): boolean {
  return one === other || (one === `metadata.annotations.${EXTERNAL_NAME}` && other === 'status.atProvider.id');
}

function patternOf(path: string): string {
  return path.replace(/\[\d+\]/g, '[]');
}
