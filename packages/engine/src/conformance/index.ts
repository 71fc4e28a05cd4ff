export { type Comparison, compare, type Deviation, type DocumentValue } from './compare';
export { conformanceText, summaryOf } from './report';
export { at, Tree } from './tree';
