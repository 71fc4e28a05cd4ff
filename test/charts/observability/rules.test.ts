import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { environments } from '../../../environments';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { metricsOf, promqlProblem, secondsOf, windowsOf } from '../../../packages/engine/src/promql';
import { ROOT } from '../../repository';
import { ALERT_CASES, type Series } from './alert-cases';
import { hasPromtool, runPromtool } from './promtool';

interface WrittenRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly annotations?: Readonly<Record<string, string>>;
}
interface WrittenRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly WrittenRule[] }[];
}

const configurationsOf = (name: string) =>
  readManifests(join(ROOT, 'dist', name))
    .filter(({ kind }) => kind === 'RuleGroupsNamespace')
    .map((manifest) => (manifest['spec'] as { configuration: string }).configuration);
const rulesOf = (name: string) =>
  configurationsOf(name).flatMap((text) => (parse(text) as WrittenRules).groups.flatMap(({ rules }) => rules));
const alertsOf = (name: string) => rulesOf(name).flatMap(({ alert }) => alert ?? []);

const names = environments.map(({ name }) => name);

describe.each(names)('the rules of %s', (name) => {
  test('GIVEN alerts and runbooks WHEN they are matched THEN each has the other', () => {
    const runbooks = readdirSync(join(ROOT, 'docs', 'runbooks'))
      .filter((file) => file !== 'README.md')
      .map((file) => file.replace(/\.md$/, ''));
    expect(alertsOf(name).sort()).toEqual(runbooks.sort());
  });

  test('GIVEN an alert WHEN its link is followed THEN it ends at its runbook', () => {
    for (const { alert, annotations } of rulesOf(name))
      if (alert) expect(annotations?.['runbook_url']).toMatch(new RegExp(`^https://.*/docs/runbooks/${alert}\\.md$`));
  });

  test("GIVEN every query WHEN Prometheus's grammar reads it THEN it parses", () => {
    const rules = rulesOf(name);
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.flatMap(({ expr }) => promqlProblem(expr) ?? [])).toEqual([]);
  });
});

test('GIVEN a runbook WHEN it is read THEN it says what to look at, what to do, and how to know that it is over', () => {
  for (const file of readdirSync(join(ROOT, 'docs', 'runbooks'))) {
    if (file === 'README.md') continue;
    const text = readFileSync(join(ROOT, 'docs', 'runbooks', file), 'utf8');
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    expect([file, ...headings]).toEqual([file, file.replace(/\.md$/, ''), 'Look at', 'Do', 'It is over when']);
    for (const part of text.split(/^## .*$/m).slice(1)) expect(part.trim().length).toBeGreaterThan(10);
  }
});

test('GIVEN an alert WHEN its cases are looked for THEN there is one that makes it fire and one that does not', () => {
  expect(Object.keys(ALERT_CASES).sort()).toEqual(alertsOf('production').sort());
});

describe('promql', () => {
  test.each([
    ['1h30m', 5_400],
    ['5m', 300],
    ['0s', 0],
    ['250ms', 0.25],
    ['soon', undefined],
    ['', undefined],
    ['1m1h', undefined],
  ])('GIVEN the time %s WHEN it is read THEN it is %s seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test('GIVEN windows and subqueries WHEN a query is read THEN all are found', () => {
    expect(windowsOf('rate(a[5m]) + max_over_time(rate(b[1h])[1d:5m]) + c offset 1w')).toEqual([300, 86_400, 3_600]);
  });

  test('GIVEN matchers and groupings WHEN a query is read THEN they are labels of the metrics inside', () => {
    expect(metricsOf('sum by (a) (x{b="1"}) / on (c) sum without (d) (y)')).toEqual([
      { metric: 'x', labels: ['b', 'a', 'c'] },
      { metric: 'y', labels: ['c'] },
    ]);
  });

  test.each(['sum(rate(a[5m])', 'a{b="c}', 'a{b=c}', 'sum(', ')', '', ' ', 'a[5m', 'by (x) (a)', 'a and'])(
    'GIVEN %j WHEN it is parsed THEN a problem is found',
    (query) => expect(promqlProblem(query)).toBeDefined(),
  );
});

const withPromtool = hasPromtool() ? describe : describe.skip;
if (!hasPromtool()) console.warn('promtool is not there (package prometheus): its checks are skipped');

withPromtool('what promtool says', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (file: string, text: string) => {
    const path = join(folder, file);
    writeFileSync(path, text);
    return path;
  };

  test.each(names)('GIVEN the rules of %s WHEN they are checked THEN they are right', (name) => {
    for (const [index, text] of configurationsOf(name).entries())
      expect(runPromtool('check', 'rules', write(`${name}-${index}.yaml`, text))).toContain('SUCCESS');
  });

  test('GIVEN wrong rules WHEN they are checked THEN it says so', () => {
    const wrong = { groups: [{ name: 'a', rules: [{ alert: 'A', expr: 'rate(a)' }] }] };
    expect(() => runPromtool('check', 'rules', write('wrong.yaml', stringify(wrong)))).toThrow(/expected type range/);
  });

  test('GIVEN the cases of every alert WHEN time passes THEN it fires where it should, and only there', () => {
    const rules = write('rules.yaml', configurationsOf('production')[0]!);
    const tests = Object.entries(ALERT_CASES).flatMap(([alert, { fires, quiet, after }]) => [
      unitTest(`${alert} fires`, alert, fires, after, 1),
      unitTest(`${alert} is quiet`, alert, quiet, after, 0),
    ]);
    const path = write('cases.yaml', stringify({ rule_files: [rules], evaluation_interval: '1m', tests }));
    expect(runPromtool('test', 'rules', path)).toContain('SUCCESS');
  }, 120_000);
});

function unitTest(name: string, alert: string, series: Series, after: string, firing: 0 | 1): object {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(series).map(([one, values]) => ({ series: one, values })),
    promql_expr_test: [
      {
        expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
        eval_time: after,
        exp_samples: [{ labels: '{}', value: firing }],
      },
    ],
  };
}
