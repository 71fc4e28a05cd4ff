import { child, index } from '../manifests';
import { isObject, type Json, type JsonObject } from '../schema';
import type { Finding } from './finding';
import { byteLength, isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from './names';

type Check = (value: Json, path: string) => Finding[];

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const ANNOTATIONS_LIMIT = 256 * 1024;
const GENERATED_SUFFIX = 'xxxxx';
const LONGEST_GENERATED = 63;

const string: Check = (value, path) => (typeof value === 'string' ? [] : wrongType(path, 'a string', value));
const boolean: Check = (value, path) => (typeof value === 'boolean' ? [] : wrongType(path, 'a boolean', value));
const integer: Check = (value, path) => (Number.isInteger(value) ? [] : wrongType(path, 'an integer', value));
const time: Check = (value, path) =>
  typeof value === 'string' && (value === '' || RFC3339.test(value))
    ? []
    : wrongType(path, 'a time such as 2026-01-31T12:00:00Z', value);
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const OWNER_REFERENCE: Record<string, Check> = {
  apiVersion: string,
  kind: string,
  name: string,
  uid: string,
  controller: boolean,
  blockOwnerDeletion: boolean,
};
const MANAGED_FIELDS: Record<string, Check> = {
  manager: string,
  operation: string,
  apiVersion: string,
  time,
  fieldsType: string,
  fieldsV1: () => [],
  subresource: string,
};
const OBJECT_META: Record<string, Check> = {
  name: string,
  generateName: string,
  namespace: string,
  selfLink: string,
  uid: string,
  resourceVersion: string,
  generation: integer,
  creationTimestamp: time,
  deletionTimestamp: time,
  deletionGracePeriodSeconds: integer,
  labels: mapOfStrings,
  annotations: mapOfStrings,
  ownerReferences: listOf(struct(OWNER_REFERENCE)),
  finalizers: listOf(string),
  managedFields: listOf(struct(MANAGED_FIELDS)),
};

/** Whether metadata can be read at all: its fields exist and have their types. `null` stands for not set. */
export function checkMetadataTypes(metadata: Json | undefined, path: string): Finding[] {
  return metadata === undefined ? [] : nullable(struct(OBJECT_META))(metadata, path);
}

/** What the server checks of the metadata of a new custom resource. */
export function checkMetadata(
  metadata: JsonObject,
  isNamespaced: boolean,
  isName: (name: string) => boolean = isDnsSubdomain,
): Finding[] {
  const { name, generateName, namespace, finalizers } = metadata;
  const findings: Finding[] = [];
  if (generateName && !isName(maskTrailingDash(text(generateName))))
    findings.push(invalidName('metadata.generateName'));
  const finalName =
    name ||
    (generateName
      ? `${text(generateName).slice(0, LONGEST_GENERATED - GENERATED_SUFFIX.length)}${GENERATED_SUFFIX}`
      : '');
  if (!finalName)
    findings.push({ rule: 'required', path: 'metadata.name', message: 'name or generateName is required' });
  else if (!isName(text(finalName))) findings.push(invalidName('metadata.name'));
  if (isNamespaced && namespace && !isDnsLabel(text(namespace)))
    findings.push(
      metadataFinding(
        'metadata.namespace',
        'at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit',
      ),
    );
  if (Number(metadata['generation'] ?? 0) < 0)
    findings.push(metadataFinding('metadata.generation', 'must not be negative'));
  findings.push(...checkKeysAndOwners(metadata));
  const names = (finalizers ?? []) as string[];
  for (const finalizer of names)
    if (!isQualifiedName(text(finalizer)))
      findings.push(
        metadataFinding('metadata.finalizers', `'${finalizer}' is not a qualified name such as example.com/cleanup`),
      );
  if (names.includes('orphan') && names.includes('foregroundDeletion'))
    findings.push(metadataFinding('metadata.finalizers', 'orphan and foregroundDeletion exclude each other'));
  return findings;
}

/** What the server checks of the metadata of an update; its fields that never change are compared with the old ones. */
export function checkMetadataUpdate(metadata: JsonObject, old: JsonObject): Finding[] {
  const findings = checkKeysAndOwners(metadata);
  // the server fills in what an update leaves out
  for (const field of ['name', 'namespace', 'uid', 'creationTimestamp', 'deletionTimestamp'] as const)
    if (
      metadata[field] !== undefined &&
      metadata[field] !== null &&
      metadata[field] !== '' &&
      metadata[field] !== (old[field] ?? '')
    )
      findings.push(metadataFinding(`metadata.${field}`, 'field is immutable'));
  return findings;
}

function checkKeysAndOwners(metadata: JsonObject): Finding[] {
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries((metadata['labels'] ?? {}) as Record<string, string | null>)) {
    if (!isQualifiedName(key))
      findings.push(metadataFinding('metadata.labels', `'${key}' is not a qualified name such as example.com/part-of`));
    if (!isLabelValue(value ?? ''))
      findings.push(
        metadataFinding('metadata.labels', `'${value}' is not a label value: at most 63 letters, digits and - _ .`),
      );
  }
  const annotations = Object.entries((metadata['annotations'] ?? {}) as Record<string, string | null>);
  for (const [key] of annotations)
    if (!isQualifiedName(key.toLowerCase()))
      findings.push(
        metadataFinding('metadata.annotations', `'${key}' is not a qualified name such as example.com/owner`),
      );
  if (
    annotations.reduce((size, [key, value]) => size + byteLength(key) + byteLength(value ?? ''), 0) > ANNOTATIONS_LIMIT
  )
    findings.push({ rule: 'too-long', path: 'metadata.annotations', message: `at most ${ANNOTATIONS_LIMIT} bytes` });
  const owners = (metadata['ownerReferences'] ?? []) as JsonObject[];
  owners.forEach((owner, position) => {
    for (const field of ['apiVersion', 'kind', 'name', 'uid'])
      if (!owner[field])
        findings.push(metadataFinding(child(index('metadata.ownerReferences', position), field), 'must not be empty'));
    if (owner['apiVersion'] === 'v1' && owner['kind'] === 'Event')
      findings.push(metadataFinding(index('metadata.ownerReferences', position), 'an Event cannot be an owner'));
  });
  if (owners.filter(({ controller }) => controller === true).length > 1)
    findings.push(metadataFinding('metadata.ownerReferences', 'only one owner can be the controller'));
  return findings;
}

function struct(fields: Record<string, Check>): Check {
  return (value, path) => {
    if (!isObject(value)) return wrongType(path, 'an object', value);
    return Object.entries(value).flatMap(([field, part]) => {
      const here = child(path, field);
      if (!Object.hasOwn(fields, field)) return [{ rule: 'unknown-field', path: here, message: 'unknown field' }];
      return nullable(fields[field]!)(part, here);
    });
  };
}

function mapOfStrings(value: Json, path: string): Finding[] {
  if (!isObject(value)) return wrongType(path, 'an object', value);
  return Object.entries(value).flatMap(([key, part]) => nullable(string)(part, `${path}[${key}]`));
}

function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, position) => nullable(check)(item, index(path, position)))
      : wrongType(path, 'a list', value);
}

function nullable(check: Check): Check {
  return (value, path) => (value === null ? [] : check(value, path));
}

function wrongType(path: string, expected: string, value: Json): Finding[] {
  return [metadataFinding(path, `must be ${expected}, got ${JSON.stringify(value)?.slice(0, 80)}`)];
}

function metadataFinding(path: string, message: string): Finding {
  return { rule: 'metadata', path, message };
}

function invalidName(path: string): Finding {
  return metadataFinding(
    path,
    'at most 253 lower-case letters, digits, - and ., beginning and ending with a letter or digit',
  );
}

/** The server fills a name up behind the dash that such a prefix usually ends in. */
function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

function text(value: Json): string {
  return value === null ? '' : String(value);
}
