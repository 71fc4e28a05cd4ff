import { isRecord } from '../../manifests';
import { LARGEST_PAYLOAD, LONGEST_EXPRESS, LONGEST_NAME } from './bounds';
import { errorProblems } from './errors';
import { targetsOf } from './paths';
import { type StateFields, type StatesProblem, wholeNumber } from './problem';

interface Around {
  /** Beside it. */
  readonly states: StateFields;
  readonly at: string;
  readonly express: boolean;
}

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

/** Lists that would make a state useless without an item. */
const LISTS = ['Branches', 'Choices'];
const WAITS = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];
/** Whose fixed part is written in the definition. */
const PAYLOADS = ['Arguments', 'Output', 'Parameters', 'Result', 'ResultSelector', 'ItemSelector', 'Assign'];

export function* stateProblems(name: string, state: unknown, around: Around): Generator<StatesProblem> {
  const { states, at } = around;
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
  for (const field of LISTS)
    if (Array.isArray(state[field]) && state[field].length === 0) yield { at, message: `${field} has no items` };
  yield* endProblems(state, type.ends, at);
  if (name.length > LONGEST_NAME)
    yield { at, message: `the name has ${name.length} characters, at most ${LONGEST_NAME} are allowed` };
  for (const { field, target } of targetsOf(state))
    if (typeof target !== 'string' || !(target in states))
      yield { at, message: `${field} names the state '${target}', which is not defined` };
  yield* timeProblems(state, at);
  yield* errorProblems(state, at);
  yield* payloadProblems(state, at);
  if (around.express) yield* expressProblems(state, at);
  if (state['Type'] === 'Map' && state['ItemProcessor'] === undefined && state['Iterator'] === undefined)
    yield { at, message: 'ItemProcessor is required' };
}

/** The machines inside a state: the branches of a Parallel, or what a Map does with each item. */
export function machinesIn(state: StateFields): { readonly field: string; readonly machine: unknown }[] {
  const branches = state['Type'] === 'Parallel' && Array.isArray(state['Branches']) ? state['Branches'] : [];
  const items = ['ItemProcessor', 'Iterator'].filter((field) => state['Type'] === 'Map' && state[field] !== undefined);
  return [
    ...branches.map((machine, index) => ({ field: `Branches[${index}]`, machine })),
    ...items.map((field) => ({ field, machine: state[field] })),
  ];
}

function* endProblems(state: StateFields, ends: 'always' | 'never' | 'said', at: string): Generator<StatesProblem> {
  const hasEnd = state['End'] === true;
  const hasNext = state['Next'] !== undefined;
  if (ends === 'said' && hasEnd === hasNext)
    yield { at, message: hasEnd ? 'has both Next and End' : 'has neither Next nor End' };
  if (ends !== 'said' && (hasEnd || hasNext)) yield { at, message: `a ${state['Type']} state has no Next and no End` };
}

/** Numbers only: what an expression gives is known when it runs. */
function* timeProblems(state: StateFields, at: string): Generator<StatesProblem> {
  if (state['Type'] === 'Wait') {
    if (WAITS.filter((field) => state[field] !== undefined).length !== 1)
      yield { at, message: `one of ${WAITS.join(', ')} is required` };
    yield* wholeNumber(state, 'Seconds', 0, at);
  }
  yield* wholeNumber(state, 'TimeoutSeconds', 1, at);
  yield* wholeNumber(state, 'HeartbeatSeconds', 1, at);
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    yield { at, message: `HeartbeatSeconds is ${heartbeat}, less than TimeoutSeconds (${timeout}) is allowed` };
}

function* payloadProblems(state: StateFields, at: string): Generator<StatesProblem> {
  for (const field of PAYLOADS) {
    if (state[field] === undefined) continue;
    const bytes = Buffer.byteLength(JSON.stringify(state[field]));
    if (bytes > LARGEST_PAYLOAD)
      yield { at, message: `${field} has ${bytes} bytes, at most ${LARGEST_PAYLOAD} are allowed` };
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
function* expressProblems(state: StateFields, at: string): Generator<StatesProblem> {
  const pattern = /\.(?:waitForTaskToken|sync(?::\d)?)$/.exec(String(state['Resource']))?.[0];
  if (pattern) yield { at, message: `Resource ends in ${pattern}, an EXPRESS state machine cannot wait for others` };
  const timeout = state['TimeoutSeconds'];
  if (typeof timeout === 'number' && timeout > LONGEST_EXPRESS)
    yield { at, message: `TimeoutSeconds is ${timeout}, an EXPRESS execution lasts at most ${LONGEST_EXPRESS} s` };
}
