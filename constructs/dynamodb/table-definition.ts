import { InputError } from '@aws-platform/engine/errors';

/** String, number or binary: only these can be keys. */
export type AttributeType = 'S' | 'N' | 'B';

/** What of an item an index holds besides the keys of the table and its own. */
export type Projection = 'ALL' | 'KEYS_ONLY' | { readonly include: readonly string[] };

export interface GlobalIndex {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly projection: Projection;
}

/** Its partition key is the table's. AWS makes it with the table only, and can neither change nor remove it. */
export interface LocalIndex {
  readonly sortKey: string;
  readonly projection: Projection;
}

/** What a stream holds of a changed item besides its keys. */
export type StreamView = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';

/** Bounds: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
export interface TableDefinition {
  /**
   * The attributes that are keys of the table or of an index, and only those: the others are nobody's business but the
   * items'.
   */
  readonly attributes: Readonly<Record<string, AttributeType>>;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** By name, at most 20. @default none */
  readonly globalIndexes?: Readonly<Record<string, GlobalIndex>>;
  /** By name, at most 5; they need a table with a sort key. @default none */
  readonly localIndexes?: Readonly<Record<string, LocalIndex>>;
  /** @default changes are not recorded */
  readonly stream?: StreamView;
  /** The attribute with the second, since 1970, after which AWS removes the item. @default items stay */
  readonly timeToLive?: string;
}

export interface KeyElement {
  readonly attributeName: string;
  readonly keyType: 'HASH' | 'RANGE';
}

export function keySchemaOf(partitionKey: string, sortKey?: string): KeyElement[] {
  const partition: KeyElement = { attributeName: partitionKey, keyType: 'HASH' };
  return sortKey === undefined ? [partition] : [partition, { attributeName: sortKey, keyType: 'RANGE' }];
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX = { globalIndexes: 20, localIndexes: 5, included: 20, includedOfAll: 100, keyNameBytes: 255 };
const INDEX_NAME = /^[a-zA-Z0-9_.-]{3,255}$/;
const TYPES: readonly AttributeType[] = ['S', 'N', 'B'];

/** Throws an `InputError`, which begins with `where`, for what DynamoDB would refuse. */
export function checkDefinition(where: string, definition: TableDefinition): void {
  const { attributes, partitionKey, sortKey, globalIndexes = {}, localIndexes = {}, timeToLive } = definition;
  const fail = (message: string): never => {
    throw new InputError(`${where}: ${message}`);
  };

  atMost('globalIndexes', Object.keys(globalIndexes).length, MAX.globalIndexes);
  atMost('localIndexes', Object.keys(localIndexes).length, MAX.localIndexes);
  checkKeys('', partitionKey, sortKey);
  for (const [name, index] of Object.entries(globalIndexes)) {
    const at = `globalIndexes.${name}`;
    checkIndexName(at, name);
    checkKeys(`${at}.`, index.partitionKey, index.sortKey);
    checkProjection(at, index.projection);
  }
  for (const [name, index] of Object.entries(localIndexes)) {
    const at = `localIndexes.${name}`;
    checkIndexName(at, name);
    if (globalIndexes[name]) fail(`${at} has the name of a global index, each index needs its own`);
    if (sortKey === undefined) fail(`${at} is allowed only in a table with a sortKey`);
    if (index.sortKey === sortKey) fail(`${at}.sortKey is the table's own, '${sortKey}'; another one is needed`);
    checkKeys(`${at}.`, partitionKey, index.sortKey);
    checkProjection(at, index.projection);
  }
  const indexes = [...Object.values(globalIndexes), ...Object.values(localIndexes)];
  const included = indexes.reduce((sum, { projection }) => sum + includedIn(projection).length, 0);
  atMost('attributes that the indexes include', included, MAX.includedOfAll);
  checkAttributes();
  checkTimeToLive();

  function atMost(what: string, count: number, max: number): void {
    if (count > max) fail(`${count} ${what}, at most ${max} are allowed`);
  }

  function checkKeys(at: string, partition: string, sort: string | undefined): void {
    for (const [field, key] of [
      ['partitionKey', partition],
      ['sortKey', sort],
    ] as const)
      if (key !== undefined && attributes[key] === undefined)
        fail(`${at}${field} '${key}' is not defined, attributes has ${Object.keys(attributes).join(', ') || 'none'}`);
    if (partition === sort) fail(`${at}sortKey is the partitionKey '${partition}', they must differ`);
  }

  function checkIndexName(at: string, name: string): void {
    if (!INDEX_NAME.test(name)) fail(`${at}: an index name is 3 to 255 letters, digits and _ . -`);
  }

  function checkProjection(at: string, projection: Projection): void {
    if (typeof projection === 'string') return;
    const { include } = projection;
    if (include.length < 1 || include.length > MAX.included)
      fail(`${at}.projection includes ${include.length} attributes, 1 to ${MAX.included} are allowed`);
    const twice = include.find((name, index) => include.indexOf(name) !== index);
    if (twice !== undefined) fail(`${at}.projection includes '${twice}' twice`);
    const key = include.find((name) => name === partitionKey || name === sortKey);
    if (key !== undefined) fail(`${at}.projection includes '${key}', but keys of the table are in every index`);
  }

  function checkAttributes(): void {
    const keys = new Set(
      [partitionKey, sortKey, ...indexes.flatMap((index) => [keyOf(index), index.sortKey])].filter(Boolean),
    );
    for (const [name, type] of Object.entries(attributes)) {
      if (!keys.has(name))
        fail(`attribute '${name}' is no key of the table or of an index; AWS wants only keys defined`);
      if (!TYPES.includes(type)) fail(`attribute '${name}' is of type '${type}', a key is ${TYPES.join(', ')}`);
      if (Buffer.byteLength(name) > MAX.keyNameBytes)
        fail(`attribute '${name}' has ${Buffer.byteLength(name)} bytes, a key's name at most ${MAX.keyNameBytes}`);
    }
  }

  function checkTimeToLive(): void {
    if (timeToLive === undefined) return;
    if (timeToLive === partitionKey || timeToLive === sortKey)
      fail(`timeToLive '${timeToLive}' is a key of the table: an item could never be given more time`);
    const type = attributes[timeToLive];
    if (type !== undefined && type !== 'N')
      fail(`timeToLive '${timeToLive}' is of type ${type}, a number (N) of seconds is needed`);
  }
}

function keyOf(index: GlobalIndex | LocalIndex): string | undefined {
  return 'partitionKey' in index ? index.partitionKey : undefined;
}

function includedIn(projection: Projection): readonly string[] {
  return typeof projection === 'string' ? [] : projection.include;
}

/** As both families write it. */
export function projectionOf(projection: Projection): { projectionType: string; nonKeyAttributes?: string[] } {
  if (typeof projection === 'string') return { projectionType: projection };
  return { projectionType: 'INCLUDE', nonKeyAttributes: [...projection.include] };
}
