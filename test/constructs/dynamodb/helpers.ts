import type { PlatformChart } from '../../../charts/platform-chart';
import { Table, type TableProps } from '../../../constructs/dynamodb/table';

export const ON_DEMAND = { mode: 'onDemand' } as const;
export const READ = { min: 5, max: 50, targetUtilization: 70 };
export const WRITE = { min: 2, max: 20, targetUtilization: 60 };
export const AUTOSCALED = { mode: 'autoscaled', read: READ, write: WRITE } as const;

/** What a table with a global index has. */
export const INDEXED = {
  attributes: { id: 'S', email: 'S', at: 'N' },
  globalIndexes: { 'by-email': { partitionKey: 'email', sortKey: 'at', projection: { include: ['name'] } } },
} as const satisfies Partial<TableProps>;

/** A table on demand, with a partition key alone. */
export const table = (scope: PlatformChart, change: Partial<TableProps> = {}, id = 'items') =>
  new Table(scope, id, { attributes: { id: 'S' }, partitionKey: 'id', capacity: ON_DEMAND, ...change });
