export { LIST_FORMATS, type ListFormat, listRules, REPORT_FORMATS, type ReportFormat, renderReport } from './render';
export type { Report, Summary } from './report';
export { type Transitions, transitionsText, validateTransitions } from './transitions';
export {
  environmentsIn,
  type Input,
  inputOf,
  RULE_GROUPS,
  type RuleGroup,
  readInput,
  type ValidateOptions,
  validate,
} from './validate';
