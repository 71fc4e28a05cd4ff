import { doubt } from '../truth';
import type { Compare } from './operator';

/** Year, month, day, or all with a time and its zone. https://www.w3.org/TR/NOTE-datetime */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;
const EPOCH_SECONDS = /^\d{5,12}$/;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function comparingDates(holds: (value: number, wanted: number) => boolean): Compare {
  return (wanted) => {
    const limit = timeOf(wanted);
    if (limit === undefined) return { problem: `'${wanted}' is no date, such as 2026-01-31T00:00:00Z` };
    return (value) => {
      const time = timeOf(value);
      return time === undefined ? doubt(`'${value}', which is no date`) : holds(time, limit);
    };
  };
}

/** Milliseconds. */
function timeOf(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const time = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
