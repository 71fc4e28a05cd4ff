import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a scanner may find, with the reason why it stays. Both texts are regular expressions. */
export interface Explained {
  readonly check: string;
  readonly resource: string;
  readonly because: string;
}

/** Of checkov's `--output json`: https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html */
interface Report {
  readonly results?: { readonly failed_checks: readonly Finding[] };
  readonly summary?: { readonly parsing_errors: number; readonly resource_count: number };
}

interface Finding {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
  readonly file_path: string;
}

/**
 * What nobody has explained, a line each, and a line for files that could not be read. Throws for a report without
 * results.
 */
export function unexplained(report: unknown, explained: readonly Explained[]): string[] {
  const reports = (Array.isArray(report) ? report : [report]) as readonly Report[];
  return reports.flatMap(({ results, summary }) => {
    if (!results || !summary || summary.resource_count === 0) throw new Error('checkov looked at nothing');
    return [
      ...(summary.parsing_errors > 0 ? [`${summary.parsing_errors} files could not be read`] : []),
      ...results.failed_checks
        .filter((finding) => !explained.some((one) => explains(one, finding)))
        .map(
          ({ check_id, check_name, resource, file_path }) => `${check_id} ${check_name}: ${resource} (${file_path})`,
        ),
    ];
  });
}

function explains({ check, resource }: Explained, finding: Finding): boolean {
  return new RegExp(`^(?:${check})$`).test(finding.check_id) && new RegExp(resource).test(finding.resource);
}

if (require.main === module) {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const found = process.argv
    .slice(2)
    .flatMap((file) => unexplained(read(file), read(join(__dirname, 'explained.json')) as Explained[]));
  for (const line of found) console.error(line);
  if (found.length > 0) console.error('Mend it, or say in .ci/explained.json why it stays.');
  process.exitCode = found.length > 0 ? 1 : 0;
}
