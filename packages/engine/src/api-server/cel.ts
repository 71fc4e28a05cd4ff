import { isIP } from 'node:net';
import {
  type CelInput,
  CelScalar,
  celEnv,
  celFunc,
  celMap,
  celMethod,
  isCelError,
  listType,
  parse,
  plan,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { RE2JS } from 're2js';
import { canonicalJson } from '../manifests';
import { fieldSchema, isObject, type Json, type JsonObject, type Structural } from '../schema';
import { type CelBudget, type CostExceeded, countStep } from './cel-budget';
import { matcherOf } from './patterns';

/** Gives true, false, the message of an error that ended it, what was too costly, or nothing when that was said. */
export type Program = (
  self: CelInput,
  oldSelf: CelInput | undefined,
  budget: CelBudget,
) => boolean | string | CostExceeded | undefined;

/** Stands in every loop's condition. */
const STEP = '@step';

/** What Kubernetes adds to CEL, as far as the CRDs use it: https://kubernetes.io/docs/reference/using-api/cel/ */
const kubernetes = [
  celMethod('find', CelScalar.STRING, [CelScalar.STRING], CelScalar.STRING, function (this: string, pattern: string) {
    const matcher = RE2JS.compile(pattern).matcher(this);
    return matcher.find() ? (matcher.group() ?? '') : '';
  }),
  celMethod(
    'findAll',
    CelScalar.STRING,
    [CelScalar.STRING],
    listType(CelScalar.STRING),
    function (this: string, pattern: string) {
      const matcher = RE2JS.compile(pattern).matcher(this);
      const found: string[] = [];
      while (matcher.find()) found.push(matcher.group() ?? '');
      return found;
    },
  ),
  celFunc('isIP', [CelScalar.STRING], CelScalar.BOOL, (text: string) => isIP(text) !== 0),
  // no rule can name it
  celFunc(STEP, [CelScalar.DYN], CelScalar.DYN, (condition) => {
    countStep();
    return condition as CelInput;
  }),
];

const environment = celEnv({
  funcs: [...strings, ...kubernetes],
  re2: { compile: (pattern) => ({ test: matcherOf(pattern) }) },
});

const programs = new Map<string, Program>();

/** The program of a rule, planned once. Throws for a rule that does not parse. */
export function programOf(rule: string): Program {
  const known = programs.get(rule);
  if (known) return known;
  const evaluate = plan(environment, counted(parse(rule)));
  const program: Program = (self, oldSelf, budget) =>
    budget.run(rule, () => {
      const result = evaluate(oldSelf === undefined ? { self } : { self, oldSelf });
      return isCelError(result) ? result.message : result === true;
    });
  programs.set(rule, program);
  return program;
}

type Parsed = ReturnType<typeof parse>;

/** Wraps the condition of every loop, the only part of a rule that can run long. Changes the expression. */
function counted(expression: Parsed): Parsed {
  const visit = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    const { exprKind } = part as { exprKind?: { case?: string; value: { loopCondition?: unknown } } };
    for (const inner of Object.values(part)) visit(inner);
    if (exprKind?.case !== 'comprehensionExpr') return;
    const call = { function: STEP, args: [exprKind.value.loopCondition] };
    exprKind.value.loopCondition = { id: 0n, exprKind: { case: 'callExpr', value: call } };
  };
  visit(expression);
  return expression;
}

/** Whether a rule compares with the object before an update. */
export function usesOldSelf(rule: string): boolean {
  return /\boldSelf\b/.test(rule);
}

/** A JSON value as CEL sees it: typed by its schema, objects read only where a rule looks. */
export function celValue(value: Json, schema: Structural | undefined): CelInput {
  if (typeof value === 'number') return schema?.type === 'number' || !Number.isInteger(value) ? value : BigInt(value);
  if (Array.isArray(value)) return inOrder(value, schema).map((item) => celValue(item, schema?.items)) as CelInput;
  if (isObject(value)) return celMap(new ObjectAsMap(value, schema) as unknown as Map<string, CelInput>);
  return value;
}

/** Sets and maps are equal whatever the order of their items; CEL compares lists in order, so they get one. */
function inOrder(items: Json[], schema: Structural | undefined): Json[] {
  const type = schema?.['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return items;
  const keys = schema?.['x-kubernetes-list-map-keys'] ?? [];
  const keyOf = (item: Json) =>
    canonicalJson(type === 'map' && isObject(item) ? keys.map((key) => item[key] ?? null) : item);
  return items
    .map((item) => ({ key: keyOf(item), item }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** How rules spell fields that are no CEL identifiers. */
const ESCAPES: Readonly<Record<string, string>> = {
  __underscores__: '__',
  __dot__: '.',
  __dash__: '-',
  __slash__: '/',
};
const KEYWORD =
  /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;

function unescapeField(field: string): string {
  return (
    KEYWORD.exec(field)?.[1] ?? field.replace(/__(?:underscores|dot|dash|slash)__/g, (escaped) => ESCAPES[escaped]!)
  );
}

class ObjectAsMap {
  constructor(
    private readonly object: JsonObject,
    private readonly schema: Structural | undefined,
  ) {}

  get size(): number {
    return Object.keys(this.object).length;
  }

  get(key: unknown): CelInput | undefined {
    if (typeof key !== 'string') return undefined;
    const field = Object.hasOwn(this.object, key) || !key.includes('__') ? key : unescapeField(key);
    return Object.hasOwn(this.object, field)
      ? celValue(this.object[field]!, fieldSchema(this.schema, field))
      : undefined;
  }

  has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  keys(): IterableIterator<string> {
    return Object.keys(this.object)[Symbol.iterator]();
  }

  *entries(): IterableIterator<[string, CelInput]> {
    for (const key of Object.keys(this.object)) yield [key, this.get(key)!];
  }

  *values(): IterableIterator<CelInput> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(visit: (value: CelInput, key: string) => void): void {
    for (const [key, value] of this.entries()) visit(value, key);
  }

  [Symbol.iterator](): IterableIterator<[string, CelInput]> {
    return this.entries();
  }
}
