import { child, index } from '../manifests';
import {
  cloneJson,
  fieldSchema,
  isObject,
  type Json,
  type JsonObject,
  ownProperty,
  type Structural,
  valueSchema,
} from '../schema';
import type { Finding } from './finding';
import { checkMetadataTypes } from './metadata';

const TYPE_META = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * What the API server does to an object before it validates it, in its order: unknown fields are errors and go (strict
 * field validation), nulls go where nothing takes their place, metadata must have its types, defaults come in. Changes
 * the object.
 */
export function decode(object: JsonObject, schema: Structural): Finding[] {
  const findings: Finding[] = [...checkMetadataTypes(object['metadata'], 'metadata')];
  prune(object, { ...schema, 'x-kubernetes-embedded-resource': true }, '', findings);
  dropNulls(object, schema);
  checkEmbeddedTypes(object, schema, '', findings);
  applyDefaults(object, schema);
  return findings;
}

/** A value without schema (`undefined`) keeps no field. */
function prune(value: Json, schema: Structural | undefined, path: string, findings: Finding[]): void {
  const isPreserving = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    const visit = isPreserving ? pruneBelow : prune;
    for (const [position, item] of value.entries()) visit(item, schema?.items, index(path, position), findings);
    return;
  }
  if (!isObject(value)) return;
  if (isPreserving) {
    pruneBelow(value, schema, path, findings);
    return;
  }
  for (const [field, part] of Object.entries(value)) {
    if (schema?.['x-kubernetes-embedded-resource'] && TYPE_META.has(field)) continue;
    const known = fieldSchema(schema, field);
    if (known || schema?.additionalProperties === true) prune(part, known, child(path, field), findings);
    else {
      if (!TYPE_META.has(field) || path !== '')
        findings.push({ rule: 'unknown-field', path: child(path, field), message: 'unknown field' });
      delete value[field];
    }
  }
}

/** Below a schema that preserves unknown fields, what it does know is still pruned. */
function pruneBelow(value: Json, schema: Structural | undefined, path: string, findings: Finding[]): void {
  if (!schema) return;
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries()) pruneBelow(item, schema.items, index(path, position), findings);
    return;
  }
  if (!isObject(value)) return;
  for (const [field, part] of Object.entries(value)) {
    if (schema['x-kubernetes-embedded-resource'] && TYPE_META.has(field)) continue;
    const known = fieldSchema(schema, field);
    if (known) prune(part, known, child(path, field), findings);
  }
}

function dropNulls(value: Json, schema: Structural | undefined): void {
  if (Array.isArray(value)) for (const item of value) dropNulls(item, schema?.items);
  else if (isObject(value))
    for (const [field, part] of Object.entries(value)) {
      const known = fieldSchema(schema, field);
      if (part === null && known && !known.nullable && known.default === undefined) delete value[field];
      else dropNulls(part, known);
    }
}

function checkEmbeddedTypes(value: Json, schema: Structural | undefined, path: string, findings: Finding[]): void {
  if (!schema) return;
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries())
      checkEmbeddedTypes(item, schema.items, index(path, position), findings);
    return;
  }
  if (!isObject(value)) return;
  for (const [field, part] of Object.entries(value)) {
    const here = child(path, field);
    if (schema['x-kubernetes-embedded-resource']) {
      if (field === 'metadata') findings.push(...checkMetadataTypes(part, here));
      else if (TYPE_META.has(field) && typeof part !== 'string')
        findings.push({ rule: 'metadata', path: here, message: 'must be a string' });
    }
    checkEmbeddedTypes(part, fieldSchema(schema, field), here, findings);
  }
}

/** Fills in what the server fills in where a value is silent. */
export function applyDefaults(value: Json, schema: Structural | undefined): void {
  if (!schema) return;
  if (Array.isArray(value)) {
    const { items } = schema;
    value.forEach((item, position) => {
      if (item === null && items && !items.nullable && items.default !== undefined)
        value[position] = cloneJson(items.default);
      applyDefaults(value[position]!, items);
    });
  } else if (isObject(value)) {
    for (const [field, property] of Object.entries(schema.properties ?? {}))
      if (
        property.default !== undefined &&
        (!Object.hasOwn(value, field) || (value[field] === null && !property.nullable))
      )
        value[field] = cloneJson(property.default);
    const values = valueSchema(schema);
    for (const field of Object.keys(value)) {
      const property = ownProperty(schema, field);
      if (!property && values && value[field] === null && !values.nullable)
        value[field] = cloneJson(values.default ?? null);
      applyDefaults(value[field]!, property ?? values);
    }
  }
}

/** Kubernetes' own kinds are read into Go types, where null in a list or map is the zero value of its items. */
export function fillNulls(value: Json, schema: Structural | undefined): void {
  const values = valueSchema(schema);
  if (Array.isArray(value))
    for (const [position, item] of value.entries()) {
      if (item === null) value[position] = zeroOf(schema?.items);
      fillNulls(value[position]!, schema?.items);
    }
  else if (isObject(value))
    for (const [field, part] of Object.entries(value)) {
      if (part === null && values && !ownProperty(schema, field)) value[field] = zeroOf(values);
      fillNulls(value[field]!, fieldSchema(schema, field));
    }
}

function zeroOf(schema: Structural | undefined): Json {
  switch (schema?.type) {
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return {};
  }
}
