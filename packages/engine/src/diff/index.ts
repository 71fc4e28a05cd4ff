export type { Cluster } from './cluster';
export { type Diff, type DiffOptions, diff } from './diff';
export type { Connection } from './kubectl';
export { diffReport } from './text';
