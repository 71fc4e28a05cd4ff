import type { SourceDocument } from '../manifests';
import type { SchemaStore } from '../schema';
import { isObject, type Json, type JsonObject } from '../schema';
import { validateCreate, validateUpdate } from './api-object';
import type { Finding } from './finding';

/** The verdict on one document. */
export interface Result {
  readonly file: string;
  readonly index: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly valid: boolean;
  readonly errors: readonly Finding[];
}

export interface ValidateOptions {
  readonly schemas: SchemaStore;
  /** Let objects pass whose kind no schema describes. @default false */
  readonly ignoreUnknownKinds?: boolean;
}

/** The verdict of the API server on every document, one result each, in order. */
export function validateDocuments(documents: readonly SourceDocument[], options: ValidateOptions): Result[] {
  return documents.map((document) => {
    const errors = document.problem
      ? [syntaxFinding(document.problem)]
      : safely(() => validateObject(document.value as Json, options));
    return { ...describeDocument(document), valid: errors.length === 0, errors };
  });
}

/** A document's result before anything is held against it. */
export function describeDocument({ file, index, value }: SourceDocument): Result {
  const { apiVersion, kind, metadata } = isObject(value as Json) ? (value as JsonObject) : {};
  const { namespace, name } = isObject(metadata) ? metadata : {};
  return {
    file,
    index,
    apiVersion: text(apiVersion),
    kind: text(kind),
    namespace: text(namespace),
    name: text(name),
    valid: true,
    errors: [],
  };
}

/** What the API server would say to a POST of an object. */
export function validateObject(
  value: Json,
  { schemas, ignoreUnknownKinds = false }: ValidateOptions,
): readonly Finding[] {
  if (!isObject(value))
    return [{ rule: 'syntax', path: '', message: 'a manifest is a map with apiVersion, kind and metadata' }];
  const { apiVersion, kind } = value;
  for (const [field, part] of Object.entries({ apiVersion, kind }))
    if (typeof part !== 'string' || part === '')
      return [{ rule: 'required', path: field, message: 'must be a string that is not empty' }];
  const schema = schemas.find(String(apiVersion), String(kind));
  if (schema) return validateCreate(schema, value);
  if (ignoreUnknownKinds) return [];
  return [
    {
      rule: 'unknown-kind',
      path: 'kind',
      message: `no schema describes ${kind} of ${apiVersion}; add its CRD to cdk8s.yaml, name it with --crds, or use --ignore-unknown-kinds`,
    },
  ];
}

/** What the API server would say to a PUT of an object over an old one. */
export function validateTransition(old: Json, value: Json, options: ValidateOptions): readonly Finding[] {
  if (!isObject(value) || !isObject(old))
    return [{ rule: 'syntax', path: '', message: 'a transition is {"old": {…}, "new": {…}}' }];
  const schema = options.schemas.find(String(value['apiVersion']), String(value['kind']));
  return schema ? safely(() => validateUpdate(schema, value, old)) : validateObject(value, options);
}

function safely(check: () => readonly Finding[]): readonly Finding[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) return [{ rule: 'syntax', path: '', message: 'nested too deeply' }];
    throw error;
  }
}

/** Where and why a text cannot be read. */
export function syntaxFinding({ message, line, column }: { message: string; line: number; column: number }): Finding {
  return { rule: 'syntax', path: '', message: `line ${line}, column ${column}: ${message}` };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
