import { deepEqual, fieldSchema, isObject, type Json, type JsonObject, type Structural } from '../schema';

/**
 * A value of an update beside the value it replaces. An invalid value that did not change does not refuse the update
 * (validation ratcheting:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-ratcheting).
 */
export class Correlation {
  private equal: boolean | undefined;
  private oldItems: OldItems | undefined;

  constructor(
    readonly value: Json,
    readonly old: Json,
    private readonly schema: Structural,
  ) {}

  /** The field in both objects; undefined where either lacks it or no schema describes it. */
  field(name: string): Correlation | undefined {
    const { value, old } = this;
    if (!isObject(value) || !isObject(old) || !Object.hasOwn(value, name) || !Object.hasOwn(old, name))
      return undefined;
    const schema = fieldSchema(this.schema, name);
    return schema && new Correlation(value[name]!, old[name]!, schema);
  }

  /** The item and its predecessor, which only lists of type `map` can tell. */
  item(position: number): Correlation | undefined {
    const { value, old, schema } = this;
    if (!Array.isArray(value) || !Array.isArray(old) || position >= value.length || !schema.items) return undefined;
    this.oldItems ??= new OldItems(schema, old);
    const predecessor = this.oldItems.of(value[position]!);
    return predecessor === undefined || predecessor === null
      ? undefined
      : new Correlation(value[position]!, predecessor, schema.items);
  }

  get isEqual(): boolean {
    this.equal ??= this.compare();
    return this.equal;
  }

  private compare(): boolean {
    const { value, old } = this;
    if (value === null || old === null) return value === old;
    if (Array.isArray(value) && Array.isArray(old)) {
      if (value.length !== old.length) return false;
      if (this.schema['x-kubernetes-list-type'] !== 'map') return deepEqual(value, old);
      return value.every((_item, position) => this.item(position)?.isEqual ?? false);
    }
    if (isObject(value) && isObject(old))
      return (
        Object.keys(value).length === Object.keys(old).length &&
        Object.keys(value).every((name) => this.field(name)?.isEqual ?? false)
      );
    return deepEqual(value, old);
  }
}

/** Finds old items of a list by their keys. */
export class OldItems {
  private readonly byKey = new Map<string, Json>();
  private readonly keys: readonly string[];

  constructor(schema: Structural, items: Json) {
    const isMap = schema.type === 'array' && schema['x-kubernetes-list-type'] === 'map';
    this.keys = isMap ? (schema['x-kubernetes-list-map-keys'] ?? []) : [];
    if (this.keys.length === 0 || !Array.isArray(items)) return;
    for (const item of items) {
      const key = this.keyOf(item);
      if (key !== undefined && !this.byKey.has(key)) this.byKey.set(key, item);
    }
  }

  of(item: Json): Json | undefined {
    const key = this.keyOf(item);
    return key === undefined ? undefined : this.byKey.get(key);
  }

  private keyOf(item: Json): string | undefined {
    if (!isObject(item) || this.keys.length === 0) return undefined;
    const values = this.keys.map((key) => (item as JsonObject)[key]);
    return values.every((value) => value !== undefined && value !== null && typeof value !== 'object')
      ? JSON.stringify(values)
      : undefined;
  }
}
