export { indented, type Line, textOf } from './lines';
export { code, plain, span } from './markdown';
export { jsonText, printable } from './printable';
