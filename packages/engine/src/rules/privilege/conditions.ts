import { isRecord } from '../../manifests';

/** What a condition asks of a request: the key has to be one of the values. */
export interface Demand {
  /** In lower case: AWS does not look at the case of keys. */
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * What a statement's conditions demand of every request that it allows. Operators that say what must not be, that let a
 * missing key pass (`…IfExists`, `ForAllValues:`, `Null`), and values that everything fits demand nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function demandsOf(conditions: unknown): Demand[] {
  if (!isRecord(conditions)) return [];
  return Object.entries(conditions).flatMap(([operator, keys]): Demand[] => {
    if (!DEMANDING.test(operator) || !isRecord(keys)) return [];
    return Object.entries(keys)
      .map(([key, value]) => ({ key: key.toLowerCase(), values: [value].flat().map(String) }))
      .filter(({ values }) => !values.some((value) => EVERYTHING.test(value)));
  });
}

const DEMANDING = /^(?:ForAnyValue:)?(?:String(?:Equals|EqualsIgnoreCase|Like)|Arn(?:Equals|Like)|IpAddress|Bool)$/i;

/** Values that every text, ARN or address fits. */
const EVERYTHING = /^(?:[*?:]*\*[*?:]*|arn:\*|arn:(?:aws[a-z-]*|\*):\*(?::\*)*|0\.0\.0\.0\/0|::\/0)$/;
