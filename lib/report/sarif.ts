import type { SourceDocument } from '../manifests/documents';
import type { Remark } from '../rules/check';
import type { RuleDescription } from '../rules/schema-rules';
import type { Lines } from './lines';
import type { Report } from './report';

/**
 * SARIF 2.1.0 for code-scanning pages: a finding is an error, an exception a suppressed one with its justification, and
 * what is pending a note. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  report: Report,
  documents: readonly SourceDocument[],
  lines: Lines,
  rules: readonly RuleDescription[],
): string {
  const findings = report.results.flatMap((result, position) =>
    result.errors.map((finding) => sarifResult('error', documents[position]!, finding, lines)),
  );
  const exceptions = report.exceptions.map((one) => ({
    ...sarifResult('error', one.document, one, lines),
    suppressions: [{ kind: 'inSource', justification: one.because }],
  }));
  const pending = report.pending.map((one) =>
    sarifResult('note', one.document, { ...one, message: `${one.message} (${one.because})` }, lines),
  );
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'platform validate', rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: [...findings, ...exceptions, ...pending],
      },
    ],
  });
}

function descriptor({ id, reason, link, group }: RuleDescription) {
  return { id, shortDescription: { text: reason }, helpUri: link, properties: { tags: [group] } };
}

type Said = Pick<Remark, 'rule' | 'path' | 'message'>;

function sarifResult(level: 'error' | 'note', document: SourceDocument, { rule, path, message }: Said, lines: Lines) {
  const uri = document.file === '-' ? 'stdin' : document.file.split('\\').join('/');
  return {
    ruleId: rule,
    level,
    message: { text: path === '' ? message : `${path}: ${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(uri) },
          region: { startLine: lines.of(document, path) ?? 1 },
        },
      },
    ],
  };
}
