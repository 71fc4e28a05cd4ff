import { InputError } from '@aws-platform/engine/errors';
import { canonicalJson } from '@aws-platform/engine/manifests';

/**
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Selections.html
 */
export interface SelectionRule {
  /** Its own in the task; a positive whole number. */
  readonly id: number;
  /** Its own in the task; letters, digits and hyphens. */
  readonly name: string;
  /** `explicit` takes one table by its exact name. */
  readonly action: 'include' | 'exclude' | 'explicit';
  /** `%` stands for any characters. */
  readonly schema: string;
  /** `%` stands for any characters. */
  readonly table: string;
}

/**
 * The tables that a task copies, as DMS takes them. Throws an `InputError`, which begins with `where`, for what DMS
 * would refuse.
 */
export function tableMappings(where: string, rules: readonly SelectionRule[]): string {
  const fail = (message: string): never => {
    throw new InputError(`${where}: ${message}`);
  };
  if (!rules.some(({ action }) => action !== 'exclude'))
    fail(`mappings has ${rules.length} rules and none includes a table, at least one has to`);
  for (const [index, { id, name, action, schema, table }] of rules.entries()) {
    const at = `mappings[${index}]`;
    if (!Number.isInteger(id) || id < 1) fail(`${at}.id is ${id}, a positive whole number is allowed`);
    if (!/^[A-Za-z0-9-]+$/.test(name)) fail(`${at}.name '${name}' is not allowed, only letters, digits and hyphens`);
    for (const other of rules.slice(0, index)) {
      if (other.id === id) fail(`${at}.id ${id} stands twice, each rule needs its own`);
      if (other.name === name) fail(`${at}.name '${name}' stands twice, each rule needs its own`);
    }
    if (schema === '' || table === '') fail(`${at} names no ${schema === '' ? 'schema' : 'table'}, % stands for any`);
    if (action === 'explicit' && `${schema}${table}`.includes('%'))
      fail(`${at} is explicit and has a wildcard, exact names are needed`);
  }
  return canonicalJson({ rules: rules.map(render) });
}

function render({ id, name, action, schema, table }: SelectionRule): unknown {
  return {
    'rule-type': 'selection',
    'rule-id': String(id),
    'rule-name': name,
    'rule-action': action,
    'object-locator': { 'schema-name': schema, 'table-name': table },
    filters: [],
  };
}
