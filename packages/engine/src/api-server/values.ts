import { child, index } from '../manifests';
import { deepEqual, isObject, type Json, ownProperty, QUANTITY_FORMAT, type Structural, valueSchema } from '../schema';
import type { Correlation } from './correlate';
import type { Finding } from './finding';
import { hasFormat, isKnownFormat } from './formats';
import { matcherOf } from './patterns';

type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

const INT64 = 2 ** 63;
const INT32 = 2 ** 31;

/**
 * Checks a value against a schema as the server does: types, bounds, patterns, formats, and the combinations of
 * schemas. With a correlation, what an update left unchanged is not held against it.
 */
export function checkValue(schema: Structural, value: Json, path: string, correlation?: Correlation): Finding[] {
  const findings = check(schema, value, path, correlation);
  return findings.length > 0 && correlation?.isEqual ? [] : findings;
}

function check(schema: Structural, value: Json, path: string, correlation: Correlation | undefined): Finding[] {
  const type = typeOf(value);
  const findings: Finding[] = [];
  checkType(schema, value, type, path, findings);
  if (type !== 'null') {
    checkCombinations(schema, value, path, correlation, findings);
    if (type === 'string') checkString(schema, value as string, path, findings);
    if (type === 'integer' || type === 'number') checkNumber(schema, value as number, path, findings);
    if (Array.isArray(value)) checkArray(schema, value, path, correlation, findings);
    if (isObject(value)) checkObject(schema, value, path, correlation, findings);
  }
  if (schema.enum && schema.enum.length > 0 && !schema.enum.some((allowed) => deepEqual(allowed, value)))
    findings.push({ rule: 'enum', path, message: `${show(value)} is not one of ${schema.enum.map(show).join(', ')}` });
  return findings;
}

/** Integers are what fits into 64 bits; JSON does not tell 1.0 from 1, and neither does the server's type check. */
function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= -INT64 && value < INT64 ? 'integer' : 'number';
  return typeof value as JsonType;
}

function checkType(schema: Structural, value: Json, type: JsonType, path: string, findings: Finding[]): void {
  const allowed = typesOf(schema);
  if (allowed.length === 0) return;
  if (type === 'null') {
    if (!schema.nullable) findings.push(typeFinding(path, allowed, value));
    return;
  }
  // a quirk of the server: a format on a string schema lets a list through
  const hasStringFormat = schema.format !== undefined && isKnownFormat(schema.format);
  const isNumeric = allowed.includes('number') || allowed.includes('integer');
  if (!isNumeric && hasStringFormat && (type === 'string' || type === 'array')) return;
  if (allowed.includes(type) || (type === 'integer' && allowed.includes('number'))) return;
  findings.push(typeFinding(path, allowed, value));
}

function typesOf(schema: Structural): readonly string[] {
  if (schema['x-kubernetes-int-or-string']) return ['integer', 'string'];
  if (schema.format === QUANTITY_FORMAT) return ['integer', 'number', 'string'];
  return schema.type === undefined ? [] : [schema.type];
}

function checkCombinations(
  schema: Structural,
  value: Json,
  path: string,
  correlation: Correlation | undefined,
  findings: Finding[],
): void {
  const { allOf, anyOf, oneOf, not } = schema;
  const failures = (one: Structural) => check(one, value, path, correlation);
  for (const one of allOf ?? []) findings.push(...failures(one));
  if (anyOf && anyOf.length > 0) {
    const results = firstEmpty(anyOf, failures);
    if (results)
      findings.push({ rule: 'any-of', path, message: 'must meet at least one of several schemas' }, ...fewest(results));
  }
  if (oneOf && oneOf.length > 0) {
    const results = oneOf.map(failures);
    const valid = results.filter(({ length }) => length === 0).length;
    if (valid !== 1)
      findings.push(
        { rule: 'one-of', path, message: `must meet exactly one of several schemas, meets ${valid}` },
        ...(valid === 0 ? fewest(results) : []),
      );
  }
  if (not && failures(not).length === 0)
    findings.push({ rule: 'not', path, message: 'must not meet a schema that it meets' });
}

/** Every result where none is empty; undefined as soon as one is. */
function firstEmpty(schemas: readonly Structural[], failures: (one: Structural) => Finding[]): Finding[][] | undefined {
  const results: Finding[][] = [];
  for (const schema of schemas) {
    const result = failures(schema);
    if (result.length === 0) return undefined;
    results.push(result);
  }
  return results;
}

function fewest(results: readonly Finding[][]): Finding[] {
  return results.reduce((best, result) => (result.length < best.length ? result : best));
}

function checkString(schema: Structural, value: string, path: string, findings: Finding[]): void {
  const { maxLength, minLength, pattern, format } = schema;
  const length = maxLength === undefined && minLength === undefined ? 0 : [...value].length;
  if (maxLength !== undefined && length > maxLength)
    findings.push({ rule: 'too-long', path, message: `has ${length} characters, at most ${maxLength} are allowed` });
  else if (minLength !== undefined && length < minLength)
    findings.push({ rule: 'length', path, message: `has ${length} characters, at least ${minLength} are required` });
  else if (pattern) checkPattern(pattern, value, path, findings);
  if (format && !hasFormat(format, value))
    findings.push({ rule: 'type', path, message: `${show(value)} is not of the format ${format}` });
}

/** A pattern that RE2 refuses is the CRD's mistake: the server would not take the CRD. */
function checkPattern(pattern: string, value: string, path: string, findings: Finding[]): void {
  const refuse = (message: string) => findings.push({ rule: 'pattern', path, message });
  try {
    if (!matcherOf(pattern)(value)) refuse(`${show(value)} does not match ${pattern}`);
  } catch (error) {
    refuse(`the schema's pattern is none that RE2 takes (${(error as Error).message})`);
  }
}

function checkNumber(schema: Structural, value: number, path: string, findings: Finding[]): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, type, format } = schema;
  if (type === 'integer' && format === 'int32' && (value < -INT32 || value >= INT32 || !Number.isInteger(value)))
    findings.push({ rule: 'range', path, message: `${value} does not fit into 32 bits` });
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum))
    findings.push({
      rule: 'range',
      path,
      message: `${value} is too large, ${exclusiveMaximum ? 'less than' : 'at most'} ${maximum} is allowed`,
    });
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum))
    findings.push({
      rule: 'range',
      path,
      message: `${value} is too small, ${exclusiveMinimum ? 'more than' : 'at least'} ${minimum} is allowed`,
    });
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf))
    findings.push({ rule: 'range', path, message: `${value} is not a multiple of ${multipleOf}` });
}

function checkArray(
  schema: Structural,
  value: Json[],
  path: string,
  correlation: Correlation | undefined,
  findings: Finding[],
): void {
  const { items, minItems, maxItems, uniqueItems } = schema;
  if (items)
    for (const [position, item] of value.entries())
      findings.push(...checkValue(items, item, index(path, position), correlation?.item(position)));
  if (minItems !== undefined && value.length < minItems)
    findings.push({ rule: 'length', path, message: `has ${value.length} items, at least ${minItems} are required` });
  if (maxItems !== undefined && value.length > maxItems)
    findings.push({ rule: 'too-many', path, message: `has ${value.length} items, at most ${maxItems} are allowed` });
  if (uniqueItems && value.some((item, position) => value.slice(0, position).some((other) => deepEqual(item, other))))
    findings.push({ rule: 'duplicate', path, message: 'holds an item twice' });
}

function checkObject(
  schema: Structural,
  value: { [key: string]: Json },
  path: string,
  correlation: Correlation | undefined,
  findings: Finding[],
): void {
  const { minProperties, maxProperties, required } = schema;
  const fields = Object.keys(value);
  if (minProperties !== undefined && fields.length < minProperties)
    findings.push({
      rule: 'length',
      path,
      message: `has ${fields.length} fields, at least ${minProperties} are required`,
    });
  if (maxProperties !== undefined && fields.length > maxProperties)
    findings.push({
      rule: 'too-many',
      path,
      message: `has ${fields.length} fields, at most ${maxProperties} are allowed`,
    });
  const values = valueSchema(schema);
  for (const field of fields) {
    const property = ownProperty(schema, field) ?? values;
    // apiVersion and kind of the object itself are never excused
    const predecessor =
      path === '' && (field === 'apiVersion' || field === 'kind') ? undefined : correlation?.field(field);
    if (property) findings.push(...checkValue(property, value[field]!, child(path, field), predecessor));
  }
  for (const field of required ?? [])
    if (!Object.hasOwn(value, field))
      findings.push({ rule: 'required', path: child(path, field), message: 'is required' });
}

function typeFinding(path: string, allowed: readonly string[], value: Json): Finding {
  return { rule: 'type', path, message: `must be ${allowed.join(' or ')}, got ${show(value)}` };
}

function show(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
