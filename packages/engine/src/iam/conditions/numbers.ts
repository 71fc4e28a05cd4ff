import { doubt } from '../truth';
import type { Compare } from './operator';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export function comparingNumbers(holds: (value: number, wanted: number) => boolean): Compare {
  return (wanted) => {
    if (!NUMBER.test(wanted)) return { problem: `'${wanted}' is no number` };
    return (value) =>
      NUMBER.test(value) ? holds(Number(value), Number(wanted)) : doubt(`'${value}', which is no number`);
  };
}
