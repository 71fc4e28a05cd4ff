export { applyDefaults } from './decode';
export type { Finding } from './finding';
export {
  describeDocument,
  type Result,
  syntaxFinding,
  type ValidateOptions,
  validateDocuments,
  validateObject,
  validateTransition,
} from './validate';
