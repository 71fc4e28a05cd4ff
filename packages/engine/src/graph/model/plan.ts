import { z } from 'zod';
import { isStatefulKind } from '../../aws';
import { InputError } from '../../errors';
import { objectKey, readJson } from '../../manifests';
import type { Architecture, Edge, Effect, PageApplication, PageObject, PlannedChange } from './architecture';
import { EFFECTS_GRAVEST_FIRST } from './architecture';
import { titleOfKind } from './titles';

const effect = z.enum(EFFECTS_GRAVEST_FIRST);

/** What the page takes of `platform plan --format json`; docs/plan.md says what it means. */
const planSchema = z.object({
  changes: z.array(
    z.object({
      environment: z.string(),
      application: z.string(),
      apiVersion: z.string(),
      kind: z.string(),
      namespace: z.string(),
      name: z.string(),
      effect,
      reason: z.string(),
      fields: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown(), effect, reason: z.string() })),
      affects: z.array(
        z.object({
          apiVersion: z.string(),
          kind: z.string(),
          namespace: z.string(),
          name: z.string(),
          path: z.string(),
        }),
      ),
      acknowledged: z.boolean(),
    }),
  ),
});

type Plan = z.infer<typeof planSchema>;
type Change = Plan['changes'][number];

/** Throws `InputError` for what is not the JSON of `platform plan`. */
export function readPlan(text: string, file: string): Plan {
  let value: unknown;
  try {
    value = readJson(text);
  } catch (error) {
    throw new InputError(`${file}: not JSON: ${(error as Error).message}; platform plan --format json writes it`);
  }
  const result = planSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(
    `${file}: not what platform plan --format json writes: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`,
  );
}

/** The architecture with what a plan says of its objects, and with those that the plan removes. */
export function withPlan(architecture: Architecture, { changes }: Plan): Architecture {
  const own = changes.filter(({ environment }) => environment === architecture.environment);
  const byKey = new Map(own.map((change) => [keyOf(change), change]));
  const objects = architecture.objects.map((object): PageObject => {
    const change = byKey.get(keyOf(object));
    return change ? { ...object, change: plannedChange(change) } : object;
  });
  const known = new Map(objects.map((object, position) => [keyOf(object), position]));
  const gone = own.filter((change) => !known.has(keyOf(change)));
  const edges: Edge[] = [];
  for (const change of gone) {
    const position = objects.push(goneObject(change)) - 1;
    for (const consumer of change.affects) {
      const from = known.get(keyOf(consumer));
      if (from !== undefined) edges.push({ from, to: position, kind: 'reference', paths: [consumer.path] });
    }
  }
  const counts: Partial<Record<Effect, number>> = {};
  for (const { effect } of own) counts[effect] = (counts[effect] ?? 0) + 1;
  return {
    ...architecture,
    applications: withGone(architecture.applications, objects, architecture.objects.length),
    objects,
    edges: [...architecture.edges, ...edges],
    plan: { counts },
  };
}

function keyOf({
  apiVersion,
  kind,
  namespace,
  name,
}: Pick<Change, 'apiVersion' | 'kind' | 'namespace' | 'name'>): string {
  return objectKey({ apiVersion, kind, metadata: { name, namespace } });
}

function plannedChange({ effect, reason, fields, acknowledged }: Change): PlannedChange {
  return {
    effect,
    reason,
    fields: fields.map(({ path, from, to, effect, reason }) => ({
      path,
      before: shown(from),
      after: shown(to),
      effect,
      reason,
    })),
    acknowledged,
  };
}

/** A value in a table: its manifest has the whole of a long one. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  if (text === 'null') return '';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 200;

/** The chart of what leaves git, which no file says any more. */
const GONE = 'leaves-git';

function goneObject(change: Change): PageObject {
  const { application, apiVersion, kind, namespace, name } = change;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return {
    application,
    service: GONE,
    name,
    namespace,
    apiVersion,
    kind,
    title: titleOfKind(`${group}/${kind}`),
    what: kind,
    stateful: isStatefulKind(`${group}/${kind}`) === true,
    machinery: false,
    file: '',
    manifest: '',
    change: plannedChange(change),
  };
}

function withGone(
  applications: readonly PageApplication[],
  objects: readonly PageObject[],
  from: number,
): PageApplication[] {
  const all = new Map(applications.map((application) => [application.name, application]));
  for (let position = from; position < objects.length; position++) {
    const { application: name } = objects[position]!;
    const { description, services } = all.get(name) ?? { description: '', services: [] };
    const old = services.find((service) => service.name === GONE);
    const service = { name: GONE, title: 'Leaves git', source: '', objects: [...(old?.objects ?? []), position] };
    all.set(name, { name, description, services: [...services.filter((one) => one !== old), service] });
  }
  return [...all.values()];
}
