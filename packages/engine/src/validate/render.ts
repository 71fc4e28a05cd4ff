import { textOf } from '../printing';
import { allRules } from '../rules';
import { jsonReport } from './json';
import { Lines } from './lines';
import type { Report } from './report';
import { rulesList } from './rules';
import { sarifReport } from './sarif';
import { textReport } from './text';
import type { Input, RuleGroup } from './validate';

export const REPORT_FORMATS = ['text', 'json', 'sarif'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report for people, for programs, or for a code-scanning page. */
export function renderReport(report: Report, { documents, sources }: Input, format: ReportFormat): string {
  if (format === 'json') return jsonReport(report);
  const lines = new Lines(sources);
  if (format === 'sarif') return sarifReport(report, documents, lines, allRules);
  const { total, valid, invalid } = report.summary;
  const counts = `${total} manifests in ${sources.length} files: ${valid} valid, ${invalid} invalid`;
  return textOf([...textReport(report, documents, lines), counts]);
}

export const LIST_FORMATS = ['text', 'json', 'markdown'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Every rule of these groups, why it is there, and a link. */
export function listRules(groups: readonly RuleGroup[], format: ListFormat): string {
  return rulesList(
    allRules.filter(({ group }) => groups.some((one) => one === group)),
    format,
  );
}
