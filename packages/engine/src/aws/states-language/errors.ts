import { isRecord } from '../../manifests';
import { ERRORS, MAX_DELAY_BELOW } from './bounds';
import { type StateFields, type StatesProblem, wholeNumber } from './problem';

/** Retry and Catch: what they match, that a catch-all stands alone and last, and how often and when is tried again. */
export function* errorProblems(state: StateFields, at: string): Generator<StatesProblem> {
  for (const field of ['Retry', 'Catch']) {
    const list = state[field];
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      yield { at, message: `${field} is a list` };
      continue;
    }
    for (const [index, item] of list.entries()) {
      const here = `${field}[${index}]`;
      const errors = isRecord(item) ? item['ErrorEquals'] : undefined;
      if (!Array.isArray(errors) || errors.length === 0) yield { at, message: `${here}.ErrorEquals is required` };
      else {
        if (errors.includes('States.ALL') && (errors.length > 1 || index < list.length - 1))
          yield { at, message: `${here}: States.ALL stands alone and last` };
        for (const error of errors)
          if (String(error).startsWith('States.') && !ERRORS.has(String(error)))
            yield { at, message: `${here}.ErrorEquals has '${error}', no error of Step Functions has that name` };
      }
      if (field === 'Retry' && isRecord(item)) yield* retryProblems(item, `${at}.${here}`);
    }
  }
}

function* retryProblems(retrier: StateFields, at: string): Generator<StatesProblem> {
  yield* wholeNumber(retrier, 'IntervalSeconds', 1, at);
  yield* wholeNumber(retrier, 'MaxAttempts', 0, at);
  const { BackoffRate: rate, MaxDelaySeconds: delay, IntervalSeconds: interval = 1 } = retrier;
  if (typeof rate === 'number' && rate < 1) yield { at, message: `BackoffRate is ${rate}, 1.0 or more is allowed` };
  if (typeof delay === 'number' && (!Number.isInteger(delay) || delay <= Number(interval) || delay >= MAX_DELAY_BELOW))
    yield {
      at,
      message: `MaxDelaySeconds is ${delay}, more than IntervalSeconds (${interval}) and less than ${MAX_DELAY_BELOW} is allowed`,
    };
}
