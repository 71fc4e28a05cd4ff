import { deflateRawSync } from 'node:zlib';
import { attack, QUEUE, Scratch } from './attack';

/** Bombs, depth, size and encodings: texts that are small or plain and become large, deep or something else. */

const scratch = new Scratch();
afterAll(() => scratch.remove());

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const bomb = (levels: number, width: number) =>
  Array.from(
    { length: levels },
    (_, level) =>
      `a${level}: &a${level} [${Array(width)
        .fill(level === 0 ? 'x' : `*a${level - 1}`)
        .join(',')}]`,
  ).join('\n');
const chain = (links: number) =>
  Array.from({ length: links }, (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}`}]`).join(
    '\n',
  );
const json = (value: string) => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":${value}}`;

const TEXTS: readonly (readonly [what: string, name: string, content: () => string | Buffer])[] = [
  ['bomb: nine levels of nine aliases', 'x.yaml', () => `${QUEUE}${bomb(9, 9)}\n`],
  [
    'bomb: many aliases of one long list',
    'x.yaml',
    () => `${QUEUE}l: &l [${'x,'.repeat(2_000)}]\nm: [${'*l,'.repeat(900)}]\n`,
  ],
  [
    'bomb: merges of merges',
    'x.yaml',
    () => `${QUEUE}${bomb(6, 8).replaceAll('[', '{"<<": [').replaceAll(']', ']}')}\n`,
  ],
  ['bomb: an alias of itself', 'x.yaml', () => `${QUEUE}a: &a [*a]\n`],
  ['bomb: 100,000 documents', 'x.yaml', () => '---\n'.repeat(100_000)],
  ['bomb: a compressed file', 'x.yaml', () => deflateRawSync(Buffer.alloc(1 << 20))],
  ['depth: lists in YAML', 'x.yaml', () => `${QUEUE}a: ${nested('[', ']', 50_000)}\n`],
  [
    'depth: maps by indentation',
    'x.yaml',
    () => Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
  ],
  ['depth: a chain of aliases', 'x.yaml', () => `${QUEUE}${chain(900)}\n`],
  ['depth: lists in JSON', 'x.json', () => json(nested('[', ']', 100_000))],
  ['depth: maps in JSON', 'x.json', () => json(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)],
  ['depth: lists of lists of objects', 'x.json', () => nested('{"kind":"List","items":[', ']}', 5_000)],
  ['size: 65 MiB', 'x.yaml', () => Buffer.alloc(65 << 20, 'a')],
  ['size: a line of 8 MB', 'x.yaml', () => `${QUEUE}  policy: ${'a'.repeat(8_000_000)}\n`],
  ['size: a key of 1 MB', 'x.yaml', () => `${QUEUE}  ${'k'.repeat(1_000_000)}: 1\n`],
  [
    'size: 200,000 keys',
    'x.yaml',
    () => `${QUEUE}${Array.from({ length: 200_000 }, (_, n) => `  k${n}: 1`).join('\n')}\n`,
  ],
  ['size: a number of 100,000 digits', 'x.yaml', () => `${QUEUE}  delaySeconds: ${'9'.repeat(100_000)}\n`],
  ['size: line feeds behind JSON', '-', () => `{}${'\n'.repeat(1_000_000)}x`],
  ['size: blanks behind JSON', 'x.json', () => `{}${' '.repeat(1_000_000)}x`],
  ['encoding: UTF-16', 'x.yaml', () => Buffer.from(`\ufeff${QUEUE}`, 'utf16le')],
  ['encoding: Latin-1', 'x.yaml', () => Buffer.from(QUEUE.replace('name: a', 'name: é'), 'latin1')],
  ['encoding: a byte order mark in the middle', 'x.yaml', () => QUEUE.replace('name: a', 'name: "\ufeffa"')],
  ['encoding: overlong', 'x.yaml', () => Buffer.concat([Buffer.from(QUEUE), Buffer.from([0xc0, 0xae, 0x0a])])],
  ['encoding: half a pair', 'x.json', () => json('{"a":"\\ud800"}')],
  ['encoding: zero bytes', 'x.yaml', () => Buffer.concat([Buffer.from(QUEUE), Buffer.alloc(1_000)])],
  ['encoding: line ends of old Macs', 'x.yaml', () => QUEUE.replaceAll('\n', '\r')],
  [
    'encoding: text that turns its direction',
    'x.yaml',
    () => QUEUE.replace('queueName: a', 'queueName: "a\\u202etxet"\n  "k\\u2066": 1'),
  ],
  [
    'encoding: an escape sequence in YAML',
    'x.yaml',
    () => QUEUE.replace('queueName: a', 'queueName: "\\e[2J\\e]0;x\\a"\n  "\\e[31m": 1'),
  ],
  ['names: __proto__ and constructor', 'x.json', () => json('{"__proto__":{"a":1},"constructor":{"prototype":1}}')],
  ['names: an object without any', 'x.yaml', () => 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: null}\n'],
  ['names: lists where texts are wanted', 'x.yaml', () => 'apiVersion: [1]\nkind: {a: b}\nmetadata: [c]\n'],
];

test.each(TEXTS)(
  'GIVEN %s WHEN it is validated, planned, drawn, or stands among CRDs THEN it is judged or refused',
  (_what, name, content) => {
    const text = content();
    const file = name === '-' ? 'x.json' : name;
    const folder = scratch.folder({
      [`old/production/a/${file}`]: QUEUE,
      [`new/production/a/${file}`]: text,
      [`crds/${file}`]: Buffer.concat([Buffer.from(CRD), Buffer.from(text)]),
      'queue.yaml': QUEUE,
    });
    const path = `${folder}/new/production/a/${file}`;
    const alone = name === '-' ? attack(['validate', '-'], { input: text }) : attack(['validate', path]);
    expect(alone.stdout + alone.stderr).not.toBe('');
    attack(['plan', '--base', './old', '--head', 'new', '--format', 'markdown'], { cwd: folder });
    expect(attack(['graph', '--plan', path, '--out', `${folder}/g.html`]).status).toBe(2);
    attack(['validate', '--rules', 'schema', '--crds', `${folder}/crds`, `${folder}/queue.yaml`]);
  },
);

/** Enough of one for its file to be read. */
const CRD = 'spec:\n  group: sqs.services.k8s.aws\n  names:\n    kind: Queue\n---\n';
