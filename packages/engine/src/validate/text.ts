import type { Result } from '../api-server';
import { groupBy } from '../collections';
import type { SourceDocument } from '../manifests';
import type { DeclaredException } from '../rules';
import type { Lines } from './lines';
import type { Report } from './report';

/**
 * The findings by file, each with its line; then exceptions and the counts. What cannot be read comes
 * first: others seem to refer to nothing because of it.
 */
export function* textReport(report: Report, documents: readonly SourceDocument[], lines: Lines): Generator<string> {
  let file: string | undefined;
  const invalid = [...report.results.entries()].filter(([, { valid }]) => !valid);
  const isUnread = ([position]: (typeof invalid)[number]) => documents[position]!.problem !== undefined;
  for (const [position, result] of [...invalid.filter(isUnread), ...invalid.filter((one) => !isUnread(one))]) {
    if (result.file !== file) yield result.file;
    file = result.file;
    for (const { rule, path, message } of result.errors) {
      const line = lines.of(documents[position]!, path);
      const subject = [nameOf(result), path].filter(Boolean).join(', ');
      yield `  ${[line, subject, message].filter(Boolean).join(': ')} [${rule}]`;
    }
  }
  yield* remarks('Exceptions, each with its reason', report.exceptions);
}

/** What has one reason is one line, with the first of its places. */
function* remarks(title: string, list: readonly DeclaredException[]): Generator<string> {
  const byReason = groupBy(list, ({ rule, because }) => `${rule}: ${because}`);
  if (list.length > 0) yield `${title}:`;
  for (const [reason, [first, ...others]] of byReason) {
    const { document, path } = first!;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    yield `  ${reason} (${document.file}: ${nameOf(identityOf(document))}, ${path}${more})`;
  }
}

function identityOf({ value }: SourceDocument): Pick<Result, 'kind' | 'namespace' | 'name'> {
  const { kind, metadata } = value as { kind: string; metadata: { name: string; namespace?: string } };
  return { kind, name: metadata.name, namespace: metadata.namespace ?? '' };
}

function nameOf({ kind, namespace, name }: Pick<Result, 'kind' | 'namespace' | 'name'>): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}
