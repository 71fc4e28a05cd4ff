import facts from '../kind-facts.json';

/** What is known of a kind in AWS, extracted by `facts/extract.ts`. */
export interface KindFacts {
  /** CloudFormation's type. */
  readonly type?: string;
  /** CloudFormation's property of each field; with `!` a change replaces the AWS object, with `?` it may. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Terraform's resource type, which Crossplane's provider carries, and the fields that it never changes in place. */
  readonly terraform?: string;
  readonly forceNew?: readonly string[];
  /** Fields that ACK's controller itself marks as immutable. */
  readonly immutable?: readonly string[];
  /** Fields by which ACK's controller looks its AWS object up. */
  readonly readBy?: readonly string[];
  readonly neverUpdates?: boolean;
  /** Fields that the CRD's own rules keep as they are, for kinds whose CRD is not imported. */
  readonly transitions?: readonly string[];
}

const all = facts as Readonly<Record<string, KindFacts>>;

export function kindFactsOf(key: string): KindFacts | undefined {
  return Object.hasOwn(all, key) ? all[key] : undefined;
}

/**
 * The longest part of a path that a table knows, from the whole path to its first field; `[0]` of paths is `[]` in
 * tables.
 */
export function longestMatch<T>(
  table: Readonly<Record<string, T>> | undefined,
  path: string,
): { field: string; value: T } | undefined {
  if (!table) return undefined;
  for (let field = patternOf(path); field !== ''; field = field.replace(/(?:\.?[^.]*|\[\])$/, '')) {
    if (Object.hasOwn(table, field)) return { field, value: table[field]! };
    const bare = field.replace(/\[\]$/, '');
    if (Object.hasOwn(table, bare)) return { field: bare, value: table[bare]! };
  }
  return undefined;
}

export function patternOf(path: string): string {
  return path.replace(/\[\w+\]/g, '[]');
}

/** AWS's own page on a property. */
export function cloudFormationPage(type: string, property?: string): string {
  const name = type.split('::').slice(1).join('-').toLowerCase();
  const [head = ''] = (property ?? '').split('.');
  const anchor = property ? `#cfn-${name}-${head.toLowerCase()}` : '';
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${name}.html${anchor}`;
}
