export { type LateOptions, type LateSecret, late, lateNumber, lateSecret, type Producer } from './late';
export { lateReadsIn } from './late-reads';
export { renderWiring, WIRING_FORMATS, type WiringFormat } from './report';
export { resolveWiring, type WiringOptions } from './resolve';
export { type WiringKind, type WiringRow, wiringTable } from './table';
export { holdsLate, type LateValue, lateToken } from './token';
