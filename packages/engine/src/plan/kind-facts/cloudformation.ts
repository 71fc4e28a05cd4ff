import type { Structural } from '../../schema';

/** The parts of AWS's own data that say what a change of a property does. */
export interface SpecProperty {
  readonly type: SpecType;
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
}

interface SpecType {
  readonly type: string;
  readonly element?: SpecType;
  readonly types?: readonly SpecType[];
  readonly reference?: { readonly $ref: string };
}

export type SpecProperties = Readonly<Record<string, SpecProperty>>;

/**
 * A field of a kind beside its property: `QueueName!` is fixed, `Engine?` sometimes, `DelaySeconds` changes in place.
 */
export type FieldMap = Record<string, string>;

export interface Matched {
  readonly fields: FieldMap;
  /** Fields of the kind that have no property. */
  readonly unknown: readonly string[];
}

interface Walk {
  readonly kind: string;
  /** Reviewed: a field's property, where names do not tell. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly definitions: (ref: string) => SpecProperties | undefined;
}

/**
 * The fields of a schema beside CloudFormation's properties, by their names without case and separators. Of nested
 * fields only those are listed that say something else than the field that holds them.
 */
export function matchFields(schema: Structural, properties: SpecProperties, walk: Walk): Matched {
  const fields: FieldMap = {};
  const unknown: string[] = [];
  const visit = (part: Structural, known: SpecProperties, prefix: string, at: string, depth: number): void => {
    const byName = new Map(Object.keys(known).map((name) => [normal(name), name]));
    for (const [field, child] of Object.entries(part.properties ?? {})) {
      const path = prefix + field;
      const alias = walk.aliases[path];
      const name =
        alias ??
        candidates(field, depth === 0 ? walk.kind : '')
          .map((one) => byName.get(one))
          .find(Boolean);
      const property = name === undefined ? undefined : (known[name] ?? propertyAt(known, name, walk.definitions));
      if (name === undefined || property === undefined) {
        if (depth === 0) unknown.push(path);
        continue;
      }
      const mark = { yes: '!', maybe: '?', no: '' }[property.causesReplacement ?? 'no'];
      if (depth === 0 || mark !== '') fields[path] = `${at}${name}${mark}`;
      const item = child.items ?? child;
      const inner = innerOf(property.type, walk.definitions);
      if (inner && item.properties && depth < 5 && mark !== '!')
        visit(item, inner, `${path}${child.items ? '[]' : ''}.`, `${at}${name}.`, depth + 1);
    }
  };
  visit(schema, properties, '', '', 0);
  return { fields, unknown };
}

export function innerOf(type: SpecType, definitions: Walk['definitions']): SpecProperties | undefined {
  if (type.reference) return definitions(type.reference.$ref);
  if (type.element) return innerOf(type.element, definitions);
  return type.types?.map((one) => innerOf(one, definitions)).find((one) => one !== undefined);
}

function propertyAt(known: SpecProperties, path: string, definitions: Walk['definitions']): SpecProperty | undefined {
  const [head = '', ...rest] = path.split('.');
  const property = known[head];
  if (!property || rest.length === 0) return property;
  const inner = innerOf(property.type, definitions);
  const found = inner && propertyAt(inner, rest.join('.'), definitions);
  return found && { ...found, ...(property.causesReplacement === 'yes' && { causesReplacement: 'yes' as const }) };
}

/**
 * `dbClusterIdentifier` of a DBCluster is `DBClusterIdentifier`; its `name` may be `DBClusterName`; `subnetRefs` fill
 * `subnets`.
 */
function candidates(field: string, kind: string): string[] {
  const plain = normal(field);
  const bare = plain.replace(/(?:refs?|selector)$/, '');
  const own = normal(kind);
  const all = [plain, bare, own + plain, plain.startsWith(own) ? plain.slice(own.length) : plain];
  for (const one of [...all])
    all.push(
      `${one}s`,
      one.replace(/s$/, ''),
      one.replace(/identifiers?$/, 'id'),
      one.replace(/ids$/, 's'),
      one.replace(/ids?$/, ''),
      one.replace(/arns?$/, ''),
      `${one}arn`,
      `${one}id`,
      `${one}s`.replace(/ss$/, 's'),
    );
  return [...new Set(all)].filter((one) => one !== '');
}

export function normal(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
