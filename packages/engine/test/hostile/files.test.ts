import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY, SAMPLE_DIST } from '../engine';
import { attack, NO_FILES, QUEUE, Scratch } from './attack';

/** Links and devices: what stands where a file is wanted. Whatever it is, it is named, and nobody waits for it. */

const scratch = new Scratch();
afterAll(() => scratch.remove());

/** Every option that takes a file, and every folder that is walked, with `x.yaml` where the file stands. */
const OPTIONS: readonly (readonly [option: string, args: (folder: string) => readonly string[]])[] = [
  ['validate PATH', (folder) => ['validate', `${folder}/x.yaml`]],
  ['validate FOLDER', (folder) => ['validate', folder]],
  ['validate --crds', (folder) => ['validate', '--crds', folder, `${folder}/../queue.yaml`]],
  ['validate --transitions', (folder) => ['validate', '--transitions', `${folder}/x.yaml`]],
  ['plan --head', (folder) => ['plan', '--base', `${folder}/../empty`, '--head', folder]],
  ['plan --base', (folder) => ['plan', '--base', folder, '--head', `${folder}/../empty`]],
  ['graph --plan', (folder) => ['graph', '--plan', `${folder}/x.yaml`, '--out', `${folder}/g.html`]],
  ['graph --dist', (folder) => ['graph', '--dist', `${folder}/..`, '--out', `${folder}/g.html`]],
  ['wiring --dist', (folder) => ['wiring', '--dist', `${folder}/..`]],
  ['diff --dist', (folder) => ['diff', '--environment', 'production', '--dist', `${folder}/..`]],
  ['diff --kubeconfig', (folder) => ['diff', '--environment', 'production', '--kubeconfig', `${folder}/x.yaml`]],
];

describe.each(NO_FILES)('GIVEN %s in place of a file', (what, make) => {
  test.each(OPTIONS)('WHEN it is read by %s THEN it is refused', (option, args) => {
    const root = scratch.folder({ 'queue.yaml': QUEUE });
    const folder = join(root, 'production');
    mkdirSync(folder);
    mkdirSync(join(root, 'empty'));
    make(join(folder, 'x.yaml'));
    const { status, stderr } = attack(args(folder));
    // a folder with such a name is walked, and one that is named is read
    const isWalked = what.includes('folder') && !/kubeconfig|transitions|graph --plan/.test(option);
    if (!isWalked)
      expect({ option, status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/x\.yaml|kubectl|no applications/),
      });
  });
});

test('GIVEN links that double with every level WHEN a folder is planned THEN it ends', () => {
  const folder = scratch.folder({ 'd30/x.yaml': QUEUE });
  for (let level = 29; level >= 0; level--) {
    mkdirSync(join(folder, `d${level}`));
    for (const name of ['a', 'b']) symlinkSync(join(folder, `d${level + 1}`), join(folder, `d${level}`, name));
  }
  mkdirSync(join(folder, 'empty'));
  const { status, stderr } = attack(['plan', '--base', `${folder}/empty`, '--head', folder]);
  expect(stderr).toContain('more than 1000 links to folders');
  expect(status).toBe(2);
});

test('GIVEN a link out of the folder WHEN the folder is read THEN what it leads to is not shown', () => {
  const folder = scratch.folder({});
  writeFileSync(join(scratch.root, 'secret.yaml'), 'password: hunter2\n');
  symlinkSync(join(scratch.root, 'secret.yaml'), join(folder, 'x.yaml'));
  for (const args of [
    ['validate', folder],
    ['plan', '--base', folder, '--head', folder],
    ['validate', '--crds', folder, '-'],
  ]) {
    const { status, stdout, stderr } = attack(args, { input: QUEUE });
    expect(stdout + stderr).not.toContain('hunter2');
    expect(stderr).toContain('a link that leads out of');
    expect(status).toBe(2);
  }
});

test.each(['/dev/zero', '/dev/null', '/proc/self/mem', '/proc/kmsg', '/dev/tty'])(
  'GIVEN %s WHEN it is a file option THEN it ends',
  (device) => {
    expect(attack(['graph', '--plan', device, '--out', join(scratch.root, 'g.html')]).status).toBe(2);
    expect(attack(['validate', device]).status).toBe(2);
  },
);

test('GIVEN an endless standard input WHEN it is read THEN no more than a file may hold', () => {
  for (const args of [
    ['validate', '-'],
    ['graph', '--plan', '-', '--out', join(scratch.root, 'g.html')],
  ]) {
    const { status, stderr } = attack(args, { input: Buffer.alloc(70 << 20, '#') });
    expect(stderr).toContain('at most 64 MiB are allowed');
    expect(status).toBe(2);
  }
});

test('GIVEN a terabyte of nothing WHEN it is a file THEN it is refused by its size', () => {
  const folder = scratch.folder({ 'x.yaml': '' });
  truncateSync(join(folder, 'x.yaml'), 1e12);
  expect(attack(['validate', folder]).stderr).toContain('at most 64 MiB are allowed');
});

describe.each(NO_FILES)('GIVEN %s in --outdir', (_what, make) => {
  test('WHEN it is checked or synthesized THEN it ends, and nothing is removed', () => {
    const outdir = join(scratch.folder({}), 'dist');
    cpSync(join(REPOSITORY, 'dist', 'staging'), join(outdir, 'staging'), { recursive: true });
    make(join(outdir, 'staging', 'x.yaml'));
    const synth = ['synth', '--environment', 'staging', '--outdir', outdir];
    attack([...synth, '--check'], { cwd: REPOSITORY });
    const { status, stderr } = attack(synth, { cwd: REPOSITORY });
    if (status !== 0) expect(stderr).toMatch(/x\.yaml/);
  });
});

test('GIVEN a sample of names that mean something elsewhere WHEN files have them THEN they are names', () => {
  const names = [
    '-x.yaml',
    '--format.yaml',
    'a\nb.yaml',
    '::error::.yaml',
    '$(x).yaml',
    '`x`.yaml',
    "'.yaml",
    '\u001b[31m.yaml',
    '\u202e.yaml',
    '__proto__.yaml',
    '%2e%2e.yaml',
    `${'n'.repeat(250)}.yaml`,
  ];
  const bad = QUEUE.replace('queueName', 'queuName');
  const folder = scratch.folder(Object.fromEntries(names.map((name) => [name, bad])));
  for (const format of ['text', 'json', 'sarif']) {
    const { status } = attack(['validate', '--rules', 'schema', '--format', format, folder]);
    expect(status).toBe(1);
  }
  cpSync(join(SAMPLE_DIST, 'production', 'messaging'), join(folder, 'production', 'messaging'), { recursive: true });
  attack(['plan', '--base', folder, '--head', folder]);
});
