/** Between how many units a capacity moves. A read unit is 4 KB a second, a write unit 1 KB. */
export interface CapacityRange {
  /** At least 1; also what the table begins with. */
  readonly min: number;
  readonly max: number;
  /** Percent of the capacity that should be in use, 20 to 90. */
  readonly targetUtilization: number;
}

/**
 * How a table pays for requests; its global indexes do the same. AWS lets a table go to on demand four times in 24
 * hours (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html).
 */
export type Capacity =
  | { readonly mode: 'onDemand' }
  | { readonly mode: 'provisioned'; readonly readUnits: number; readonly writeUnits: number }
  | { readonly mode: 'autoscaled'; readonly read: CapacityRange; readonly write: CapacityRange };

/**
 * Of a table and of an index, before AWS is asked for more:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
 */
export const MAX_UNITS = 40_000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html */
export const UTILIZATION = { min: 20, max: 90 };
