import type { SchemaStore } from '../schema';
import { affectedObjects } from './consequences/affects';
import { type ExposureDelta, exposureDelta } from './consequences/exposure';
import { type IamDelta, iamDelta } from './consequences/iam';
import { renames } from './consequences/renames';
import { type SizeDelta, sizeDelta } from './consequences/size';
import { type Acknowledgement, type Danger, guard, type StaleAcknowledgement } from './guard';
import { type Change, EFFECTS, type Effect } from './model';
import { planEnvironments, type Remark } from './plan';
import type { ManifestFiles } from './source/files';

/** What `plan` says: every change, the gravest first, and what follows from them. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly summary: Summary;
}

export interface Summary {
  readonly total: number;
  /** How many changes have each effect. */
  readonly effects: Readonly<Record<Effect, number>>;
  /** Reasons to stop, which nobody has acknowledged; exit 3 where there is one. */
  readonly dangers: readonly Danger[];
  readonly staleAcknowledgements: readonly StaleAcknowledgement[];
  /** What could not be judged, and what a reviewer has to know besides. */
  readonly remarks: readonly Remark[];
  readonly iam: readonly IamDelta[];
  readonly exposure: readonly ExposureDelta[];
  readonly size: readonly SizeDelta[];
}

export interface PlanOptions {
  readonly schemas: SchemaStore;
  /** What each environment says is meant. */
  readonly acknowledged: (environment: string) => readonly Acknowledgement[];
  /** `2026-11-23`. */
  readonly today: string;
}

/** What the change from one tree to another does. Throws `InputError` for what cannot be read. */
export function plan(base: ManifestFiles, head: ManifestFiles, { schemas, acknowledged, today }: PlanOptions): Plan {
  const environments = planEnvironments(base, head, schemas);
  const parts = environments.map((environment) => {
    const consumers = affectedObjects(environment);
    const notes = renames(environment);
    const withConsumers = {
      ...environment,
      changes: environment.changes.map(({ change, pair }) => ({
        change: { ...change, reason: withNote(change.reason, notes.get(change)), affects: consumers.get(change) ?? [] },
        pair,
      })),
    };
    return {
      ...guard(withConsumers, acknowledged(environment.name), today),
      remarks: environment.remarks,
      iam: iamDelta(environment),
      exposure: exposureDelta(environment),
      size: sizeDelta(environment),
    };
  });
  const changes = parts.flatMap((part) => part.changes).sort(byDanger);
  return {
    changes,
    summary: {
      total: changes.length,
      effects: Object.fromEntries(
        EFFECTS.map((effect) => [effect, changes.filter((change) => change.effect === effect).length]),
      ) as Record<Effect, number>,
      dangers: parts
        .flatMap(({ dangers }) => dangers)
        .sort((a, b) => EFFECTS.indexOf(b.effect) - EFFECTS.indexOf(a.effect)),
      staleAcknowledgements: parts.flatMap(({ stale }) => stale),
      remarks: parts.flatMap(({ remarks }) => remarks),
      iam: parts.flatMap(({ iam }) => iam),
      exposure: parts.flatMap(({ exposure }) => exposure),
      size: parts.flatMap(({ size }) => size),
    },
  };
}

function withNote(reason: string, note: string | undefined): string {
  return note === undefined ? reason : `${reason}; ${note}`;
}

/** The gravest first; among equals by where they are. Locale-independent. */
function byDanger(a: Change, b: Change): number {
  const grave = EFFECTS.indexOf(b.effect) - EFFECTS.indexOf(a.effect);
  if (grave !== 0) return grave;
  const [one, other] = [a, b].map(({ environment, application, kind, namespace, name }) =>
    [environment, application, kind, namespace, name].join('\0'),
  );
  return one! < other! ? -1 : one! > other! ? 1 : 0;
}
