import { details, lineOf, painter } from '../plan/render/text';
import type { ApplicationDiff, Diff } from './diff';

/** For a terminal: application by application what differs, and below why that matters. */
export function diffReport({ environment, cluster, applications, changes, remarks }: Diff, isColored: boolean): string {
  const paint = painter(isColored);
  const objects = applications.reduce((sum, one) => sum + one.objects, 0);
  const where = `${environment} and ${cluster.context} (${cluster.server})`;
  const lines =
    changes.length === 0
      ? [`nothing differs between ${where}: ${objects} objects in ${applications.length} applications`]
      : [
          `${changes.length} of ${objects} objects differ between ${where}; a sync would make them what follows →`,
          '',
          ...applications.flatMap((application) => section(application)),
          ...changes.flatMap((change) => details(change, paint)),
        ];
  return [...lines, ...remarks.map(({ object, message }) => `${object}: ${message}`)].join('\n').trimEnd();

  function section({ name, objects: held, differences }: ApplicationDiff): string[] {
    if (differences === 0) return [];
    const own = changes.filter(({ application }) => application === name);
    return [`${name}: ${differences} of ${held}`, ...own.map((change) => lineOf(change, paint)), ''];
  }
}
