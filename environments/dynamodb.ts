import { z } from 'zod';
import { region } from './fields';

const units = z.int().min(1);

const range = z.strictObject({
  min: units,
  max: units,
  /** Percent of the capacity that should be in use. */
  targetUtilization: z.int().min(20).max(90),
});

const table = z.strictObject({
  /**
   * Changing it, or `replicaRegions`, may move the table's manifest from one controller to the other: docs/tables.md.
   */
  capacity: z.discriminatedUnion('mode', [
    /** Paid by the request. */
    z.strictObject({ mode: z.literal('onDemand') }),
    z.strictObject({ mode: z.literal('provisioned'), readUnits: units, writeUnits: units }),
    z.strictObject({ mode: z.literal('autoscaled'), read: range, write: range }),
  ]),
  /** Where the table is besides the home region. */
  replicaRegions: z.array(region),
});

/**
 * What tables have otherwise than charts/data/dynamodb.ts says, by the id of the table; the chart refuses one that it
 * does not make.
 */
export const dynamodb = z.record(z.string(), table.partial());
