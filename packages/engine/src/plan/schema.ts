import { z } from 'zod';
import { EFFECTS } from './model';

/** What `plan --format json` prints, for programs: docs/plan.schema.json is made of it. */
const effect = z
  .enum(EFFECTS)
  .describe('none, create, update, disrupt, replace, blocked, orphan, destroy: see docs/plan.md');
const text = z.string();
const identity = {
  apiVersion: text,
  kind: text,
  namespace: text.describe('empty for objects of the cluster'),
  name: text,
};
const about = { environment: text, object: text.describe('group/Kind namespace/name') };

const change = z
  .strictObject({
    environment: text,
    application: text.describe('the folder that Argo CD syncs as one Application'),
    ...identity,
    effect: effect.describe("the worst of the fields'"),
    reason: text,
    fields: z.array(
      z.strictObject({
        path: text.describe('spec.shardCount, spec.rules[0].name'),
        from: z.json().describe('null where the field was not there'),
        to: z.json().describe('null where the field is no longer there'),
        effect,
        reason: text,
        source: text.describe('a page, or the rule of a CustomResourceDefinition'),
      }),
    ),
    affects: z.array(
      z.strictObject({ ...identity, path: text.describe('the field that speaks of the object'), breaks: text }),
    ),
    acknowledged: z.boolean().describe("whether an entry of the environment's says that this is meant"),
  })
  .describe('one object whose manifest differs in meaning');

export const planSchema = z
  .strictObject({
    changes: z.array(change).describe('the gravest first'),
    summary: z.strictObject({
      total: z.int().min(0),
      effects: z.record(z.enum(EFFECTS), z.int().min(0)),
      dangers: z
        .array(z.strictObject({ environment: text, application: text, object: text, effect, reason: text }))
        .describe('reasons to stop that nobody has acknowledged; exit 3 where there is one'),
      staleAcknowledgements: z.array(z.strictObject({ ...about, effect, because: text, until: text, why: text })),
      remarks: z
        .array(z.strictObject({ ...about, message: text }))
        .describe('what could not be judged, and what a reviewer has to know besides'),
      iam: z.array(
        z.strictObject({
          ...about,
          path: text,
          actionsAdded: z.array(text),
          actionsRemoved: z.array(text),
          resourcesWidened: z.array(text),
          resourcesNarrowed: z.array(text),
        }),
      ),
      exposure: z.array(
        z.strictObject({ ...about, path: text, direction: z.enum(['opened', 'closed']), message: text }),
      ),
      size: z.array(
        z.strictObject({
          ...about,
          path: text,
          direction: z.enum(['larger', 'smaller']),
          from: z.json(),
          to: z.json(),
        }),
      ),
    }),
  })
  .describe('What a change does to AWS: platform plan --format json');

/** The same as JSON Schema (draft 2020-12). */
export function planJsonSchema(): string {
  return `${JSON.stringify({ title: 'platform plan', ...z.toJSONSchema(planSchema) }, null, 2)}\n`;
}
