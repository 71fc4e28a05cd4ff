/**
 * What Step Functions takes, in seconds, bytes and characters:
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const LONGEST_NAME = 80;
export const LARGEST_DEFINITION = 1_048_576;
/** Of a task's, a state's and an execution's input and output, as UTF-8. */
export const LARGEST_PAYLOAD = 262_144;
/** An EXPRESS execution is stopped then. */
export const LONGEST_EXPRESS = 300;

/**
 * Of waits, timeouts, intervals, and of attempts: https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export const MOST = 99_999_999;
/**
 * Of MaxDelaySeconds, which has to be less:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const MAX_DELAY_BELOW = 31_622_400;

/**
 * The errors that Step Functions itself reports:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const ERRORS: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
]);
