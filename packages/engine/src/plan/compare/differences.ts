import { canonicalJson, child, index } from '../../manifests';
import { deepEqual, fieldSchema, isObject, type Json, type JsonObject, type Structural } from '../../schema';
import { parsedJson, sameScalar, unordered } from './meaning';

/** A field that means something else than before; undefined where it is not there. */
export interface Difference {
  readonly path: string;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** The differences in meaning of two values: as deep as both sides can be told apart. */
export function* differences(
  a: Json | undefined,
  b: Json | undefined,
  schema: Structural | undefined,
  path: string,
): Generator<Difference> {
  const [from, to] = [a ?? undefined, b ?? undefined];
  if (from === to || (isVoid(from, path) && isVoid(to, path))) return;
  if (isObject(from) && isObject(to)) yield* ofMaps(from, to, schema, path);
  else if (Array.isArray(from) && Array.isArray(to)) yield* ofLists(from, to, schema, path);
  else if (isState(path) && parsedJson(from ?? null) !== undefined && parsedJson(to ?? null) !== undefined)
    yield* differences(parsedJson(from!), parsedJson(to!), undefined, path);
  else if (from === undefined || to === undefined || !sameScalar(from, to, schema, path)) yield { path, from, to };
}

/** Cloud Control takes the properties of its AWS object as one JSON text. */
function isState(path: string): boolean {
  return path === 'spec.forProvider.desiredState';
}

const EMPTY_IS_NOTHING = /(?:^metadata\.(?:labels|annotations|finalizers)|(?:^|\.)(?:tags|tagSet))$/;

function isVoid(value: Json | undefined, path: string): boolean {
  if (value === undefined) return true;
  return EMPTY_IS_NOTHING.test(path) && typeof value === 'object' && Object.keys(value!).length === 0;
}

function* ofMaps(
  from: JsonObject,
  to: JsonObject,
  schema: Structural | undefined,
  path: string,
): Generator<Difference> {
  for (const field of new Set([...Object.keys(from), ...Object.keys(to)]))
    yield* differences(own(from, field), own(to, field), fieldSchema(schema, field), child(path, field));
}

function own(value: JsonObject, field: string): Json | undefined {
  return Object.hasOwn(value, field) ? value[field] : undefined;
}

function* ofLists(from: Json[], to: Json[], schema: Structural | undefined, path: string): Generator<Difference> {
  if (deepEqual(from, to)) return;
  if (isUnordered(schema, path) && sameSet(...wholes(path, from, to))) return;
  const keys = keysOf(schema, from, to, path);
  if (keys) yield* ofKeyed(from, to, { schema, path, keys });
  else if (from.length === to.length && from.every(isObjectOrList) && to.every(isObjectOrList))
    for (const [position, item] of to.entries())
      yield* differences(from[position], item, schema?.items, index(path, position));
  else yield { path, from, to };
}

function isObjectOrList(value: Json): boolean {
  return value !== null && typeof value === 'object';
}

interface Keyed {
  readonly schema: Structural | undefined;
  readonly path: string;
  readonly keys: readonly string[];
}

/**
 * Items that are one by their keys, wherever in the list they stand; paths are those of the newer list, or else the
 * older.
 */
function* ofKeyed(from: Json[], to: Json[], { schema, path, keys }: Keyed): Generator<Difference> {
  const old = new Map(from.map((item, position) => [keyOf(item, keys), { item, position }]));
  const all = new Map(to.map((item, position) => [keyOf(item, keys), { item, position }]));
  for (const [key, { item, position }] of old)
    if (!all.has(key)) yield { path: index(path, position), from: item, to: undefined };
  for (const [key, { item, position }] of all)
    yield* differences(old.get(key)?.item, item, schema?.items, index(path, position));
  const kept = (items: Json[], others: Map<string, unknown>) =>
    items.map((item) => keyOf(item, keys)).filter((key) => others.has(key));
  // a list without a type of its own has an order that may mean something
  const isOrdered =
    schema?.['x-kubernetes-list-type'] !== 'map' &&
    !TAGS.test(path) &&
    !UNORDERED_ITEMS.test(path) &&
    !UNORDERED_NAMES.test(path);
  if (isOrdered && !deepEqual(kept(from, all), kept(to, old))) yield { path, from: kept(from, all), to: kept(to, old) };
}

const TAGS = /(?:^|\.)(?:tags|tagSet|Tags)$/;

/** Lists of AWS objects, and of what RBAC allows, whose order nobody keeps, nor that of the lists in their items. */
const UNORDERED_ITEMS =
  /^rules$|^subjects$|(?:^|\.)(?:ingressRules|egressRules|attributeDefinitions|attribute|dimensions|globalSecondaryIndex(?:es)?|localSecondaryIndex(?:es)?|replica|tableReplicas|lifecyclePolicies|notification|parameters|parameterNameValues|requirements|resourceRecords|scope|tagSpecifications|userRefs)$|^spec\.conditions\.\w+$/;

/**
 * Lists whose items AWS knows by their names: rules of WAF have priorities, those of S3 and of backup plans each stand
 * for themselves. Cache behaviors have no name, and their order decides.
 */
const UNORDERED_NAMES =
  /^spec\.(?:data|resources|rules|lifecycle\.rules|targets|logDeliveryConfigurations|distributionConfig\.origins\.items)$|^spec\.forProvider\.(?:control|costFilter|environment\.environmentVariable|schema)$/;

/** Fields by which the items of a list can be told apart, where they are all there and differ. */
const NAMES = [
  'key',
  'name',
  'Key',
  'Name',
  'tagKey',
  'indexName',
  'attributeName',
  'id',
  'Id',
  'ID',
  'sid',
  'regionName',
  'parameterName',
  'ruleName',
  'logType',
  'secretKey',
];

function keysOf(schema: Structural | undefined, from: Json[], to: Json[], path: string): readonly string[] | undefined {
  if (schema?.['x-kubernetes-list-type'] === 'map') return schema['x-kubernetes-list-map-keys'] ?? [];
  if (!from.every(isObject) || !to.every(isObject)) return undefined;
  const name = NAMES.find((one) => areDistinct(from, one) && areDistinct(to, one));
  if (name !== undefined) return [name];
  return UNORDERED_ITEMS.test(path) ? WHOLE : undefined;
}

/** An item without a name is one by all that it says. */
const WHOLE: readonly string[] = [];

function areDistinct(items: Json[], name: string): boolean {
  const values = items.map((item) => (isObject(item) ? item[name] : undefined));
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
}

function keyOf(item: Json, keys: readonly string[]): string {
  if (keys.length === 0 || !isObject(item)) return canonicalJson(unordered(item));
  return canonicalJson(keys.map((key) => item[key] ?? null));
}

/** Lists of names, ids and ARNs that AWS keeps as sets. Layers, images' commands and instance types have an order. */
const SETS =
  /(?:subnet|securitygroup|availabilityzone|vpcendpoint|managedpolic|alarmactions|okactions|insufficientdataactions|enable\w*logs|allowedoauth|callbackurls|logouturls|attributes|principals|audience|aliases|groupids|userids|^allow(?:headers|methods|origins)$|^exposeheaders$|arns$|managementPolicies$|finalizers$)/i;

/** CloudFront's lists stand in `items`; of other lists without an order the whole path has to be known. */
const SET_PATHS =
  /(?:aliases|allowedMethods|cachedMethods|cookies|headers|queryStrings|whitelistedNames)\.items$|^spec\.forProvider\.(?:cache\.modes|dataSources|notificationDestinations)$|^spec\.(?:policies|activate|sourceRepos|destinations|clusterResourceWhitelist|namespaceResourceWhitelist|syncPolicy\.syncOptions)$/;

function isUnordered(schema: Structural | undefined, path: string): boolean {
  return (
    schema?.['x-kubernetes-list-type'] === 'set' ||
    SETS.test(path.split('.').at(-1) ?? '') ||
    SET_PATHS.test(path) ||
    UNORDERED_ITEMS.test(path)
  );
}

/** Items without the order of the lists in them, where it says nothing either. */
function wholes(path: string, ...lists: [Json[], Json[]]): [Json[], Json[]] {
  return UNORDERED_ITEMS.test(path) ? (lists.map((items) => items.map(unordered)) as [Json[], Json[]]) : lists;
}

function sameSet(from: Json[], to: Json[]): boolean {
  const [one, other] = [from, to].map((items) => items.map(canonicalJson).sort());
  return deepEqual(one!, other!);
}
