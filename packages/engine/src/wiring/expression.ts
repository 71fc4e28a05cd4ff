import { type ExpressionType, escapeLiteral, fits, typeOfSchema } from '../kro';
import type { KindSchema, SchemaStore, Structural } from '../schema';
import { schemaAt } from './field-path';
import { loneValue, type Occurrence } from './occurrences';
import type { LateValue } from './token';

const TEXTS = new Set(['int', 'double', 'bool', 'bytes']);
const STRING: ExpressionType = { type: 'string' };

/** A problem of one field, said without its place. */
export class WiringProblem extends Error {}

/**
 * What kro is to write into a field. Throws `WiringProblem` for a status field that does not exist, and for what does
 * not fit.
 */
export function expressionFor(
  occurrence: Occurrence,
  field: Structural | undefined,
  schemas: SchemaStore,
  idOf: (late: LateValue) => string,
): string {
  const lone = loneValue(occurrence);
  if (lone) {
    const type = typeOfLate(lone, schemas);
    // kro decodes the values of Secrets to bytes:
    // https://github.com/kubernetes-sigs/kro/blob/v0.9.3/pkg/runtime/node_test.go
    if (type.type === 'bytes' && typeOfSchema(field).type === 'string') return `\${${asText(lone, schemas, idOf)}}`;
    if (!fits(type, typeOfSchema(field)))
      throw new WiringProblem(`takes a ${typeOfSchema(field).type}, but ${describe(lone)} is a ${type.type}`);
    return `\${${takenOf(lone, type, idOf)}}`;
  }
  if (!fits(STRING, typeOfSchema(field)))
    throw new WiringProblem(`takes a ${typeOfSchema(field).type}, but a text is made of several values`);
  return occurrence.pieces
    .map((piece) => (typeof piece === 'string' ? escapeLiteral(piece) : `\${${asText(piece, schemas, idOf)}}`))
    .join('');
}

function asText(late: LateValue, schemas: SchemaStore, idOf: (late: LateValue) => string): string {
  const type = typeOfLate(late, schemas);
  const value = takenOf(late, type, idOf);
  if (type.type === 'string' || type.type === 'any') return value;
  if (!TEXTS.has(type.type)) throw new WiringProblem(`${describe(late)} is a ${type.type}, which no text can hold`);
  return `string(${value})`;
}

/**
 * Kro's CEL has the functions of cel-go's `ext.Strings`
 * (https://github.com/kubernetes-sigs/kro/blob/v0.9.3/pkg/cel/environment.go).
 */
function takenOf(late: LateValue, { type }: ExpressionType, idOf: (late: LateValue) => string): string {
  const selector = selectorOf(late, idOf);
  if (late.without === undefined) return selector;
  if (type !== 'string') throw new WiringProblem(`${describe(late)} is a ${type}, only a string can be without a part`);
  return `${selector}.replace(${JSON.stringify(late.without)}, "")`;
}

function typeOfLate(late: LateValue, schemas: SchemaStore): ExpressionType {
  const schema = schemas.find(late.apiVersion, late.kind);
  if (!schema) return { type: 'any' };
  requireField(late, late.path, schema);
  if (late.once) requireField(late, late.once.path, schema);
  return typeOfSchema(schemaAt(schema.schema, late.path).schema);
}

function requireField(late: LateValue, path: string, { schema, kind, group }: KindSchema): void {
  if (path.startsWith('metadata.') || schemaAt(schema, path).exists) return;
  const parent = path.slice(0, path.lastIndexOf('.'));
  const fields = Object.keys(schemaAt(schema, parent).schema?.properties ?? {});
  const allowed = fields.length > 0 ? `; ${parent} has ${fields.join(', ')}` : '';
  throw new WiringProblem(`${describe(late)}: ${group}/${kind} has no field ${path}${allowed}`);
}

export function describe({ kind, name, path }: LateValue): string {
  return `${path} of ${kind} ${name}`;
}

/** `platformUsers.status.id`, with annotations and other keys that are no identifiers in brackets. */
export function selectorOf(late: LateValue, idOf: (late: LateValue) => string, path = late.path): string {
  const annotation = /^metadata\.annotations\.(.+)$/.exec(path)?.[1];
  if (annotation !== undefined) return `${idOf(late)}.metadata.annotations["${annotation}"]`;
  return `${idOf(late)}.${path}`;
}
