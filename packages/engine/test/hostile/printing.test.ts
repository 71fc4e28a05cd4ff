import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceText } from '../../src/conformance';
import { diffReport } from '../../src/diff';
import { documentsOf } from '../../src/manifests/documents';
import { stringifyAll } from '../../src/manifests/yaml';
import { PLAN_FORMATS, renderPlan } from '../../src/plan';
import { plan } from '../../src/plan/report';
import { code, jsonText, plain, printable, textOf } from '../../src/printing';
import { Tree } from '../../src/relations/tree';
import { renderStartup, Startup } from '../../src/startup';
import { inputOf, REPORT_FORMATS, renderReport, validate } from '../../src/validate';
import { renderWiring, WIRING_FORMATS, wiringTable } from '../../src/wiring';
import { SAMPLE_DIST } from '../engine';
import { facts } from '../fixtures/facts';
import { filesOf, schemas } from '../plan/files';

/** Every string of a manifest in turn (keys, values, names, files) does what it can where it is printed. */
const HOSTILE = [
  '\nINJECTED ::error::x',
  '\r::error file=a::x',
  '\u001b]0;INJECTED\u0007\u001b[2J\u009b31m',
  '\u202e\u2066\u200f\u2028\ufeff\u{e0041}',
  '\n\n# INJECTED\n\n```\n@everyone #1 GH-2 www.evil.example https://evil.example\n',
  '</summary></code><img src=x onerror=INJECTED> | a | b |\n---\n',
  '##[error]INJECTED ##vso[task.setvariable]INJECTED ##teamcity[x]',
  'x ` `` ``` [INJECTED](https://evil.example) ![x](y) *a* _b_ ~~c~~ $d$',
] as const;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A value for every string in it: with that string, as a key or as a value, ending in something hostile. */
function* poisoned(value: Json, poison: string): Generator<Json> {
  if (typeof value === 'string') yield value + poison;
  else if (Array.isArray(value)) {
    for (const [position, item] of value.entries())
      for (const changed of poisoned(item, poison)) yield value.with(position, changed);
  } else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      yield { ...others, [key + poison]: part };
      for (const changed of poisoned(part, poison)) yield { ...value, [key]: changed };
    }
}

/** One line a fact: no control, nothing that hides, no command of a build's log, no line that a value began. */
function expectTame(text: string): void {
  expect(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(text)?.[0]).toBeUndefined();
  expect(text).not.toMatch(/^\s*::|##\w*\[/m);
  expect(text).not.toMatch(/^\W*INJECTED/m);
}

/** Besides: no markup, mention, reference or link of a value, and every fold closed on its line. */
function expectTameMarkdown(text: string): void {
  expectTame(text);
  expect(text).not.toMatch(/@(?!&#8203;)\w|<img|```|~~|\$|\]\(https:\/\/evil|https?:\/\/evil|www\.evil/);
  for (const line of text.split('\n').filter((one) => one.includes('<summary>'))) expect(line).toMatch(/<\/summary>$/);
  for (const line of text.split('\n').filter((one) => one.startsWith('| ')))
    expect(line.match(/(?<!\\)\|/g)!.length).toBe(line.match(/(?<!\\)\|/g)!.length < 5 ? 4 : 7);
}

function expectTameJson(text: string): void {
  expectTame(text);
  expect(() => JSON.parse(text)).not.toThrow();
}

const text = readFileSync(join(SAMPLE_DIST, 'production', 'messaging', 'sns.yaml'), 'utf8');
const [sound] = documentsOf({ file: 'sns.yaml', text }).filter(
  ({ value }) => (value as { kind?: string }).kind === 'Subscription',
);
const object = {
  ...(sound!.value as Record<string, Json>),
  metadata: {
    ...((sound!.value as Record<string, Json>)['metadata'] as Record<string, Json>),
    annotations: { 'exception.example.com/dead-letter': 'a reason of some length', note: 'a' },
  },
} as Json;

describe.each(HOSTILE)('GIVEN a manifest with %j in one of its strings', (poison) => {
  const all = [...poisoned(object, poison)];

  test('WHEN it is validated THEN no format lets it do anything', () => {
    expect(all.length).toBeGreaterThan(20);
    for (const value of all) {
      const source = { file: `a${poison}.json`, text: JSON.stringify(value) };
      const input = inputOf([source], [source.file]);
      const report = validate(input, { schemas });
      for (const format of REPORT_FORMATS) {
        const printed = renderReport(report, input, format);
        if (format === 'text') expectTame(printed);
        else expectTameJson(printed);
      }
    }
  });

  test('WHEN it comes, changes or goes THEN no format of a plan or a diff lets it do anything', () => {
    const tree = (value: Json) => filesOf({ [`production${poison}/messaging/a${poison}.yaml`]: stringifyAll([value]) });
    for (const value of all.filter(isManifest))
      for (const [base, head] of [
        [tree(value), tree(object)],
        [tree(object), tree(value)],
      ] as const) {
        const planned = plan(base, head, {
          schemas,
          acknowledged: () => [{ object: poison, effect: 'destroy', because: poison, until: '2026-12-31' }],
          today: '2026-11-23',
        });
        for (const format of PLAN_FORMATS) {
          const printed = renderPlan(planned, format);
          if (format === 'text') expectTame(printed);
          else if (format === 'markdown') expectTameMarkdown(printed);
          else expectTameJson(printed);
        }
        const cluster = { context: poison, name: poison, server: poison };
        const applications = [{ name: 'messaging', objects: 1, differences: planned.changes.length }];
        const diff = {
          environment: poison,
          cluster,
          applications,
          changes: planned.changes,
          remarks: planned.summary.remarks,
        };
        expectTame(diffReport(diff, false));
        for (const sequence of diffReport(diff, true).split('\u001b').slice(1))
          expect(sequence).toMatch(/^\[(?:0m|\d+(?:;1)?m\w+ *$)/);
      }
  });

  test('WHEN its wiring is listed THEN no format lets it do anything', () => {
    for (const value of all.filter(isManifest)) {
      const objects = [value, object].map((manifest) => ({ manifest: manifest as never, application: '' }));
      const rows = wiringTable(new Tree(objects, facts));
      for (const format of WIRING_FORMATS) {
        const printed = renderWiring(rows, 'production', format);
        if (format === 'text') expectTame(printed);
        else if (format === 'markdown') expectTame(printed);
        else expectTameJson(printed);
      }
    }
  });

  test('WHEN its start is told THEN no format lets it do anything', () => {
    for (const value of all.filter(isManifest)) {
      const objects = [value, object].map((manifest) => ({ manifest: manifest as never, application: poison }));
      const startup = new Startup(new Tree(objects, facts));
      expectTame(renderStartup(startup, poison, 'text'));
      expectTame(renderStartup(startup, poison, 'text', 1));
      expectTameJson(renderStartup(startup, poison, 'json'));
    }
  });

  test('WHEN it is a value of a document, a line or a span THEN it does nothing', () => {
    const comparison = {
      path: poison,
      status: 'deviated',
      document: poison,
      platform: poison,
      deviation: { chosen: poison, because: poison, source: poison },
    } as const;
    expectTame(conformanceText([comparison]));
    expectTame(textOf([poison, { before: poison, word: 'x', color: '31', after: poison }]));
    expectTame(printable(poison));
    expectTameMarkdown(`${plain(poison)}\n${code(poison)}\n<summary>${code(poison)}</summary>`);
    expect(JSON.parse(jsonText({ [poison]: poison }))).toEqual({ [poison]: poison });
  });
});

function isManifest(value: Json): boolean {
  const { apiVersion, kind, metadata } = value as Record<string, Json>;
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof (metadata as { name?: Json } | undefined)?.name === 'string'
  );
}
