import { isAwsKind, isStatefulObject, physicalKeyOf } from '../aws';
import { groupBy } from '../collections';
import { kindKey, type Manifest, objectKey } from '../manifests';
import type { Change, Effect } from './model';
import type { EnvironmentPlan } from './plan';

/** What an environment says is meant: one effect on one object, for a while. */
export interface Acknowledgement {
  /** Group and kind, namespace and name: `dynamodb.services.k8s.aws/Table aws/orders`. */
  readonly object: string;
  readonly effect: Effect;
  readonly because: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly until: string;
}

export interface StaleAcknowledgement extends Acknowledgement {
  readonly environment: string;
  readonly why: string;
}

/** A reason to stop the merge. */
export interface Danger {
  readonly environment: string;
  readonly application: string;
  /** An object's key, or an application. */
  readonly object: string;
  readonly effect: Effect;
  readonly reason: string;
}

export interface Guarded {
  readonly changes: readonly Change[];
  readonly dangers: readonly Danger[];
  readonly stale: readonly StaleAcknowledgement[];
}

/** Removing more than this part of an application's objects is more likely a mistake. */
const QUARTER = 0.25;

/** Kinds of the cluster that hold what a replacement loses. */
const STATEFUL_IN_CLUSTER = new Set(['/PersistentVolume', '/PersistentVolumeClaim', 'apps/StatefulSet']);

/** Whether a replacement may lose what the object holds: of a kind of AWS that nobody knows it may. */
export function isStateful(manifest: Manifest): boolean {
  if (STATEFUL_IN_CLUSTER.has(kindKey(manifest))) return true;
  return isAwsKind(physicalKeyOf(manifest)) && isStatefulObject(manifest) !== false;
}

/**
 * Which changes nobody has said are meant, and which entries of the environment are no longer needed. `today` is
 * `2026-11-23`.
 */
export function guard(plan: EnvironmentPlan, acknowledgements: readonly Acknowledgement[], today: string): Guarded {
  const valid = acknowledgements.filter(({ until }) => until >= today);
  const used = new Set<Acknowledgement>();
  const judged = plan.changes.map(({ change, pair }) => {
    const manifest = (pair.now ?? pair.old)!.manifest;
    const entry = valid.find(({ object, effect }) => object === objectKey(manifest) && effect === change.effect);
    if (entry) used.add(entry);
    return { change: { ...change, acknowledged: entry !== undefined }, manifest };
  });
  const single = judged.flatMap(({ change, manifest }): Danger[] => {
    const isDanger =
      change.effect === 'destroy' ||
      change.effect === 'blocked' ||
      change.effect === 'unknown' ||
      (change.effect === 'replace' && isStateful(manifest));
    if (!isDanger || change.acknowledged) return [];
    const { environment, application, effect, reason } = change;
    return [{ environment, application, object: objectKey(manifest), effect, reason }];
  });
  return {
    changes: judged.map(({ change }) => change),
    dangers: [
      ...single,
      ...largeRemovals(
        plan,
        judged.map(({ change }) => change),
      ),
    ],
    stale: acknowledgements
      .filter((entry) => !used.has(entry))
      .map((entry) => ({ environment: plan.name, ...entry, why: whyStale(entry, today) })),
  };
}

function largeRemovals({ name, base }: EnvironmentPlan, changes: readonly Change[]): Danger[] {
  const total = groupBy(base, ({ application }) => application);
  const written = new Set(base.map(({ key }) => key));
  const removed = changes.filter(
    (change) =>
      (change.effect === 'destroy' || change.effect === 'orphan') &&
      !change.acknowledged &&
      written.has(
        objectKey({
          apiVersion: change.apiVersion,
          kind: change.kind,
          metadata: { name: change.name, namespace: change.namespace },
        }),
      ),
  );
  return [...groupBy(removed, ({ application }) => application)].flatMap(([application, { length }]) => {
    const all = total.get(application)?.length ?? length;
    if (length <= all * QUARTER) return [];
    const reason = `${length} of ${all} objects of ${application || 'the folder'} leave git: more than a quarter`;
    return [{ environment: name, application, object: application, effect: 'destroy' as const, reason }];
  });
}

function whyStale({ until }: Acknowledgement, today: string): string {
  return until < today ? `its date has passed (${until})` : 'no change has this effect on this object';
}
