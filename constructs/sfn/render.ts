import { Duration } from 'cdk8s';
import type { Catcher, Flow, Retrier, State } from './state';

type Task = Extract<State<string>, { type: 'Task' }>;

/** A flow in Amazon States Language: https://states-language.net/spec.html */
export function renderFlow({ startAt, states }: Flow): Record<string, unknown> {
  return {
    StartAt: startAt,
    States: Object.fromEntries(Object.entries(states).map(([name, state]) => [name, renderState(state)])),
  };
}

/** Every task of a flow by its name, those inside branches and maps too. */
export function tasksIn({ states }: Flow): { readonly name: string; readonly task: Task }[] {
  return Object.entries(states).flatMap(([name, state]) => {
    if (state.type === 'Task') return [{ name, task: state }];
    if (state.type === 'Parallel') return state.branches.flatMap(tasksIn);
    return state.type === 'Map' ? tasksIn(state.each) : [];
  });
}

function renderState(state: State<string>): Record<string, unknown> {
  return {
    Type: state.type,
    Comment: state.comment,
    ...('next' in state && { Next: state.next }),
    ...('end' in state && { End: state.end }),
    ...('output' in state && { Output: state.output }),
    ...('retry' in state && { Retry: state.retry?.map(renderRetrier) }),
    ...('catch' in state && { Catch: state.catch?.map(renderCatcher) }),
    ...renderType(state),
  };
}

function renderType(state: State<string>): Record<string, unknown> {
  switch (state.type) {
    case 'Task':
      return {
        Resource: state.calls.resource,
        Arguments: state.calls.arguments,
        TimeoutSeconds: state.timeout?.toSeconds(),
        HeartbeatSeconds: state.heartbeat?.toSeconds(),
      };
    case 'Choice':
      return {
        Choices: state.choices.map(({ condition, next }) => ({ Condition: condition, Next: next })),
        Default: state.default,
      };
    case 'Wait': {
      const { until } = state;
      if (until instanceof Duration) return { Seconds: until.toSeconds() };
      return typeof until === 'string' ? { Seconds: until } : { Timestamp: until.timestamp };
    }
    case 'Fail':
      return { Error: state.error, Cause: state.cause };
    case 'Parallel':
      return { Branches: state.branches.map(renderFlow) };
    case 'Map':
      return {
        Items: state.items,
        MaxConcurrency: state.maxConcurrency,
        ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...renderFlow(state.each) },
      };
    case 'Pass':
    case 'Succeed':
      return {};
  }
}

function renderRetrier({ errors, interval, maxAttempts, backoffRate, maxDelay, jitter }: Retrier): unknown {
  return {
    ErrorEquals: errors,
    IntervalSeconds: interval?.toSeconds(),
    MaxAttempts: maxAttempts,
    BackoffRate: backoffRate,
    MaxDelaySeconds: maxDelay?.toSeconds(),
    JitterStrategy: jitter,
  };
}

function renderCatcher({ errors, next, output }: Catcher<string>): unknown {
  return { ErrorEquals: errors, Next: next, Output: output };
}
