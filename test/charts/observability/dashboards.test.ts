import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DASHBOARDS } from '../../../grafana/dashboards';
import { files } from '../../../grafana/files';
import { dashboard } from '../../../grafana/panels';
import { objectMetricProblem } from '../../../packages/engine/src/aws/object-metrics';
import { metricsOf, promqlProblem } from '../../../packages/engine/src/promql';
import { ROOT } from '../../repository';
import { hasPromtool, runPromtool } from './promtool';

/** Grafana puts a window in its place. */
const asPrometheus = (query: string) => query.replaceAll('$__rate_interval', '5m');
const queries = DASHBOARDS.flatMap(({ uid, rows }) =>
  Object.values(rows)
    .flat()
    .flatMap(({ title, queries: own }) =>
      own.flatMap((query) => ('promql' in query ? [[`${uid}: ${title}`, asPrometheus(query.promql)] as const] : [])),
    ),
);

describe('dashboards', () => {
  test('GIVEN the dashboards WHEN they are rendered THEN the committed files are what follows', () => {
    const expected = files();
    for (const [path, text] of Object.entries(expected))
      expect([path, existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8') === text]).toEqual([
        path,
        true,
      ]);
    const pictures = readdirSync(join(ROOT, 'docs', 'dashboards')).map((file) => `docs/dashboards/${file}`);
    expect(pictures.sort()).toEqual(
      Object.keys(expected)
        .filter((path) => path.endsWith('.svg'))
        .sort(),
    );
  });

  test.each(queries)("GIVEN the query of %s WHEN Prometheus's grammar reads it THEN it parses", (_panel, query) => {
    expect(promqlProblem(query)).toBeUndefined();
    expect(metricsOf(query).map(({ metric, labels }) => objectMetricProblem(metric, labels))).toEqual(
      metricsOf(query).map(() => undefined),
    );
  });

  test('GIVEN panels of a dashboard WHEN they are laid out THEN none covers another, and none reaches over the edge', () => {
    for (const props of DASHBOARDS) {
      const taken = new Set<string>();
      for (const { gridPos, title } of dashboard(props).panels ?? []) {
        const { x, y, w, h } = gridPos!;
        expect([title, x + w <= 24]).toEqual([title, true]);
        for (let row = y; row < y + h; row++)
          for (let column = x; column < x + w; column++) {
            expect([title, taken.has(`${column},${row}`)]).toEqual([title, false]);
            taken.add(`${column},${row}`);
          }
      }
    }
  });

  test('GIVEN what was asked for WHEN dashboards are listed THEN each is there', () => {
    expect(DASHBOARDS.map(({ title }) => title)).toEqual([
      'Platform overview',
      'AWS objects',
      'Messaging',
      'Data',
      'Argo CD',
      'Jenkins',
      'Karpenter',
      'Cost',
    ]);
  });

  (hasPromtool() ? test : test.skip)('GIVEN every query WHEN promtool checks it as a rule THEN it is right', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
    const rules = queries.map(([, expr], index) => ({ record: `panel_${index}`, expr }));
    const file = join(folder, 'queries.yaml');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'panels', rules }] }));
    expect(runPromtool('check', 'rules', file)).toContain(`${queries.length} rules found`);
    rmSync(folder, { recursive: true });
  });
});
