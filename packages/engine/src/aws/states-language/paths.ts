import { isRecord } from '../../manifests';
import type { StateFields } from './problem';

/** Every field of a state that names another one. */
export function targetsOf(state: StateFields): { readonly field: string; readonly target: unknown }[] {
  const nested = ['Catch', 'Choices'].flatMap((field) => {
    const list = state[field];
    return (Array.isArray(list) ? list : []).map((item, index) => ({
      field: `${field}[${index}].Next`,
      target: isRecord(item) ? item['Next'] : undefined,
    }));
  });
  const direct = ['Next', 'Default']
    .filter((field) => state[field] !== undefined)
    .map((field) => ({ field, target: state[field] }));
  return [...direct, ...nested];
}

/** The states that nothing leads to; undefined where a state is named that does not exist. */
export function unreachableIn(start: unknown, states: StateFields): string[] | undefined {
  const named = [start, ...Object.values(states).flatMap(next)];
  if (!named.every((name) => typeof name === 'string' && name in states)) return undefined;
  const reached = new Set([start as string]);
  for (const name of reached) for (const target of next(states[name])) reached.add(target as string);
  return Object.keys(states).filter((name) => !reached.has(name));
}

/** The states from which none that ends can be reached: an execution that comes there goes round for ever. */
export function unendingIn(states: StateFields): string[] {
  const ending = new Set(Object.keys(states).filter((name) => ends(states[name])));
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const [name, state] of Object.entries(states))
      if (next(state).some((target) => ending.has(target as string))) ending.add(name);
  }
  return Object.keys(states).filter((name) => !ending.has(name));
}

function ends(state: unknown): boolean {
  return isRecord(state) && (state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail');
}

function next(state: unknown): unknown[] {
  return isRecord(state) ? targetsOf(state).map(({ target }) => target) : [];
}
