import { doubt } from '../truth';
import type { Compare } from './operator';

/**
 * A value with a policy variable is none: AWS's pages disagree whether it may have one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const isBoolean: Compare = (wanted) => {
  if (!isBooleanText(wanted)) return { problem: `'${wanted}' is neither true nor false` };
  return (value) =>
    isBooleanText(value)
      ? value.toLowerCase() === wanted.toLowerCase()
      : doubt(`'${value}', which is neither true nor false`);
};

export function isBooleanText(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}
