export { type Comparison, compare, type Deviation, type DocumentValue } from './compare';
export { at, Evidence } from './evidence';
export { conformanceText, summaryOf } from './report';
