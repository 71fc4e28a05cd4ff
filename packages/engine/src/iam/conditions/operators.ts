import { isInBlock } from './addresses';
import { isLikeArn } from './arns';
import { isSameBinary } from './binaries';
import { isBoolean } from './booleans';
import { comparingDates } from './dates';
import { comparingNumbers } from './numbers';
import type { Compare } from './operator';
import { isEqual, isEqualIgnoringCase, isLike } from './strings';

export interface Operator {
  readonly compare: Compare;
  /** True where no value matches, also where the request does not have the key. */
  readonly negated: boolean;
}

const when = (compare: Compare): Operator => ({ compare, negated: false });
const unless = (compare: Compare): Operator => ({ compare, negated: true });

const equal = (value: number, wanted: number) => value === wanted;
const less = (value: number, wanted: number) => value < wanted;
const lessOrEqual = (value: number, wanted: number) => value <= wanted;
const greater = (value: number, wanted: number) => value > wanted;
const greaterOrEqual = (value: number, wanted: number) => value >= wanted;

/**
 * All but `Null`, which asks for the key and not for its value.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    StringEquals: when(isEqual),
    StringNotEquals: unless(isEqual),
    StringEqualsIgnoreCase: when(isEqualIgnoringCase),
    StringNotEqualsIgnoreCase: unless(isEqualIgnoringCase),
    StringLike: when(isLike),
    StringNotLike: unless(isLike),
    NumericEquals: when(comparingNumbers(equal)),
    NumericNotEquals: unless(comparingNumbers(equal)),
    NumericLessThan: when(comparingNumbers(less)),
    NumericLessThanEquals: when(comparingNumbers(lessOrEqual)),
    NumericGreaterThan: when(comparingNumbers(greater)),
    NumericGreaterThanEquals: when(comparingNumbers(greaterOrEqual)),
    DateEquals: when(comparingDates(equal)),
    DateNotEquals: unless(comparingDates(equal)),
    DateLessThan: when(comparingDates(less)),
    DateLessThanEquals: when(comparingDates(lessOrEqual)),
    DateGreaterThan: when(comparingDates(greater)),
    DateGreaterThanEquals: when(comparingDates(greaterOrEqual)),
    Bool: when(isBoolean),
    BinaryEquals: when(isSameBinary),
    IpAddress: when(isInBlock),
    NotIpAddress: unless(isInBlock),
    ArnEquals: when(isLikeArn),
    ArnLike: when(isLikeArn),
    ArnNotEquals: unless(isLikeArn),
    ArnNotLike: unless(isLikeArn),
  }),
);
