import { arnFieldsOf, arnTemplateOf, fitsArn } from '../arn-pattern';
import type { Compare } from './operator';

/**
 * `ArnEquals` and `ArnLike` are one: field by field, with wildcards.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const isLikeArn: Compare = (wanted, variables) => {
  const template = arnTemplateOf(wanted, { variables, wildcards: true });
  if (!template) return { problem: `'${wanted}' is no ARN: arn:partition:service:region:account:resource` };
  return (value, lookup) => {
    const fields = arnFieldsOf(value);
    return fields !== undefined && fitsArn(template, fields, lookup);
  };
};
