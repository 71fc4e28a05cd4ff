import type { Finding } from '../api-server';
import { validateObject } from '../api-server';
import type { Manifest } from '../manifests';
import { entry } from '../manifests';
import type { SchemaStore } from '../schema';
import { cloneJson, fieldSchema, type Json, type JsonObject, type KindSchema, type Structural } from '../schema';
import { attempt } from './attempt';
import { cycleProblems } from './cycle';
import { piecesOfTemplate } from './expressions';
import { isResourceId } from './ids';
import { type GraphProblem, type GraphResource, resourcesOf } from './resource-graph';
import { type ExpressionType, fits, type Scope, typeOfExpression, typeOfSchema } from './types';

const STRING: ExpressionType = { type: 'string' };
const ANY: ExpressionType = { type: 'any' };

/**
 * What kro v0.9.3 would refuse in a graph, and what the API server would refuse in the objects that kro makes of it:
 * ids, expressions that do not parse, read what is not there, or do not fit, cycles, and the templates by their
 * schemas.
 */
export function graphProblems(graph: Manifest, schemas: SchemaStore): GraphProblem[] {
  const resources = resourcesOf(graph);
  const scope = scopeOf(resources, schemas);
  return [
    ...idProblems(resources),
    ...cycleProblems(resources),
    ...resources.flatMap((resource) => [...resourceProblems(resource, scope, schemas)]),
  ];
}

function idProblems(resources: readonly GraphResource[]): GraphProblem[] {
  return resources.flatMap(({ id, path }, position) => {
    if (!isResourceId(id))
      return [{ path: `${path}.id`, message: `'${id}' is no id: a lower-case letter, then letters and digits` }];
    const isTaken = resources.findIndex((other) => other.id === id) < position;
    return isTaken ? [{ path: `${path}.id`, message: `the id '${id}' stands twice` }] : [];
  });
}

/** What expressions can name: each resource, and the instance as `schema`. */
function scopeOf(resources: readonly GraphResource[], schemas: SchemaStore): Scope {
  const scope = new Map<string, ExpressionType>([['schema', ANY]]);
  for (const { id, template, externalRef } of resources) {
    const { apiVersion, kind } = template ?? externalRef ?? { apiVersion: '', kind: '' };
    const schema = schemas.find(apiVersion, kind);
    scope.set(id, schema ? { type: 'object', schema: withMetadata(schema) } : ANY);
  }
  return scope;
}

const TEXTS: Structural = { type: 'object', additionalProperties: { type: 'string' } };
const TEXT: Structural = { type: 'string' };

/** CRDs do not describe metadata; every object has it. */
function withMetadata({ schema }: KindSchema): Structural {
  const metadata: Structural = {
    type: 'object',
    properties: {
      name: TEXT,
      namespace: TEXT,
      uid: TEXT,
      labels: TEXTS,
      annotations: TEXTS,
      generation: { type: 'integer' },
    },
  };
  return { ...schema, type: 'object', properties: { ...schema.properties, metadata } };
}

function* resourceProblems(resource: GraphResource, scope: Scope, schemas: SchemaStore): Generator<GraphProblem> {
  const { id, path, template, externalRef, readyWhen, includeWhen } = resource;
  const own = new Map([...scope].filter(([name]) => name === id));
  for (const [position, text] of readyWhen.entries())
    yield* conditionProblems(text, own, `${path}.readyWhen[${position}]`);
  for (const [position, text] of includeWhen.entries())
    yield* conditionProblems(text, scope, `${path}.includeWhen[${position}]`);
  if (externalRef && !schemas.find(externalRef.apiVersion, externalRef.kind))
    yield {
      path: `${path}.externalRef.kind`,
      message: `no schema describes ${externalRef.kind} of ${externalRef.apiVersion}`,
    };
  if (!template) return;
  const schema = schemas.find(template.apiVersion, template.kind);
  if (!schema) {
    yield { path: `${path}.template.kind`, message: `no schema describes ${template.kind} of ${template.apiVersion}` };
    return;
  }
  if (schema.scope === 'Cluster' && template.metadata.namespace !== undefined)
    yield {
      path: `${path}.template.metadata.namespace`,
      message: `${template.kind} belongs to the cluster: no namespace is allowed`,
    };
  const others = new Map([...scope].filter(([name]) => name !== id));
  const sample = cloneJson(template as unknown as JsonObject);
  const late: string[] = [];
  for (const problem of textProblems(sample, schema.schema, '', others, late))
    yield { ...problem, path: `${path}.template.${problem.path}` };
  for (const finding of validateObject(sample, { schemas }))
    if (!isOfSample(finding, late))
      yield {
        path: [`${path}.template`, finding.path].filter(Boolean).join('.'),
        message: `${finding.message} [${finding.rule}]`,
      };
}

function* conditionProblems(text: string, scope: Scope, path: string): Generator<GraphProblem> {
  const pieces = attempt(() => piecesOfTemplate(text));
  const [only] = typeof pieces === 'string' ? [] : pieces;
  if (typeof pieces === 'string' || pieces.length !== 1 || !only || !('expression' in only)) {
    yield { path, message: 'has to be one expression: ${…}' };
    return;
  }
  const type = attempt(() => typeOfExpression(only.expression, scope));
  if (typeof type === 'string') yield { path, message: type };
  else if (!fits(type, { type: 'bool' })) yield { path, message: `gives a ${type.type}, a bool is needed` };
}

/** Checks the expressions of a template, and puts a value of the right type where one stands alone. */
function* textProblems(
  value: Json,
  schema: Structural | undefined,
  path: string,
  scope: Scope,
  late: string[],
): Generator<GraphProblem> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) {
    const isList = Array.isArray(value);
    const here = entry(value, path, key);
    const field = isList ? schema?.items : path === '' && key === 'metadata' ? undefined : fieldSchema(schema, key);
    if (typeof part !== 'string') yield* textProblems(part, field, here, scope, late);
    else if (part.includes('${')) {
      const { problem, sample } = checkText(part, field, scope);
      if (problem !== undefined) yield { path: here, message: problem };
      if (sample !== undefined) {
        late.push(here);
        (value as Record<string, Json>)[key] = sample;
      }
    }
  }
}

function checkText(text: string, field: Structural | undefined, scope: Scope): { problem?: string; sample?: Json } {
  const pieces = attempt(() => piecesOfTemplate(text));
  if (typeof pieces === 'string') return { problem: pieces, sample: text };
  const expressions = pieces.flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
  if (expressions.length === 0) return {};
  const expected = typeOfSchema(field);
  const isAlone = pieces.length === 1;
  for (const expression of expressions) {
    const type = attempt(() => typeOfExpression(expression, scope));
    if (typeof type === 'string') return { problem: `${expression}: ${type}`, sample: sampleOf(field, text) };
    if (!isAlone && !fits(type, STRING))
      return {
        problem: `${expression}: gives a ${type.type}, a part of a text has to be a string; write string(…)`,
        sample: text,
      };
    if (isAlone && !fits(type, expected))
      return {
        problem: `${expression}: gives a ${type.type}, a ${expected.type} is needed`,
        sample: sampleOf(field, text),
      };
  }
  return { sample: isAlone ? sampleOf(field, text) : text };
}

function sampleOf(field: Structural | undefined, text: string): Json {
  switch (field?.type) {
    case 'integer':
    case 'number':
      return field.minimum ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return text;
  }
}

/** What the API server would say of a sample says nothing of the value that kro will put there. */
function isOfSample({ path, rule }: Finding, late: readonly string[]): boolean {
  if (rule === 'unknown-field' || rule === 'required') return false;
  return late.some(
    (one) =>
      one === path || (rule === 'cel' && (path === '' || one.startsWith(`${path}.`) || one.startsWith(`${path}[`))),
  );
}
