export { type ImportOptions, type ImportSummary, importCrds } from './import-crds';
export { readImportList, upstreamOf } from './list';
export { type Lock, readLock } from './lock';
