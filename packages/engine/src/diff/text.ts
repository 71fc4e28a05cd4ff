import type { Change } from '../plan';
import { details, lineOf, type Paint, painter } from '../plan';
import type { ApplicationDiff, Diff } from './diff';

/** For a terminal: application by application what differs, and below why that matters. */
export function diffReport({ environment, cluster, applications, changes, remarks }: Diff, isColored: boolean): string {
  const paint = painter(isColored);
  const objects = applications.reduce((sum, one) => sum + one.objects, 0);
  const where = `${environment} and ${cluster.context} (${cluster.server})`;
  const notes = remarks.map(({ object, message }) => `${object}: ${message}`);
  if (changes.length === 0)
    return [
      `nothing differs between ${where}: ${objects} objects in ${applications.length} applications`,
      ...notes,
    ].join('\n');
  return [
    `${changes.length} of ${objects} objects differ between ${where}; in the cluster → after a sync:`,
    '',
    ...applications.flatMap((application) => section(application, changes, paint)),
    ...changes.flatMap((change) => details(change, paint)),
    ...notes,
  ]
    .join('\n')
    .trimEnd();
}

function section({ name, objects, differences }: ApplicationDiff, changes: readonly Change[], paint: Paint): string[] {
  if (differences === 0) return [];
  const own = changes.filter(({ application }) => application === name);
  return [`${name}: ${differences} of ${objects}`, ...own.map((change) => lineOf(change, paint)), ''];
}
