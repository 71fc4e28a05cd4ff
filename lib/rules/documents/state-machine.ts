import { isRecord } from '../../manifests/fields';
import type { Problem, Rule } from '../rule';
import type { Tree } from '../tree';
import { parsedIn } from './document';

export const stateMachine: Rule = {
  id: 'state-machine',
  group: 'documents',
  reason:
    'Step Functions refuses a definition that leads to a state which is not there, or has one that nothing leads to.',
  link: 'https://states-language.net/spec.html',
  check,
};

type State = Readonly<Record<string, unknown>>;
type Found = { readonly at: string; readonly message: string };

/** What each type of state must have and may not have besides. */
const TYPES: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly ends: 'always' | 'never' | 'said' }>
> = {
  Choice: { needs: ['Choices'], ends: 'never' },
  Fail: { needs: [], ends: 'always' },
  Map: { needs: [], ends: 'said' },
  Parallel: { needs: ['Branches'], ends: 'said' },
  Pass: { needs: [], ends: 'said' },
  Succeed: { needs: [], ends: 'always' },
  Task: { needs: ['Resource'], ends: 'said' },
  Wait: { needs: [], ends: 'said' },
};

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value } of parsedIn(tree, 'state-machine'))
    for (const { at, message } of machineProblems(value, ''))
      yield { object, path, message: at === '' ? message : `${at}: ${message}` };
}

/** A machine: the whole definition, a branch of a Parallel, or what a Map does with each item. */
function* machineProblems(machine: unknown, at: string): Generator<Found> {
  const { StartAt: start, States: states } = isRecord(machine) ? machine : {};
  if (!isRecord(states) || Object.keys(states).length === 0) {
    yield { at, message: 'States is required, with at least one state' };
    return;
  }
  if (typeof start !== 'string') yield { at, message: 'StartAt is required' };
  else if (!(start in states)) yield { at, message: `StartAt names the state '${start}', which is not defined` };
  for (const [name, state] of Object.entries(states))
    yield* stateProblems(name, state, states, at === '' ? '' : `${at}.`);
  yield* unreachable(start, states, at);
}

function* stateProblems(name: string, state: unknown, states: State, before: string): Generator<Found> {
  const at = `${before}States.${name}`;
  if (!isRecord(state)) {
    yield { at, message: 'is not a map' };
    return;
  }
  const type = TYPES[String(state['Type'])];
  if (!type) {
    yield { at, message: `Type is ${JSON.stringify(state['Type'])}, allowed are ${Object.keys(TYPES).join(', ')}` };
    return;
  }
  for (const field of type.needs) if (state[field] === undefined) yield { at, message: `${field} is required` };
  const hasEnd = state['End'] === true;
  const hasNext = state['Next'] !== undefined;
  if (type.ends === 'said' && hasEnd === hasNext)
    yield { at, message: hasEnd ? 'has both Next and End' : 'has neither Next nor End' };
  if (type.ends !== 'said' && (hasEnd || hasNext))
    yield { at, message: `a ${state['Type']} state has no Next and no End` };
  if (name.length > 80) yield { at, message: `the name has ${name.length} characters, at most 80 are allowed` };
  for (const { field, target } of targetsOf(state))
    if (typeof target !== 'string' || !(target in states))
      yield { at, message: `${field} names the state '${target}', which is not defined` };
  yield* waitProblems(state, at);
  yield* errorProblems(state, at);
  for (const { field, machine } of machinesIn(state)) yield* machineProblems(machine, `${at}.${field}`);
  if (state['Type'] === 'Map' && state['ItemProcessor'] === undefined && state['Iterator'] === undefined)
    yield { at, message: 'ItemProcessor is required' };
}

const WAITS = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];

function* waitProblems(state: State, at: string): Generator<Found> {
  if (state['Type'] !== 'Wait') return;
  const given = WAITS.filter((field) => state[field] !== undefined);
  if (given.length !== 1) yield { at, message: `one of ${WAITS.join(', ')} is required` };
}

/** Retry and Catch: what they match, and that a catch-all stands alone and last. */
function* errorProblems(state: State, at: string): Generator<Found> {
  for (const field of ['Retry', 'Catch']) {
    const list = state[field];
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      yield { at, message: `${field} is a list` };
      continue;
    }
    for (const [index, item] of list.entries()) {
      const errors = isRecord(item) ? item['ErrorEquals'] : undefined;
      if (!Array.isArray(errors) || errors.length === 0)
        yield { at, message: `${field}[${index}].ErrorEquals is required` };
      else if (errors.includes('States.ALL') && (errors.length > 1 || index < list.length - 1))
        yield { at, message: `${field}[${index}]: States.ALL stands alone and last` };
    }
  }
}

function targetsOf(state: State): { readonly field: string; readonly target: unknown }[] {
  const lists = [
    ['Catch', state['Catch']],
    ['Choices', state['Choices']],
  ] as const;
  const nested = lists.flatMap(([field, list]) =>
    (Array.isArray(list) ? list : []).map((item, index) => ({
      field: `${field}[${index}].Next`,
      target: isRecord(item) ? item['Next'] : undefined,
    })),
  );
  const direct = ['Next', 'Default']
    .filter((field) => state[field] !== undefined)
    .map((field) => ({ field, target: state[field] }));
  return [...direct, ...nested];
}

function machinesIn(state: State): { readonly field: string; readonly machine: unknown }[] {
  const branches = state['Type'] === 'Parallel' && Array.isArray(state['Branches']) ? state['Branches'] : [];
  const items = ['ItemProcessor', 'Iterator'].filter((field) => state['Type'] === 'Map' && state[field] !== undefined);
  return [
    ...branches.map((machine, index) => ({ field: `Branches[${index}]`, machine })),
    ...items.map((field) => ({ field, machine: state[field] })),
  ];
}

/** Only where every state that is named exists: behind a wrong name the rest is unreachable for that reason alone. */
function* unreachable(start: unknown, states: State, at: string): Generator<Found> {
  const named = [
    start,
    ...Object.values(states).flatMap((state) => (isRecord(state) ? targetsOf(state).map(({ target }) => target) : [])),
  ];
  if (!named.every((name) => typeof name === 'string' && name in states)) return;
  const reached = new Set([start as string]);
  for (const name of reached) {
    const state = states[name];
    if (isRecord(state)) for (const { target } of targetsOf(state)) reached.add(target as string);
  }
  const others = Object.keys(states).filter((name) => !reached.has(name));
  if (others.length > 0) yield { at, message: `no state leads to ${others.join(', ')}` };
}
