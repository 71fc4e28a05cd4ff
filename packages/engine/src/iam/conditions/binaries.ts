import { doubt } from '../truth';
import type { Compare } from './operator';

/**
 * Both sides are written in base64.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const isSameBinary: Compare = (wanted) => {
  if (!isBase64(wanted)) return { problem: `'${wanted}' is not base64` };
  const bytes = Buffer.from(wanted, 'base64');
  return (value) =>
    isBase64(value) ? bytes.equals(Buffer.from(value, 'base64')) : doubt(`'${value}', which is not base64`);
};

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
