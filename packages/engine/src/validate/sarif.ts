import type { SourceDocument } from '../manifests';
import { jsonText } from '../printing';
import type { DeclaredException, RuleDescription } from '../rules';
import type { Lines } from './lines';
import type { Report } from './report';

/**
 * SARIF 2.1.0 for code-scanning pages: a finding is an error, an exception a suppressed one with its justification.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  report: Report,
  documents: readonly SourceDocument[],
  lines: Lines,
  rules: readonly RuleDescription[],
): string {
  const findings = report.results.flatMap((result, position) =>
    result.errors.map((finding) => sarifResult(documents[position]!, finding, lines)),
  );
  const exceptions = report.exceptions.map((one) => ({
    ...sarifResult(one.document, one, lines),
    suppressions: [{ kind: 'inSource', justification: one.because }],
  }));
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'platform validate', rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: [...findings, ...exceptions],
      },
    ],
  });
}

function descriptor({ id, reason, link, group }: RuleDescription) {
  return { id, shortDescription: { text: reason }, helpUri: link, properties: { tags: [group] } };
}

type Said = Pick<DeclaredException, 'rule' | 'path' | 'message'>;

function sarifResult(document: SourceDocument, { rule, path, message }: Said, lines: Lines) {
  const uri = document.file === '-' ? 'stdin' : document.file.split('\\').join('/');
  return {
    ruleId: rule,
    level: 'error',
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
