import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, platform, REPOSITORY, SAMPLE_DIST } from '../engine';

const QUEUE = 'apiVersion: sqs.services.k8s.aws/v1alpha1\nkind: Queue\nmetadata:\n  name: a\nspec:\n  queueName: a\n';

describe('platform validate', () => {
  const work = mkdtempSync(join(tmpdir(), 'validate-'));
  afterAll(() => rmSync(work, { recursive: true }));

  function file(name: string, content: string | Buffer): string {
    const path = join(work, name);
    writeFileSync(path, content);
    return path;
  }

  function copyOfDist(): string {
    const copy = mkdtempSync(join(work, 'dist-'));
    cpSync(SAMPLE_DIST, copy, { recursive: true });
    return copy;
  }

  interface Sarif {
    readonly version: string;
    readonly runs: {
      readonly tool: { readonly driver: { readonly rules: { readonly id: string }[] } };
      readonly results: {
        readonly ruleId: string;
        readonly level: string;
        readonly suppressions?: object[];
        readonly locations: { readonly physicalLocation: { readonly region: { readonly startLine: number } } }[];
      }[];
    }[];
  }

  interface Report {
    readonly results: {
      file: string;
      index: number;
      name: string;
      valid: boolean;
      errors: { rule: string; path: string; message: string }[];
    }[];
    readonly summary: object;
  }
  const json = (...args: string[]): Report => JSON.parse(platform(['validate', '--format', 'json', ...args]).stdout);

  test('GIVEN dist WHEN validated THEN everything is valid', () => {
    const { status, stdout } = platform(['validate']);
    expect(stdout).toMatch(/\n\d+ manifests in \d+ files: \d+ valid, 0 invalid\n$/);
    expect(status).toBe(0);
  });

  test('GIVEN several documents, lists and formats WHEN validated THEN there is one result each, in order', () => {
    const list = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [1, 2].map((n) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `m${n}` } })),
    });
    const { results, summary } = json(
      '--rules',
      'schema',
      file('many.yaml', `\ufeff---\n${QUEUE}---\n# nothing\n---\n${QUEUE.replaceAll(': a\n', ': b\n')}`),
      file('list.json', list),
      file('lines.ndjson', `${JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })}\n\n`),
    );
    expect(
      results.map(({ file: path, index, name, valid }) => `${path.split('/').at(-1)} ${index} ${name} ${valid}`),
    ).toEqual([
      'many.yaml 0 a true',
      'many.yaml 1 b true',
      'list.json 0 m1 true',
      'list.json 1 m2 true',
      'lines.ndjson 0 x true',
    ]);
    expect(summary).toEqual({ total: 5, valid: 5, invalid: 0 });
  });

  test('GIVEN mistakes WHEN validated for people THEN each has its file, line, object, path and rule', () => {
    const path = file('bad.yaml', `${QUEUE}  queuName: b\n  delaySeconds: 5\n`);
    const { status, stdout } = platform(['validate', '--rules', 'schema', path]);
    expect(stdout).toContain('  7: Queue a, spec.queuName: unknown field [unknown-field]');
    expect(stdout).toContain('  8: Queue a, spec.delaySeconds: must be string, got 5 [type]');
    expect(stdout).toContain('1 manifests in 1 files: 0 valid, 1 invalid');
    expect(status).toBe(1);
  });

  test('GIVEN standard input WHEN validated THEN it is read as YAML or JSON', () => {
    const run = (input: string) =>
      spawnSync(process.execPath, [PROGRAM, 'validate', '--rules', 'schema', '-'], {
        input,
        encoding: 'utf8',
      }).status;
    expect([
      run(QUEUE),
      run('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}'),
      run('{"kind":"Queue"}'),
    ]).toEqual([0, 0, 1]);
  });

  test('GIVEN a copy of dist with a fault WHEN validated THEN it is found once, with its file, line and path', () => {
    const copy = copyOfDist();
    const sns = join(copy, 'production', 'messaging', 'sns.yaml');
    const text = readFileSync(sns, 'utf8').replace('name: user-events\n---', 'name: user-event\n---');
    writeFileSync(sns, text);
    const line = text.slice(0, text.indexOf('topicRef:')).split('\n').length;
    const { status, stdout } = platform(['validate', copy]);
    expect(status).toBe(1);
    const found = stdout.split('\n').filter((line) => line.endsWith('[dangling-reference]'));
    expect(found).toEqual([
      `  ${line}: Subscription aws/user-events-to-user-event-processing, spec.topicRef: there is no sns.services.k8s.aws/Topic aws/user-event [dangling-reference]`,
    ]);
    expect(stdout).toMatch(/\n\d+ manifests in \d+ files: \d+ valid, 1 invalid\n$/);
  });

  test('GIVEN a file that cannot be read WHEN validated THEN it is named before those that refer to what it held', () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'unread-')), 'production');
    cpSync(join(SAMPLE_DIST, 'production'), copy, { recursive: true });
    writeFileSync(join(copy, 'messaging/sqs.yaml'), 'a: [');
    const { status, stdout } = platform(['validate', copy]);
    const [file, finding, ...others] = stdout.split('\n');
    expect(file).toMatch(/messaging\/sqs\.yaml$/);
    expect(finding).toContain('[syntax]');
    expect(others.join('\n')).toContain('the tree has no such Queue [dangling-reference]');
    expect(status).toBe(1);
    rmSync(join(copy, '..'), { recursive: true });
  });

  test('GIVEN one file of an environment WHEN validated THEN what it refers to is found in the others', () => {
    const { status, stdout } = platform(['validate', join(SAMPLE_DIST, 'production', 'messaging', 'sns.yaml')]);
    expect(stdout).toMatch(/\n\d+ manifests in 1 files: \d+ valid, 0 invalid\n$/);
    expect(status).toBe(0);
  });

  test('GIVEN a group of rules WHEN validated THEN no other rule speaks', () => {
    const path = file('lonely.yaml', `${QUEUE}  queuName: b\n`);
    const rulesOf = (group: string) =>
      json('--rules', group, path).results.flatMap(({ errors }) => errors.map(({ rule }) => rule));
    expect(rulesOf('schema')).toEqual(['unknown-field']);
    expect(rulesOf('policy')).toEqual(
      expect.arrayContaining(['stateful-retained', 'encrypted-at-rest', 'tls-only', 'dead-letter']),
    );
    expect(rulesOf('references,ownership')).toEqual([]);
  });

  test('GIVEN findings and exceptions WHEN written as SARIF THEN each is a result of a listed rule', () => {
    const copy = copyOfDist();
    const sqs = join(copy, 'production', 'messaging', 'sqs.yaml');
    const text = readFileSync(sqs, 'utf8');
    writeFileSync(
      sqs,
      text
        .replace(/ {2}redrivePolicy: .*order-processing-dlq.*\n/, '')
        .replace(
          'services.k8s.aws/region: us-east-1\n  labels:\n    app.kubernetes.io/component: sqs\n    app.kubernetes.io/part-of: messaging\n  name: order-processing\n',
          (found) => `exception.platform.company.com/dead-letter: messages may be lost\n    ${found}`,
        )
        .replace(/ {2}kmsMasterKeyID: .*\n/, ''),
    );
    const { status, stdout } = platform(['validate', '--format', 'sarif', copy]);
    expect(status).toBe(1);
    const { version, runs } = JSON.parse(stdout) as Sarif;
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs as [Sarif['runs'][0]];
    const known = new Set(tool.driver.rules.map(({ id }) => id));
    expect(results.every(({ ruleId }) => known.has(ruleId))).toBe(true);
    expect(
      results.filter(({ level, suppressions }) => level === 'error' && !suppressions).map(({ ruleId }) => ruleId),
    ).toEqual(['encrypted-at-rest']);
    expect(results.flatMap(({ suppressions = [] }) => suppressions)).toContainEqual({
      kind: 'inSource',
      justification: 'messages may be lost',
    });
    for (const { locations } of results) expect(locations[0]!.physicalLocation.region.startLine).toBeGreaterThan(0);
  });

  test('GIVEN the rules WHEN listed THEN each has an id of its own, a reason and a link, and docs/rules.md is current', () => {
    const rules = JSON.parse(platform(['validate', '--list-rules', '--format', 'json']).stdout) as Record<
      string,
      string
    >[];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { reason, link } of rules) {
      expect(reason).toMatch(/^.{20,}\.$/);
      expect(link).toMatch(/^https:\/\//);
    }
    const page = platform(['validate', '--list-rules', '--format', 'markdown']).stdout;
    expect(readFileSync(join(REPOSITORY, 'docs', 'rules.md'), 'utf8')).toBe(page);
  });

  test('GIVEN updates WHEN judged THEN a change of an immutable field is refused', () => {
    const queue = (queueName: string) => ({
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      metadata: { name: 'a' },
      spec: { queueName },
    });
    const path = file(
      'updates.ndjson',
      [
        ['a', 'a'],
        ['a', 'b'],
      ]
        .map(([old, next]) => JSON.stringify({ old: queue(old!), new: queue(next!) }))
        .join('\n'),
    );
    const { results } = JSON.parse(platform(['validate', '--format', 'json', '--transitions', path]).stdout) as Report;
    expect(results.map(({ valid, errors }) => [valid, errors[0]?.rule])).toEqual([
      [true, undefined],
      [false, 'cel-transition'],
    ]);
  });

  test('GIVEN an unknown kind WHEN validated THEN it is an error that names it, unless unknown kinds are ignored', () => {
    const path = file('unknown.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\n');
    expect(platform(['validate', path]).stdout).toContain('no schema describes Widget of example.com/v1');
    expect(platform(['validate', '--ignore-unknown-kinds', path]).status).toBe(0);
  });

  describe('bad input: a finding or exit 2, never a crash or a hang', () => {
    const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;
    const aliases = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${`*${'abcdefgh'[n]},`.repeat(9)}]`),
    ].join('\n');
    const cases: [string, string, string | Buffer, number, string][] = [
      ['YAML that does not parse', 'parse.yaml', 'a: [1, 2\nb: 3\n', 1, 'line 2, column 1'],
      ['a tab', 'tab.yaml', 'a:\n\t- b\n', 1, 'line 2, column 1: tab characters'],
      ['duplicate keys', 'duplicate.yaml', 'a: 1\nb: 2\na: 3\n', 1, 'line 3, column 1: duplicated mapping key'],
      [
        'duplicate keys in JSON',
        'duplicate.json',
        '{"a": {"b": 1,\n "b": 2}}',
        1,
        'line 2, column 2: the key "b" stands twice',
      ],
      ['JSON cut short', 'cut.json', '{"a": 1', 1, 'line 1'],
      ['an empty file', 'empty.yaml', '', 0, '0 manifests'],
      ['only comments', 'comments.yaml', '# a\n---\n# b\n', 0, '0 manifests'],
      ['a scalar', 'scalar.yaml', 'hello\n', 1, 'a manifest is a map'],
      ['a deeply nested list', 'deep.yaml', `a: ${nested('[', ']', 100_000)}`, 1, '[syntax]'],
      [
        'deeply nested JSON',
        'deep.json',
        `{"apiVersion":"v1","kind":"ConfigMap","a":${nested('[', ']', 100_000)}}`,
        1,
        '[syntax]',
      ],
      [
        'an alias bomb',
        'bomb.yaml',
        `apiVersion: v1\nkind: ConfigMap\n${aliases}\n`,
        1,
        'aliases expand to more than 1000000 values',
      ],
      ['an unknown anchor', 'anchor.yaml', 'a: *b\n', 1, 'line 1'],
      ['a binary file', 'binary.yaml', Buffer.from([0x61, 0x3a, 0x20, 0x00, 0x01]), 1, 'line 1'],
      ['text that is not UTF-8', 'latin.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]), 2, 'not UTF-8 text'],
      [
        'a prototype key',
        'proto.json',
        '{"apiVersion":"sqs.services.k8s.aws/v1alpha1","kind":"Queue","metadata":{"name":"a"},"__proto__":{"x":1},"spec":{"queueName":"a"}}',
        1,
        '__proto__',
      ],
      [
        'a group that leads out of the folder',
        'group.yaml',
        'apiVersion: ../../package/v1\nkind: Queue\nmetadata: {name: a}\n',
        1,
        'no schema describes',
      ],
    ];
    test.each(cases)('GIVEN %s THEN it says so', (_what, name, content, expected, message) => {
      const { status, stdout, stderr } = platform(['validate', file(name, content)]);
      expect(stdout + stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(expected);
    });

    test('GIVEN links in circles WHEN a folder is validated THEN it ends', () => {
      const folder = join(work, 'links');
      mkdirSync(folder);
      symlinkSync(folder, join(folder, 'self'));
      symlinkSync(join(folder, 'two.yaml'), join(folder, 'one.yaml'));
      symlinkSync(join(folder, 'one.yaml'), join(folder, 'two.yaml'));
      expect(platform(['validate', folder]).status).toBe(2);
    });

    test.each([
      ['a path that is not there', ['/nowhere'], '/nowhere: no such file or folder (ENOENT)'],
      ['an unknown group of rules', ['--rules', 'schema,magic'], "there is no group 'magic'"],
      ['a folder of CRDs that is not there', ['--crds', '/nowhere'], '--crds /nowhere: no such file or folder'],
      ['paths beside transitions', ['--transitions', 'a', 'b'], 'name no paths with it'],
    ])('GIVEN %s THEN exit 2', (_what, args, message) => {
      const { status, stderr } = platform(['validate', ...args]);
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    });

    test('GIVEN a broken CRD WHEN a kind of it is validated THEN exit 2, naming the file', () => {
      const crds = join(work, 'crds');
      mkdirSync(crds);
      writeFileSync(
        join(crds, 'broken.yaml'),
        'kind: CustomResourceDefinition\nspec:\n  group: sqs.services.k8s.aws\n  names:\n    kind: Queue\n  versions: 3\n',
      );
      const { status, stderr } = platform(['validate', '--crds', crds, file('queue.yaml', QUEUE)]);
      expect(stderr).toContain('broken.yaml: not a whole CustomResourceDefinition');
      expect(status).toBe(2);
    });
  });
});
