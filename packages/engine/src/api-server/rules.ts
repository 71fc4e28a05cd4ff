import { child, index } from '../manifests';
import { isObject, type Json, ownProperty, type Structural, valueSchema } from '../schema';
import { celValue, type Program, programOf, usesOldSelf } from './cel';
import { CelBudget } from './cel-budget';
import { type Correlation, OldItems } from './correlate';
import type { Finding } from './finding';

/** An update beside what it replaces, as far down as both can be told apart, and the nearest pair above. */
interface Ratchet {
  readonly current?: Correlation | undefined;
  readonly parent?: Correlation | undefined;
}

/** What all rules of an object have in common. */
interface Evaluation {
  readonly findings: Finding[];
  readonly budget: CelBudget;
}

const withRules = new WeakMap<Structural, boolean>();

/** Evaluates the CEL rules of a schema; with an old value also its transition rules. */
export function checkRules(
  schema: Structural,
  value: Json,
  old: Json | undefined,
  correlation?: Correlation,
): Finding[] {
  const findings: Finding[] = [];
  visit(schema, value, old, '', { current: correlation }, { findings, budget: new CelBudget() });
  return findings;
}

function visit(
  schema: Structural,
  value: Json,
  old: Json | undefined,
  path: string,
  ratchet: Ratchet,
  evaluation: Evaluation,
): void {
  if (value === null || !hasRules(schema)) return;
  evaluate(schema, value, old ?? undefined, path, ratchet, evaluation);
  for (const nested of schema.allOf ?? []) visit(nested, value, old, path, { parent: ratchet.parent }, evaluation);
  if (Array.isArray(value) && schema.items && hasRules(schema.items)) {
    const oldItems = new OldItems(schema, old ?? null);
    for (const [position, item] of value.entries())
      visit(schema.items!, item, oldItems.of(item), index(path, position), itemOf(ratchet, position), evaluation);
  } else if (isObject(value)) {
    const oldFields = isObject(old) ? old : {};
    const values = valueSchema(schema);
    for (const [field, part] of Object.entries(value)) {
      const property = ownProperty(schema, field) ?? values;
      if (property && hasRules(property))
        visit(property, part, oldFields[field], child(path, field), fieldOf(ratchet, field), evaluation);
    }
  }
}

function evaluate(
  schema: Structural,
  value: Json,
  old: Json | undefined,
  path: string,
  ratchet: Ratchet,
  evaluation: Evaluation,
): void {
  const { findings, budget } = evaluation;
  const rules = schema['x-kubernetes-validations'] ?? [];
  if (rules.length === 0) return;
  const self = celValue(value, schema);
  const oldSelf = old === undefined ? undefined : celValue(old, schema);
  for (const { rule, message } of rules) {
    const isTransition = usesOldSelf(rule);
    if (isTransition && oldSelf === undefined) continue;
    const program = parsed(rule, path, findings);
    if (!program) continue;
    const result = program(self, isTransition ? oldSelf : undefined, budget);
    if (result === true || result === undefined) continue;
    if (typeof result === 'object') {
      findings.push({
        rule: 'cel-cost',
        path,
        message: `gave up after ${result.exceeded}, evaluating: ${rule.trim()}`,
      });
      continue;
    }
    if (typeof result === 'string')
      findings.push({ rule: 'cel', path, message: `${result}, evaluating: ${message ?? rule}` });
    else if (isTransition || !(ratchet.current ?? ratchet.parent)?.isEqual)
      findings.push({
        rule: isTransition ? 'cel-transition' : 'cel',
        path,
        message: message?.trim() || `failed rule: ${rule.trim()}`,
      });
  }
}

/** A rule that is no CEL is the CRD's mistake: the server would not take the CRD. */
function parsed(rule: string, path: string, findings: Finding[]): Program | undefined {
  try {
    return programOf(rule);
  } catch (error) {
    const [said] = (error as Error).message.split('\n');
    findings.push({ rule: 'cel', path, message: `the schema's rule is no CEL (${said}): ${rule.trim()}` });
    return undefined;
  }
}

function fieldOf(ratchet: Ratchet, field: string): Ratchet {
  if (!ratchet.current) return ratchet;
  if (!ratchet.parent && (field === 'apiVersion' || field === 'kind')) return {};
  return { current: ratchet.current.field(field), parent: ratchet.current };
}

function itemOf(ratchet: Ratchet, position: number): Ratchet {
  return ratchet.current ? { current: ratchet.current.item(position), parent: ratchet.current } : ratchet;
}

/** Most schemas have no rule: whole branches need no visit. */
function hasRules(schema: Structural): boolean {
  const known = withRules.get(schema);
  if (known !== undefined) return known;
  const parts = [schema.items, valueSchema(schema), ...Object.values(schema.properties ?? {}), ...(schema.allOf ?? [])];
  const result =
    (schema['x-kubernetes-validations']?.length ?? 0) > 0 || parts.some((part) => part !== undefined && hasRules(part));
  withRules.set(schema, result);
  return result;
}
