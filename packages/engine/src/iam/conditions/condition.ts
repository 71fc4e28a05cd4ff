import { ABSENT, type Lookup } from '../context';
import { type Doubt, doubt, every, isDoubt, not, some, type Truth } from '../truth';
import { isBooleanText } from './booleans';
import type { Matches } from './operator';
import { OPERATORS, type Operator } from './operators';

/** One key of one operator; all conditions of a statement have to hold. */
export type Condition = (lookup: Lookup) => Truth;

type SetOperator = 'ForAllValues' | 'ForAnyValue';

interface Comparison extends Operator {
  /** `ForAnyValue:StringEqualsIfExists`. */
  readonly name: string;
  readonly setOperator?: SetOperator;
  readonly ifExists: boolean;
}

/** Understands a condition. `misread` is told what AWS would not take, and says what then is in doubt. */
export function conditionOf(
  name: string,
  key: string,
  values: readonly string[],
  { variables, misread }: { readonly variables: boolean; readonly misread: (problem: string) => Doubt },
): Condition {
  if (name === 'Null') {
    const wrong = values.find((value) => !isBooleanText(value));
    const truth = wrong === undefined ? undefined : misread(`'${wrong}' is neither true nor false`);
    return (lookup) => truth ?? isNull(key, values, lookup);
  }
  const comparison = comparisonOf(name);
  if (!comparison) {
    const truth = misread(`'${name}' is no condition operator`);
    return () => truth;
  }
  const wanted = values.map((value): Matches => {
    const matches = comparison.compare(value, variables);
    if (typeof matches === 'function') return matches;
    const truth = misread(matches.problem);
    return () => truth;
  });
  return (lookup) => holds(comparison, key, wanted, lookup);
}

function comparisonOf(name: string): Comparison | undefined {
  const [, setOperator, base = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const operator = OPERATORS.get(base);
  return (
    operator && {
      ...operator,
      name,
      ...(setOperator !== undefined && { setOperator: setOperator as SetOperator }),
      ifExists: ifExists !== undefined,
    }
  );
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
function isNull(key: string, wanted: readonly string[], lookup: Lookup): Truth {
  const values = lookup(key);
  if (isDoubt(values)) return values;
  if (isEmptyText(values) || (values.length === 0 && values !== ABSENT))
    return doubt(`${key}, which is empty: AWS does not say whether that is null`);
  return wanted.some((value) => (value.toLowerCase() === 'true') === (values === ABSENT));
}

/**
 * A key that the request lacks matches nothing: false, or true for a negated operator.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function holds(comparison: Comparison, key: string, wanted: readonly Matches[], lookup: Lookup): Truth {
  const { name, negated, setOperator, ifExists } = comparison;
  const values = lookup(key);
  if (isDoubt(values)) return values;
  if (values.length === 0) {
    if (setOperator === 'ForAllValues') return true;
    // "ForAnyValue" says false, "IfExists" says true
    if (setOperator) return ifExists && doubt(`${key}, which the request lacks: AWS does not say what ${name} then is`);
    return ifExists || negated;
  }
  const matches = (value: string): Truth => {
    const truth = some(wanted, (one) => one(value, lookup));
    return negated ? not(truth) : truth;
  };
  if (!setOperator)
    return values.length === 1
      ? matches(values[0]!)
      : doubt(`${key}, which has several values where ${name} takes one`);
  const truth = setOperator === 'ForAllValues' ? every(values, matches) : some(values, matches);
  // an empty text counts as no value on one of AWS's pages, and not on another
  const withoutValue = setOperator === 'ForAllValues';
  return isEmptyText(values) && truth !== withoutValue ? doubt(`${key}, which is empty`) : truth;
}

function isEmptyText(values: readonly string[]): boolean {
  return values.length === 1 && values[0] === '';
}
