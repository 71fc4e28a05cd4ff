import { documentsOf } from '../../lib/manifests/documents';
import { jsonReport } from '../../lib/report/json';
import { Lines } from '../../lib/report/lines';
import type { Report } from '../../lib/report/report';
import { sarifReport } from '../../lib/report/sarif';
import { textReport } from '../../lib/report/text';

const source = {
  file: 'a.yaml',
  text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { key: value }\n',
};
const documents = documentsOf(source);
const lines = new Lines([source]);
const because = 'charts/later.ts will make it';
const report: Report = {
  results: [],
  exceptions: [],
  pending: [{ document: documents[0]!, rule: 'dangling-reference', path: 'data.key', message: 'nobody', because }],
  summary: { total: 1, valid: 1, invalid: 0 },
};

describe('what a later chart will bring', () => {
  test('GIVEN it WHEN written as text THEN it is listed with its reason and its place', () => {
    expect([...textReport(report, documents, lines)].join('\n')).toContain(
      `Pending:\n  dangling-reference: ${because} (a.yaml: ConfigMap a, data.key)`,
    );
  });

  test('GIVEN it WHEN written as JSON THEN it is no result', () => {
    expect(JSON.parse(jsonReport(report))).toMatchObject({ results: [], pending: [{ because, path: 'data.key' }] });
  });

  test('GIVEN it WHEN written as SARIF THEN it is a note', () => {
    const [run] = JSON.parse(sarifReport(report, documents, lines, [])).runs;
    expect(run.results).toMatchObject([
      {
        ruleId: 'dangling-reference',
        level: 'note',
        message: { text: `data.key: nobody (${because})` },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region: { startLine: 4 } } }],
      },
    ]);
  });
});
