import type { Json } from '../schema';

/**
 * What happens to an object, from harmless to grave:
 * - `none`: nothing in AWS;
 * - `create`: it is made;
 * - `update`: it is changed in place;
 * - `disrupt`: it is changed with a reboot, a failover, downtime, or moves of capacity;
 * - `unknown`: nobody has looked at its kind, so that it may be any of these;
 * - `replace`: AWS cannot change a field of it: the controller makes a second object, or stops with an error;
 * - `blocked`: the Kubernetes API refuses the manifest, so that nothing happens at all;
 * - `orphan`: it leaves git and stays in AWS;
 * - `destroy`: it leaves git and AWS, or the cluster where it is the cluster's.
 */
export type Effect = (typeof EFFECTS)[number];

/** From harmless to grave. `blocked` outweighs `replace`: what the API refuses, no controller sees. */
export const EFFECTS = [
  'none',
  'create',
  'update',
  'disrupt',
  'unknown',
  'replace',
  'blocked',
  'orphan',
  'destroy',
] as const;

export function worstOf(effects: readonly Effect[]): Effect {
  return effects.reduce<Effect>((worst, one) => (EFFECTS.indexOf(one) > EFFECTS.indexOf(worst) ? one : worst), 'none');
}

/** Why a change has its effect. */
export interface Verdict {
  readonly effect: Effect;
  /** One sentence or two for a person. */
  readonly reason: string;
  /** Where that is known from: a URL, or the CRD's rule. */
  readonly source: string;
}

export interface FieldChange extends Verdict {
  /** `spec.shardCount`, `spec.rules[0].name`; inside Cloud Control's state `spec.forProvider.desiredState.Name`. */
  readonly path: string;
  /** Null where the field was not there. */
  readonly from: Json;
  readonly to: Json;
}

/** Who depends on an object. */
export interface AffectedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The field that speaks of the object. */
  readonly path: string;
  /** What happens to it. */
  readonly breaks: string;
}

/** One object whose manifest differs in meaning. */
export interface Change {
  readonly environment: string;
  readonly application: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for objects of the cluster. */
  readonly namespace: string;
  readonly name: string;
  readonly effect: Effect;
  readonly reason: string;
  readonly fields: readonly FieldChange[];
  readonly affects: readonly AffectedObject[];
  /** Whether an entry of the environment says that this is meant. */
  readonly acknowledged: boolean;
}
