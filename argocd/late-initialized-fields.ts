import { everyKnown } from '@aws-platform/engine/aws';
import type { HeldKind } from './folder';
import type { Customizations } from './installation';

/**
 * `resource.customizations.ignoreDifferences.…` of argocd-cm for kinds that ACK fills in. A field that git sets in any
 * object of its kind is not ignored, or a change of it would never arrive
 * (https://github.com/argoproj/argo-cd/issues/26588).
 */
export function ignoredLateInitializedFields(kinds: readonly HeldKind[]): Customizations {
  const rules = [...everyKnown()].flatMap(({ key, form: { late = [] } }) => {
    const specs = kinds.filter(({ group, kind }) => `${group}/${kind}` === key).flatMap(({ specs }) => specs);
    const left = late.map((path) => path.split('.')).filter((path) => !specs.some((spec) => has(spec, path)));
    // what is below an ignored field is ignored with it
    const pointers = left
      .map((path) => `/spec/${path.join('/')}`)
      .filter((pointer, _, all) => !all.some((other) => pointer.startsWith(`${other}/`)));
    if (specs.length === 0 || pointers.length === 0) return [];
    const list = pointers.map((pointer) => `  - ${pointer}\n`).join('');
    return [[`resource.customizations.ignoreDifferences.${key.replace('/', '_')}`, `jsonPointers:\n${list}`]];
  });
  return Object.fromEntries(rules);
}

function has(value: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && has((value as Record<string, unknown>)[first], rest);
}
