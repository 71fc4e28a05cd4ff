import { documentsOf } from '../../src/manifests/documents';
import { jsonReport } from '../../src/validate/json';
import { Lines } from '../../src/validate/lines';
import type { Report } from '../../src/validate/report';
import { sarifReport } from '../../src/validate/sarif';
import { textReport } from '../../src/validate/text';

const source = {
  file: 'a.yaml',
  text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { key: value }\n',
};
const documents = documentsOf(source);
const lines = new Lines([source]);
const because = 'the value is public';
const report: Report = {
  results: [],
  exceptions: [{ document: documents[0]!, rule: 'plaintext-secret', path: 'data.key', message: 'a secret', because }],
  summary: { total: 1, valid: 1, invalid: 0 },
};

describe('an exception that an object declares', () => {
  test('GIVEN it WHEN written as text THEN it is listed with its reason and its place', () => {
    expect([...textReport(report, documents, lines)].join('\n')).toContain(
      `Exceptions, each with its reason:\n  plaintext-secret: ${because} (a.yaml: ConfigMap a, data.key)`,
    );
  });

  test('GIVEN it WHEN written as JSON THEN it is no result', () => {
    expect(JSON.parse(jsonReport(report))).toMatchObject({ results: [], exceptions: [{ because, path: 'data.key' }] });
  });

  test('GIVEN it WHEN written as SARIF THEN it is suppressed', () => {
    const [run] = JSON.parse(sarifReport(report, documents, lines, [])).runs;
    expect(run.results).toMatchObject([
      {
        ruleId: 'plaintext-secret',
        level: 'error',
        message: { text: 'data.key: a secret' },
        suppressions: [{ kind: 'inSource', justification: because }],
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region: { startLine: 4 } } }],
      },
    ]);
  });
});
