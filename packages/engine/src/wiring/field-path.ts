import { fieldSchema, type Structural } from '../schema';

/** A step into a field or into an item of a list. */
export type Step = string | number;

/** The steps of `status.domainValidations[0].name`. */
export function stepsOf(path: string): Step[] {
  return path.split('.').flatMap((part): Step[] => {
    const [, name = part, indexes = ''] = /^([^[]*)((?:\[\d+\])*)$/.exec(part) ?? [];
    return [...(name === '' ? [] : [name]), ...[...indexes.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index))];
  });
}

/** The value at a path of an object; undefined where something on the way is not there. */
export function valueAt(object: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (value, step) => (value !== null && typeof value === 'object' ? (value as Record<Step, unknown>)[step] : undefined),
    object,
  );
}

/** Whether a path exists in a schema, and the schema there; undefined for what may be anything. */
export function schemaAt(schema: Structural, path: string): { readonly exists: boolean; readonly schema?: Structural } {
  let here: Structural | undefined = schema;
  for (const step of stepsOf(path)) {
    if (here === undefined || here['x-kubernetes-preserve-unknown-fields']) return { exists: true };
    here = typeof step === 'number' ? here.items : fieldSchema(here, step);
    if (here === undefined) return { exists: false };
  }
  return here['x-kubernetes-preserve-unknown-fields'] || here['x-kubernetes-int-or-string']
    ? { exists: true }
    : { exists: true, schema: here };
}
