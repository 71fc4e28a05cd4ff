import { canonicalJson } from '../../manifests';
import { isObject, type Json, type JsonObject, QUANTITY_FORMAT, quantityOf, type Structural } from '../../schema';

/** Whether two scalars mean the same although they are written differently. */
export function sameScalar(a: Json, b: Json, schema: Structural | undefined, path: string): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string' && holdsJson(a) && holdsJson(b)) return sameJson(a, b, path);
  if (typeof a === 'string' && typeof b === 'string' && OPTIONS.test(path)) return sameOptions(a, b);
  if (schema?.['x-kubernetes-int-or-string'] && isQuantitySchema(schema)) return sameQuantity(a, b);
  if (schema?.['x-kubernetes-int-or-string']) return String(a) === String(b);
  return schema !== undefined && isQuantitySchema(schema) && sameQuantity(a, b);
}

/** Argo CD's annotations take lists with commas, in any order. */
const OPTIONS = /^metadata\.annotations\..*(?:sync|compare)-options$/;

function sameOptions(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    text
      .split(',')
      .map((option) => option.trim())
      .sort()
      .join(),
  );
  return one === other;
}

/** In Kubernetes' own kinds a format of ours, in CRDs the pattern that controller-gen writes for a quantity. */
function isQuantitySchema({ format, pattern }: Structural): boolean {
  return format === QUANTITY_FORMAT || (pattern?.includes('[KMGTPE]i') ?? false);
}

function sameQuantity(a: Json, b: Json): boolean {
  const [one, other] = [quantityOf(a), quantityOf(b)];
  return one !== undefined && other !== undefined && Math.abs(one - other) <= Math.abs(one) * 1e-12;
}

export function holdsJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** The value of a JSON text; undefined for what is none. */
export function parsedJson(text: Json): Json | undefined {
  if (typeof text !== 'string' || !holdsJson(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function sameJson(a: string, b: string, path: string): boolean {
  const [one, other] = [parsedJson(a), parsedJson(b)];
  if (one === undefined || other === undefined) return false;
  return canonicalJson(documentMeaning(one, path)) === canonicalJson(documentMeaning(other, path));
}

/**
 * Patterns of EventBridge and filter policies of SNS: their lists are alternatives, in any order. Rules of ECR have
 * priorities.
 */
const PATTERNS = /(?:eventPattern|filterPolicy|pattern|lifecyclePolicy)$/i;

/** A document as it means: an IAM policy without the orders that say nothing, other JSON as it is. */
export function documentMeaning(value: Json, path = ''): Json {
  if (isObject(value) && value['Statement'] !== undefined) return policyMeaning(value);
  return PATTERNS.test(path) ? unordered(value) : value;
}

/**
 * The order of statements, and whether one action is a list, say nothing:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function policyMeaning(policy: JsonObject): Json {
  const statements = [policy['Statement'] ?? []].flat() as Json[];
  return { ...policy, Statement: sorted(statements.map((one) => (isObject(one) ? statementMeaning(one) : one))) };
}

const LISTS = new Set(['Resource', 'NotResource']);
const ACTIONS = new Set(['Action', 'NotAction']);

function statementMeaning(statement: JsonObject): Json {
  return Object.fromEntries(
    Object.entries(statement).map(([key, value]) => {
      if (ACTIONS.has(key))
        return [key, sorted(listOf(value).map((one) => (typeof one === 'string' ? one.toLowerCase() : one)))];
      if (LISTS.has(key)) return [key, sorted(listOf(value))];
      if (key === 'Principal' || key === 'NotPrincipal') return [key, principalMeaning(value)];
      if (key === 'Condition') return [key, conditionMeaning(value)];
      return [key, value];
    }),
  );
}

function principalMeaning(value: Json): Json {
  if (value === '*') return { AWS: ['*'] };
  return isObject(value) ? mapValues(value, (one) => sorted(listOf(one))) : value;
}

/** Values are texts to IAM: `true` and `"true"` are one. */
function conditionMeaning(value: Json): Json {
  if (!isObject(value)) return value;
  return mapValues(value, (keys) =>
    isObject(keys) ? mapValues(keys, (one) => sorted(listOf(one).map(String))) : keys,
  );
}

/** A value of which no list has an order. */
export function unordered(value: Json): Json {
  if (Array.isArray(value)) return sorted(value.map(unordered));
  return isObject(value) ? mapValues(value, unordered) : value;
}

function mapValues(value: JsonObject, map: (one: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, map(one)]));
}

function listOf(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

function sorted(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
}
