import { textOf } from '../printing';
import type { Comparison, Status } from './compare';

export type ConformanceSummary = { readonly values: number } & Readonly<Record<Status, number>>;

/** How many values of the document the platform has. */
export function summaryOf(comparisons: readonly Comparison[]): ConformanceSummary {
  const of = (status: Status) => comparisons.filter((one) => one.status === status).length;
  return { values: comparisons.length, missing: of('missing'), deviated: of('deviated'), matched: of('matched') };
}

/** What is missing, then what was chosen otherwise and why, and the counts. */
export function conformanceText(comparisons: readonly Comparison[]): string {
  const of = (status: Status) => comparisons.filter((one) => one.status === status);
  const { values, missing, deviated, matched } = summaryOf(comparisons);
  return textOf([
    ...of('missing').flatMap(({ path, document, platform }) => said('missing', path, document, platform)),
    ...of('deviated').flatMap(({ path, document, platform, deviation }) => [
      ...said('deviated', path, document, platform),
      `          because ${deviation?.because}`,
      `          source ${deviation?.source}`,
    ]),
    `${values} values of the document: ${missing} missing, ${deviated} deviated, ${matched} matched`,
  ]);
}

function said(status: Status, path: string, document: unknown, platform: unknown): string[] {
  return [`${status.padEnd(9)} ${path}`, `          document ${show(document)}, platform ${show(platform)}`];
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
