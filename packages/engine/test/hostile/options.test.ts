import { attack, Scratch } from './attack';

/** Options and names: values that look like flags, paths, revisions, commands or nothing at all. */

const scratch = new Scratch();
afterAll(() => scratch.remove());

const VALUES = [
  '',
  ' ',
  '-',
  '--',
  '..',
  '-x',
  '--upload-pack=touch /tmp/x',
  '\n::error::x',
  '\u001b[31m',
  '\u202e',
  '$(id)',
  'a'.repeat(100_000),
  '__proto__',
  'HEAD:dist',
  '@{-1}',
  ':/x',
  'main..main',
  '^main',
];

const OPTIONS: readonly (readonly string[])[] = [
  ['validate'],
  ['validate', '--rules'],
  ['validate', '--crds'],
  ['validate', '--transitions'],
  ['validate', '--format'],
  ['plan', '--base'],
  ['plan', '--head'],
  ['graph', '--environment'],
  ['graph', '--out'],
  ['graph', '--plan'],
  ['wiring', '--dist'],
  ['diff', '--environment'],
];

describe.each(OPTIONS.map((args) => [args.join(' '), args] as const))('GIVEN platform %s', (_what, args) => {
  test('WHEN its value is anything THEN it ends with a message, and writes nothing', () => {
    const folder = scratch.folder();
    for (const value of VALUES) {
      const [last, ...others] = [...args].reverse();
      const flag = last!.startsWith('--') ? [...others.reverse(), `${last}=${value}`] : [...args, value];
      const { status, stdout, stderr } = attack(flag, { cwd: folder, input: '' });
      expect(stdout + stderr).not.toBe('');
      if (!isFine(args, value)) expect({ value: value.slice(0, 50), status }).toMatchObject({ status: 2 });
    }
  }, 240_000);
});

/** `-` is an empty standard input, `--` ends the options, and `..` is a folder without manifests. */
function isFine(args: readonly string[], value: string): boolean {
  return value === '-' || value === '--' || (value === '..' && args.length === 1);
}
