import type { SourceDocument } from '../manifests/documents';
import type { Remark } from '../rules/check';
import type { Result } from '../validate';
import type { Lines } from './lines';
import type { Report } from './report';

/** The findings by file, each with its line; then exceptions, what is pending, and the counts. */
export function* textReport(report: Report, documents: readonly SourceDocument[], lines: Lines): Generator<string> {
  let file: string | undefined;
  for (const [position, result] of report.results.entries()) {
    if (result.valid) continue;
    if (result.file !== file) yield result.file;
    file = result.file;
    for (const { rule, path, message } of result.errors) {
      const line = lines.of(documents[position]!, path);
      const subject = [nameOf(result), path].filter(Boolean).join(', ');
      yield `  ${[line, subject, message].filter(Boolean).join(': ')} [${rule}]`;
    }
  }
  yield* remarks('Exceptions, each with its reason', report.exceptions);
  yield* remarks('Pending', report.pending);
}

function* remarks(title: string, list: readonly Remark[]): Generator<string> {
  if (list.length === 0) return;
  yield `${title}:`;
  for (const { document, path, message, because, rule } of list)
    yield `  ${document.file}: ${nameOf(identityOf(document))}, ${path}: ${message} [${rule}]: ${because}`;
}

function identityOf({ value }: SourceDocument): Pick<Result, 'kind' | 'namespace' | 'name'> {
  const { kind, metadata } = value as { kind: string; metadata: { name: string; namespace?: string } };
  return { kind, name: metadata.name, namespace: metadata.namespace ?? '' };
}

function nameOf({ kind, namespace, name }: Pick<Result, 'kind' | 'namespace' | 'name'>): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}
