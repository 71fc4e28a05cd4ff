import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'yaml';
import { stringify, stringifyAll } from '../../src/manifests/yaml';

const AMBIGUOUS = [
  ...[
    'on',
    'off',
    'y',
    'N',
    'yes',
    'True',
    '~',
    'null',
    '',
    '0123',
    '0o17',
    '0x1F',
    '0b11',
    '1e3',
    'e3',
    '1_000',
    '.5',
    '.inf',
    'NaN',
  ],
  ...[
    '12:30:45',
    '190:20:30',
    '2001-01-01',
    '=',
    '<<',
    'a: b',
    'a #b',
    'a:',
    '- x',
    '!x',
    '&a',
    '*a',
    '%x',
    '@x',
    '|',
    '>',
    '{a}',
    '[a]',
  ],
  ...[
    ' lead',
    'trail ',
    'a\nb',
    'a\nb\n',
    'a\n\n  b\n',
    '\n',
    'x\n\n',
    '  x\ny',
    'a\r\nb',
    '\ttab',
    'a\tb\nc',
    '---',
    '...',
    "it's",
  ],
  ...[
    '\u2028x',
    '\u0085',
    '\ufeff',
    '\x07',
    '\ud800',
    'é',
    '😀',
    'arn:aws:sqs:us-east-1:123456789012:q',
    '{"a":"b: c #d"}',
  ],
];

const text = fc.oneof(
  fc.constantFrom(...AMBIGUOUS),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'a1: \n-#e._0x\'"\t'.split('')) }),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4 }),
  ),
}));

const readers: [string, (yaml: string) => unknown][] = [
  ['yaml, YAML 1.1', (yaml) => parse(yaml, { version: '1.1' })],
  ['yaml, YAML 1.2', (yaml) => parse(yaml, { version: '1.2' })],
  ['js-yaml, YAML 1.1', (yaml) => load(yaml, { schema: YAML11_SCHEMA })],
  ['js-yaml, YAML 1.2', (yaml) => load(yaml)],
];

describe('YAML writer', () => {
  test.each(readers)('GIVEN any JSON value WHEN written and read by %s THEN it is the same value', (_name, read) => {
    fc.assert(
      fc.property(json, (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(JSON.stringify(read(stringify(plain))))).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test('GIVEN a manifest WHEN written THEN it reads like kubectl output', () => {
    const manifest = { kind: 'A', list: [{ a: 1, b: [] }, 'x'], map: {}, text: 'one\n  two\n', flag: 'yes' };
    expect(stringify(manifest)).toBe(
      "kind: A\nlist:\n- a: 1\n  b: []\n- x\nmap: {}\ntext: |\n  one\n    two\nflag: 'yes'\n",
    );
  });

  test('GIVEN several documents WHEN written THEN --- stands between them', () => {
    expect(stringifyAll([{ a: 1 }, { b: 2 }])).toBe('a: 1\n---\nb: 2\n');
  });

  test.each([[undefined], [Number.NaN], [() => 0]])(
    'GIVEN %p inside a manifest WHEN written THEN it throws',
    (value) => {
      expect(() => stringify({ value })).toThrow('a manifest cannot hold');
    },
  );
});
