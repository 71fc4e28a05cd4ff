import type { Change } from '../plan';
import { details, lineOf } from '../plan';
import { type Line, textOf } from '../printing';
import type { ApplicationDiff, Diff } from './diff';

/** For a terminal: application by application what differs, and below why that matters. */
export function diffReport({ environment, cluster, applications, changes, remarks }: Diff, isColored: boolean): string {
  const objects = applications.reduce((sum, one) => sum + one.objects, 0);
  const where = `${environment} and ${cluster.context} (${cluster.server})`;
  const notes = remarks.map(({ object, message }) => `${object}: ${message}`);
  if (changes.length === 0)
    return textOf([
      `nothing differs between ${where}: ${objects} objects in ${applications.length} applications`,
      ...notes,
    ]);
  const lines = [
    `${changes.length} of ${objects} objects differ between ${where}; in the cluster → after a sync:`,
    '',
    ...applications.flatMap((application) => section(application, changes)),
    ...changes.flatMap(details),
    ...notes,
  ];
  return textOf(lines, { isColored }).trimEnd();
}

function section({ name, objects, differences }: ApplicationDiff, changes: readonly Change[]): Line[] {
  if (differences === 0) return [];
  const own = changes.filter(({ application }) => application === name);
  return [`${name}: ${differences} of ${objects}`, ...own.map(lineOf), ''];
}
