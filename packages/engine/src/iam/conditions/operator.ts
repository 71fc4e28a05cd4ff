import type { Lookup } from '../context';
import type { Truth } from '../truth';

/** Whether one value of the request matches one value of the policy. */
export type Matches = (value: string, lookup: Lookup) => Truth;

/** How an operator reads a value of a policy: `variables` says whether the policy's version has them. */
export type Compare = (wanted: string, variables: boolean) => Matches | { readonly problem: string };
