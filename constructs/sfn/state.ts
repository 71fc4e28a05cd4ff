import type { Duration } from 'cdk8s';
import type { TaskTarget } from './task-target';

/** JSONata, as Step Functions takes it: `{% $states.input.total %}`. */
export type Expression = `{% ${string} %}`;

/** JSON in which any text may be an expression. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [key: string]: Template };

/** Where an execution goes on: `next`, or nowhere. */
export type Following<N extends string> =
  | { readonly next: N; readonly end?: never }
  | { readonly end: true; readonly next?: never };

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export interface Retrier {
  /** Names of errors, `States.TaskFailed` and the like included; `States.ALL` stands alone and last. */
  readonly errors: readonly [string, ...string[]];
  /** Before the first retry, 1 s or more. @default Duration.seconds(1) */
  readonly interval?: Duration;
  /** 0 is none. @default 3 */
  readonly maxAttempts?: number;
  /** By how much the interval grows with each attempt, 1.0 or more. @default 2 */
  readonly backoffRate?: number;
  /** What the interval grows to at most, more than `interval` and less than 366 days. @default it grows on */
  readonly maxDelay?: Duration;
  /** A random part of the interval, so that what failed together does not come back together. @default 'NONE' */
  readonly jitter?: 'FULL' | 'NONE';
}

export interface Catcher<N extends string> {
  /** As in a `Retrier`. */
  readonly errors: readonly [string, ...string[]];
  readonly next: N;
  /** What the next state gets. @default the error, with `Error` and `Cause` */
  readonly output?: Template;
}

interface Common {
  /** For people who read the definition. */
  readonly comment?: string;
}

interface Produces {
  /** What the next state gets; in a text, `$states.result` is the result. @default the result */
  readonly output?: Template;
}

interface MayFail<N extends string> {
  /** Tried in order. @default none */
  readonly retry?: readonly Retrier[];
  /** What no retry could mend, in order. @default the execution fails */
  readonly catch?: readonly Catcher<N>[];
}

export interface TaskOptions<N extends string> extends Common, Produces, MayFail<N> {
  readonly type: 'Task';
  /** What it calls, and with what. */
  readonly calls: TaskTarget;
  /** How long an answer may take. @default none: what is called has a timeout of its own */
  readonly timeout?: Duration;
  /** How often whoever was asked has to say that they are still at it; less than `timeout`. @default never */
  readonly heartbeat?: Duration;
}

export interface ChoiceOptions<N extends string> extends Common {
  readonly type: 'Choice';
  /** The first that is true leads on. */
  readonly choices: readonly [
    { readonly condition: Expression; readonly next: N },
    ...{ readonly condition: Expression; readonly next: N }[],
  ];
  /** Where none is: required, because without it the execution would fail. */
  readonly default: N;
}

export type WaitOptions = Common & {
  readonly type: 'Wait';
  /** How long, or until when: an ISO 8601 time. */
  readonly until: Duration | Expression | { readonly timestamp: string };
};

export interface PassOptions extends Common, Produces {
  readonly type: 'Pass';
}

export interface SucceedOptions extends Common, Produces {
  readonly type: 'Succeed';
}

export interface FailOptions extends Common {
  readonly type: 'Fail';
  /** Name of the error that the execution ends with. */
  readonly error: string;
  /** For people. */
  readonly cause: string;
}

export interface ParallelOptions<N extends string> extends Common, Produces, MayFail<N> {
  readonly type: 'Parallel';
  /** All run at once, each with the same input; the result is the list of theirs. */
  readonly branches: readonly [Flow, ...Flow[]];
}

export interface MapOptions<N extends string> extends Common, Produces, MayFail<N> {
  readonly type: 'Map';
  /** The list. @default the input */
  readonly items?: Expression;
  /**
   * How many at once; 0 is as many as AWS likes, 40 at most
   * (https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html).
   * @default 0
   */
  readonly maxConcurrency?: number;
  /** What is done with each item. */
  readonly each: Flow;
}

/** A state that goes on to one of the names `N`. */
export type State<N extends string> =
  | (TaskOptions<N> & Following<N>)
  | ChoiceOptions<N>
  | (WaitOptions & Following<N>)
  | (PassOptions & Following<N>)
  | SucceedOptions
  | FailOptions
  | (ParallelOptions<N> & Following<N>)
  | (MapOptions<N> & Following<N>);

/** States and where they begin: a whole definition, a branch, or what is done with each item. */
export interface Flow {
  readonly startAt: string;
  readonly states: Readonly<Record<string, State<string>>>;
}

/** States that lead to each other and to no other: a name that is not there does not compile. */
export function flow<const N extends string>(definition: {
  readonly startAt: NoInfer<N>;
  readonly states: Readonly<Record<N, State<NoInfer<N>>>>;
}): Flow {
  return definition;
}
