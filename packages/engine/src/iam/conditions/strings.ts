import type { Lookup } from '../context';
import { fitsTemplate, type Syntax, templateOf } from '../template';
import { isDoubt } from '../truth';
import type { Compare } from './operator';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const isEqual: Compare = (wanted, variables) => comparedWith(wanted, { variables, wildcards: false });

/** With wildcards; the case matters. */
export const isLike: Compare = (wanted, variables) => comparedWith(wanted, { variables, wildcards: true });

export const isEqualIgnoringCase: Compare = (wanted, variables) => {
  // keys of variables have no case: the whole text may lose it
  const compared = comparedWith(wanted.toLowerCase(), { variables, wildcards: false });
  return typeof compared === 'function'
    ? (value, lookup) => compared(value.toLowerCase(), inLowerCase(lookup))
    : compared;
};

function comparedWith(wanted: string, syntax: Syntax): ReturnType<Compare> {
  const template = templateOf(wanted, syntax);
  if (!template) return { problem: `'${wanted}' has a '\${' that begins no policy variable` };
  return (value, lookup) => fitsTemplate(template, value, lookup);
}

function inLowerCase(lookup: Lookup): Lookup {
  return (key) => {
    const values = lookup(key);
    return isDoubt(values) ? values : values.map((value) => value.toLowerCase());
  };
}
