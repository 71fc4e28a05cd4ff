import type { Manifest } from '../../manifests';
import { physicalKeyOf } from '../cloud-control';
import type { Scalar } from './demand';
import type { Known } from './forms';
import type { Edge } from './kind';
import { knownOf } from './known';
import { passes, placesOf, prefixOf } from './places';
import { spelled } from './spelling';

/** What is known of the kind of a manifest; undefined where nothing is. */
export function knownOfManifest(manifest: Manifest): Known | undefined {
  return knownOf(physicalKeyOf(manifest));
}

const AWS_GROUP = /^(?!aws\.)[\w-]+\.(?:services\.k8s\.aws|aws\.(?:m\.)?upbound\.io)\/|^AWS::/;

/**
 * Whether objects of this kind stand for something in AWS: those of ACK's and Crossplane's groups, and what Cloud
 * Control makes.
 */
export function isAwsKind(key: string): boolean {
  return AWS_GROUP.test(key);
}

/** Whether deleting an object of this kind in AWS loses data or identities; undefined where nobody knows the kind. */
export function isStatefulKind(key: string): boolean | undefined {
  const known = knownOf(key);
  return known && typeof known.kind.stateful === 'string';
}

export function isStatefulObject(manifest: Manifest): boolean | undefined {
  return isStatefulKind(physicalKeyOf(manifest));
}

/**
 * Whether an object of this kind may not go with its manifest: it holds something, or what holds something needs it.
 */
export function isKept({ kind }: Known): boolean {
  return typeof kind.stateful === 'string' || kind.kept !== undefined;
}

/** The field with which AWS refuses to delete an object, as the manifest spells it, and whether it does. */
export function protectionOf(
  manifest: Manifest,
): { readonly path: string; readonly value: Scalar; readonly isOn: boolean } | undefined {
  const known = knownOfManifest(manifest);
  const protection = known?.kind.protection;
  if (!known || !protection || !('field' in protection)) return undefined;
  const [place] = placesOf(manifest, known, protection.field);
  return (
    place && {
      path: place.inside ?? place.path,
      value: protection.value,
      isOn: String(place.value) === String(protection.value),
    }
  );
}

/** What AWS takes where a manifest of this kind is silent, by the fields as it spells them. */
export function defaultsOf(key: string): ReadonlyMap<string, unknown> | undefined {
  if (!defaults.has(key)) defaults.set(key, defaultsFrom(knownOf(key)));
  return defaults.get(key);
}

const defaults = new Map<string, ReadonlyMap<string, unknown> | undefined>();

function defaultsFrom(known: Known | undefined): ReadonlyMap<string, unknown> | undefined {
  if (!known?.kind.defaults) return undefined;
  return new Map(
    Object.entries(known.kind.defaults).flatMap(([field, value]) => {
      const name = spelled(known.form, known.name, known.isLead, field);
      return name === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** What mentions of other objects mean, by the field of the manifest that has them; empty for what nobody knows. */
export function edgesOf(key: string): Readonly<Record<string, Edge>> {
  let found = edges.get(key);
  if (!found) {
    found = edgesFrom(knownOf(key));
    edges.set(key, found);
  }
  return found;
}

const edges = new Map<string, Readonly<Record<string, Edge>>>();

function edgesFrom(known: Known | undefined): Readonly<Record<string, Edge>> {
  if (!known) return {};
  const prefix = prefixOf(known);
  const shared = Object.entries(known.kind.edges ?? {}).flatMap(([field, edge]) => {
    const name = spelled(known.form, known.name, known.isLead, field);
    return name === undefined ? [] : [[`${prefix}${name}`, edge] as const];
  });
  const own = Object.entries(known.form.edges ?? {}).map(([field, edge]) => [`${prefix}${field}`, edge] as const);
  return Object.fromEntries([...own, ...shared]);
}

/** Whether an object has an end that the internet reaches. */
export function isReachedByInternet(manifest: Manifest): boolean {
  const known = knownOfManifest(manifest);
  const internet = known?.kind.internet;
  if (!known || internet === undefined) return false;
  return (
    internet === 'always' || placesOf(manifest, known, internet.field).some((place) => passes(place, internet.must))
  );
}
