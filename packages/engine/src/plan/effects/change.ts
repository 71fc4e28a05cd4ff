import { ACK_REGION, annotationOf, EXTERNAL_NAME, kindKey, type Manifest } from '../../manifests';
import { familyOf } from '../../references';
import type { SchemaStore } from '../../schema';
import { deepEqual, type Json, type JsonObject } from '../../schema';
import type { Difference } from '../compare/differences';
import { differencesOf, prepared } from '../compare/prepared';
import { type Change, type FieldChange, type Verdict, worstOf } from '../model';
import type { Pair, PlanObject } from '../objects';
import { apiFindings } from './api';
import { fieldChanges } from './fields';
import { type ReferenceLookup, rewired } from './references';
import { type RemovalContext, removalVerdict } from './removal';

/** A change, and whether its manifest could be judged by its schema. */
export interface PlannedPair {
  readonly change: Change;
  readonly isUnknownKind: boolean;
}

export interface PlanPairOptions {
  readonly schemas: SchemaStore;
  readonly removal: (object: PlanObject) => RemovalContext;
  readonly references: ReferenceLookup;
}

/** What happens to an object; undefined where its manifests mean the same. */
export function planPair(
  { old, now }: Pair,
  { schemas, removal, references: around }: PlanPairOptions,
): PlannedPair | undefined {
  if (old && now) return planUpdate(old, now, schemas, around);
  if (now) return planCreation(now, schemas);
  const { reason, effect } = removalVerdict(old!, removal(old!));
  return { change: changeOf(old!, { effect, reason }, []), isUnknownKind: false };
}

function planCreation(now: PlanObject, schemas: SchemaStore): PlannedPair {
  const { findings, isUnknownKind } = apiFindings(undefined, now, schemas);
  const fields = fieldChanges(now.manifest, [], findings);
  const verdict = fields.length > 0 ? summaryOf(fields) : { effect: 'create' as const, reason: creation(now) };
  return { change: changeOf(now, verdict, fields), isUnknownKind: isUnknownKind };
}

function creation({ manifest, within }: PlanObject): string {
  const family = familyOf(manifest);
  const by = within ? `kro applies it${within.instance ? '' : ' when the graph has an instance'}, and ` : '';
  if (family === 'kubernetes') return within ? 'kro makes it in the cluster' : 'Argo CD makes it in the cluster';
  const name = annotationOf(manifest, EXTERNAL_NAME);
  const region = annotationOf(manifest, ACK_REGION);
  const adopts = annotationOf(manifest, 'services.k8s.aws/adoption-policy');
  if (adopts) return `${by}ACK takes over the AWS object that is there (${adopts})`;
  return `${by}${family === 'ack' ? 'ACK' : 'Crossplane'} makes it in AWS${name ? ` as ${name}` : ''}${region ? `, in ${region}` : ''}`;
}

function planUpdate(
  old: PlanObject,
  now: PlanObject,
  schemas: SchemaStore,
  around: ReferenceLookup,
): PlannedPair | undefined {
  const kind = schemas.find(now.manifest.apiVersion, now.manifest.kind);
  const isSame = deepEqual(old.manifest as unknown as Json, now.manifest as unknown as Json);
  const found = isSame ? [] : differencesOf(...preparedPair(old, now, kind), kind);
  const differences = withoutTemplates(kindKey(now.manifest), found);
  const { findings, isUnknownKind } = isSame ? { findings: [], isUnknownKind: false } : apiFindings(old, now, schemas);
  const moved = handOver(old, now);
  if (differences.length === 0 && findings.length === 0 && !moved) return undefined;
  const { fields: told, rest } = rewired(now.manifest, differences, around);
  const fields = [...fieldChanges(now.manifest, rest, findings, old.manifest), ...told];
  const own = fields.length > 0 ? summaryOf(fields) : { effect: 'none' as const, reason: '' };
  const verdict = moved && worstOf([moved.effect, own.effect]) === moved.effect ? moved : own;
  return { change: changeOf(now, verdict, fields), isUnknownKind: isUnknownKind };
}

function preparedPair(
  old: PlanObject,
  now: PlanObject,
  kind: ReturnType<SchemaStore['find']>,
): [JsonObject, JsonObject] {
  return [prepared(old.manifest, kind), prepared(now.manifest, kind)];
}

/** What changes inside a template is told by the entry of the object that it makes. */
function withoutTemplates(key: string, differences: readonly Difference[]): readonly Difference[] {
  if (key !== 'kro.run/ResourceGraphDefinition') return differences;
  const inside = /^(spec\.resources\[\w+\]\.template)\b.*/;
  const templates = new Set(differences.flatMap(({ path }) => inside.exec(path)?.[1] ?? []));
  return [
    ...differences.filter(({ path }) => !inside.test(path)),
    ...[...templates].map((path) => ({ path, from: undefined, to: undefined })),
  ];
}

/**
 * An object that goes from Argo CD's hands into kro's, or back, or from one instance of a graph to another: Argo CD
 * prunes what it no longer finds in git, and kro deletes what its graph no longer holds, or what it made for an
 * instance that goes.
 */
function handOver(old: PlanObject, now: PlanObject): Verdict | undefined {
  const [from, to] = [holderOf(old), holderOf(now)];
  const isUnused = old.within && now.within && !(old.within.instance && now.within.instance);
  if (from === to || isUnused) return undefined;
  const isKept =
    removalVerdict(old, { applicationLeaves: false, instanceLeaves: false, graphLeaves: false }).effect === 'orphan';
  const into = !now.within
    ? `out of the graph ${old.within!.graph.manifest.metadata.name}`
    : old.within
      ? `from ${from} to ${to}`
      : `into the graph ${now.within.graph.manifest.metadata.name}`;
  const source = 'docs/late-bound-values.md#life-cycle-with-argo-cd';
  if (isKept) return { effect: 'update', reason: `moves ${into}: it is kept, and taken over as it is`, source };
  const [before, after] = [old, now].map(({ within }) => (within ? 'kro' : 'Argo CD'));
  return {
    effect: 'disrupt',
    reason: `moves ${into}: ${before} deletes it when it no longer has it, with what it is in AWS, and ${after} makes it again; meanwhile it is gone (to keep it, let it be retained before)`,
    source,
  };
}

/** Who applies an object. */
function holderOf({ within }: PlanObject): string {
  if (!within) return 'Argo CD';
  const instance = within.instance?.identity;
  return instance ? `${instance.kind} ${instance.name}` : 'kro';
}

/** The worst field speaks for the object. */
function summaryOf(fields: readonly FieldChange[]): Pick<Verdict, 'effect' | 'reason'> {
  const effect = worstOf(fields.map((field) => field.effect));
  const worst = fields.filter((field) => field.effect === effect);
  const [first] = worst;
  const more = worst.length > 1 ? ` (and ${worst.length - 1} more ${worst.length === 2 ? 'field' : 'fields'})` : '';
  const isBlocked = effect === 'blocked' || first!.path === '';
  return { effect, reason: `${isBlocked ? '' : `${first!.path}: `}${first!.reason}${more}` };
}

function changeOf(
  { manifest, environment, application }: PlanObject,
  { effect, reason }: Pick<Verdict, 'effect' | 'reason'>,
  fields: readonly FieldChange[],
): Change {
  return {
    environment,
    application,
    ...identityOf(manifest),
    effect,
    reason,
    fields,
    affects: [],
    acknowledged: false,
  };
}

export function identityOf({ apiVersion, kind, metadata }: Manifest) {
  return { apiVersion, kind, namespace: metadata.namespace ?? '', name: metadata.name };
}
