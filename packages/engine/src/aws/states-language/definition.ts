import { isRecord } from '../../manifests';
import { LONGEST_EXPRESS } from './bounds';
import { unendingIn, unreachableIn } from './paths';
import type { StateFields, StatesProblem } from './problem';
import { machinesIn, stateProblems } from './state';

export interface DefinitionOptions {
  /** Of an EXPRESS state machine, which cannot wait for others. */
  readonly express: boolean;
}

/**
 * Why Step Functions would refuse a definition, or never end what it starts. `definition` is the JSON as it is sent:
 * https://states-language.net/spec.html
 */
export function* definitionProblems(definition: unknown, { express }: DefinitionOptions): Generator<StatesProblem> {
  yield* machineProblems(definition, '', express);
  const seen = new Set<string>();
  for (const { name, at } of namesIn(definition, '')) {
    if (seen.has(name))
      yield { at, message: `another state is named '${name}' too; names are unique in the definition` };
    seen.add(name);
  }
  const timeout = isRecord(definition) ? definition['TimeoutSeconds'] : undefined;
  if (express && typeof timeout === 'number' && timeout > LONGEST_EXPRESS)
    yield { at: '', message: `TimeoutSeconds is ${timeout}, an EXPRESS execution lasts at most ${LONGEST_EXPRESS} s` };
}

/** A machine: the whole definition, a branch of a Parallel, or what a Map does with each item. */
function* machineProblems(machine: unknown, at: string, express: boolean): Generator<StatesProblem> {
  const { StartAt: start, States: states } = isRecord(machine) ? machine : {};
  if (!isRecord(states) || Object.keys(states).length === 0) {
    yield { at, message: 'States is required, with at least one state' };
    return;
  }
  if (typeof start !== 'string') yield { at, message: 'StartAt is required' };
  else if (!(start in states)) yield { at, message: `StartAt names the state '${start}', which is not defined` };
  for (const [name, state] of Object.entries(states)) {
    const here = `${at === '' ? '' : `${at}.`}States.${name}`;
    yield* stateProblems(name, state, { states, at: here, express });
    if (!isRecord(state)) continue;
    for (const { field, machine: inner } of machinesIn(state))
      yield* machineProblems(inner, `${here}.${field}`, express);
  }
  yield* pathProblems(start, states, at);
}

/** Only where every state that is named exists: behind a wrong name the rest is unreachable for that reason alone. */
function* pathProblems(start: unknown, states: StateFields, at: string): Generator<StatesProblem> {
  const unreachable = unreachableIn(start, states);
  if (unreachable === undefined) return;
  if (unreachable.length > 0) yield { at, message: `no state leads to ${unreachable.join(', ')}` };
  const unending = unendingIn(states);
  if (unending.length > 0) yield { at, message: `no state that ends can be reached from ${unending.join(', ')}` };
}

function* namesIn(machine: unknown, at: string): Generator<{ readonly name: string; readonly at: string }> {
  const states = isRecord(machine) ? machine['States'] : undefined;
  if (!isRecord(states)) return;
  for (const [name, state] of Object.entries(states)) {
    const here = `${at === '' ? '' : `${at}.`}States.${name}`;
    yield { name, at: here };
    if (!isRecord(state)) continue;
    for (const { field, machine: inner } of machinesIn(state)) yield* namesIn(inner, `${here}.${field}`);
  }
}
