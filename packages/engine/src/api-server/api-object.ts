import { cloneJson, isObject, type Json, type JsonObject, type KindSchema } from '../schema';
import { Correlation } from './correlate';
import { decode, fillNulls } from './decode';
import { checkEmbedded } from './embedded';
import { type Finding, isBlocking } from './finding';
import { checkLists } from './lists';
import { checkMetadata, checkMetadataUpdate } from './metadata';
import { isDnsSubdomain, isPathSegment } from './names';
import { checkNative } from './native';
import { checkRules } from './rules';
import { checkValue } from './values';

/** What the API server would say to a POST of an object with strict field validation. The object stays as it is. */
export function validateCreate(kind: KindSchema, object: JsonObject): Finding[] {
  const decoded = cloneJson(object);
  const refused = decodeAs(kind, decoded);
  if (refused.some(endsDecoding)) return refused;
  const findings = [
    ...refused,
    ...checkMetadata(metadataOf(decoded), kind.scope === 'Namespaced', isNameOf(kind)),
    ...checkValue(kind.schema, decoded, ''),
    ...checkEmbedded(kind.schema, decoded),
    ...checkLists(kind.schema, decoded),
    ...(kind.isNative ? checkNative(kind, decoded) : []),
  ];
  if (!findings.some(isBlocking)) findings.push(...checkRules(kind.schema, decoded, undefined));
  return findings;
}

/** What the API server would say to a PUT that replaces `old`, an object as it was sent. */
export function validateUpdate(kind: KindSchema, object: JsonObject, old: JsonObject): Finding[] {
  const stored = cloneJson(old);
  decodeAs(kind, stored);
  const decoded = cloneJson(object);
  const refused = decodeAs(kind, decoded);
  if (refused.some(endsDecoding)) return refused;
  // only custom resources are excused for what an update leaves as it is
  const correlation = kind.isNative ? undefined : new Correlation(decoded, stored, kind.schema);
  const findings = [
    ...refused,
    ...checkMetadataUpdate(metadataOf(decoded), metadataOf(stored)),
    ...checkValue(kind.schema, decoded, '', correlation),
    ...checkEmbedded(kind.schema, decoded),
    ...(checkLists(kind.schema, stored).length === 0 ? checkLists(kind.schema, decoded) : []),
    ...(kind.isNative ? checkNative(kind, decoded, stored) : []),
  ];
  if (!findings.some(isBlocking)) findings.push(...checkRules(kind.schema, decoded, stored, correlation));
  return findings;
}

/**
 * The server stops at the first unknown field, too; a person wants to know what else is wrong. Metadata that is not
 * readable ends it.
 */
function endsDecoding({ rule }: Finding): boolean {
  return rule === 'metadata';
}

/** Names of roles may hold what a URL can; most others are DNS names. */
function isNameOf({ group, isNative }: KindSchema): (name: string) => boolean {
  return isNative && group === 'rbac.authorization.k8s.io' ? isPathSegment : isDnsSubdomain;
}

/** Decodes in place. A status belongs to its subresource where there is one, and a POST or PUT does not carry it. */
function decodeAs(kind: KindSchema, object: JsonObject): Finding[] {
  if (kind.isNative) fillNulls(object, kind.schema);
  const findings = decode(object, kind.schema);
  if (kind.subresources.includes('status')) delete object['status'];
  return findings;
}

function metadataOf(object: JsonObject): JsonObject {
  const metadata: Json | undefined = object['metadata'];
  return isObject(metadata) ? metadata : {};
}
