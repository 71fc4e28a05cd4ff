import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM, REPOSITORY, SAMPLE, SAMPLE_DIST } from '../engine';
import { expectTame, Scratch } from './attack';

/** Limits, kills and disks: what the system around a run refuses or takes away. */

const scratch = new Scratch();
afterAll(() => scratch.remove());

/** A line of a shell, in which `$P` is the program and `$OUT` a folder. */
function shell(line: string, cwd = SAMPLE) {
  const env = { ...process.env, P: `${process.execPath} ${PROGRAM}`, OUT: scratch.root };
  return spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8', timeout: 120_000, env });
}

/** The paths and contents of a folder. */
function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path, 'utf8')}`)
    .join('\0');
}

describe('a standard output that goes away', () => {
  test.each([
    'wiring --format json',
    'validate --format json',
    'plan --base ./dist/production/messaging --head dist --format json',
  ])('GIVEN %s into a reader that has gone WHEN it writes THEN it is quiet and ends as by SIGPIPE', (args) => {
    const { stdout, stderr } = shell(`($P ${args}; echo $? >&2) | { exec 0<&-; sleep 3; }`);
    expect([stdout, stderr.trim()]).toEqual(['', '141']);
  });

  test('GIVEN a full device WHEN it is written to THEN a message and exit 2', () => {
    const { status, stderr } = shell('$P wiring > /dev/full');
    expect(stderr).toMatch(/^platform: standard output: ENOSPC/);
    expect(status).toBe(2);
  });

  test('GIVEN no standard input, output or errors WHEN it runs THEN it ends', () => {
    expect(shell('$P validate --list-rules <&- >&- 2>&-').status).toBe(0);
    expect(shell('$P validate --rules schema - <&-').status).toBe(0);
  });
});

describe('limits of the system', () => {
  test.each([
    'validate',
    'plan --base ./dist --head dist',
    'wiring',
    'graph --out $OUT/g.html',
    'validate --format sarif',
  ])('GIVEN 32 open files WHEN %s runs THEN it works or says so', (args) => {
    const { status, stdout, stderr } = shell(`ulimit -n 32; $P ${args}`);
    expectTame({ status, stdout, stderr });
    if (status === 2) expect(stderr).toContain('EMFILE');
  });

  test('GIVEN 32 open files WHEN synth checks THEN it works or says so', () => {
    const { status, stdout, stderr } = shell('ulimit -n 32; $P synth --check', REPOSITORY);
    expectTame({ status, stdout, stderr });
    if (status === 2) expect(stderr).toContain('EMFILE');
  });

  test('GIVEN a limit of 8 KiB on files WHEN a picture is drawn THEN the old one stays, and the limit is told', () => {
    const folder = scratch.folder({ 'g.svg': 'old' });
    const { status, stderr } = shell(`trap '' XFSZ; ulimit -f 8; $P graph --out ${folder}/g.svg`);
    expect(stderr).toContain('EFBIG');
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'g.svg'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['g.svg']);
  });
});

describe('kills', () => {
  const KILLS = 20;

  test(`GIVEN ${KILLS} synths killed at any moment WHEN the folder is looked at THEN it is whole: the old or the new`, async () => {
    const outdir = join(scratch.folder(), 'dist');
    cpSync(join(REPOSITORY, 'dist', 'staging'), join(outdir, 'staging'), { recursive: true });
    const fresh = contents(outdir);
    const edited = join(outdir, 'staging', 'messaging', 'sqs.yaml');
    const makeOld = () => writeFileSync(edited, `${text}# the old tree\n`);
    const text = readFileSync(edited, 'utf8');
    const args = [PROGRAM, 'synth', '--environment', 'staging', '--outdir', outdir];
    const began = Date.now();
    expect(spawnSync(process.execPath, args, { cwd: REPOSITORY }).status).toBe(0);
    const takes = Date.now() - began;
    makeOld();
    const old = contents(outdir);
    for (let round = 0; round < KILLS; round++) {
      makeOld();
      const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: 'ignore' });
      const end = new Promise((resolve) => child.once('close', resolve));
      setTimeout(() => child.kill('SIGKILL'), takes * (0.3 + (0.8 * round) / KILLS));
      await end;
      expect([old, fresh].includes(contents(outdir))).toBe(true);
    }
    expect(spawnSync(process.execPath, args, { cwd: REPOSITORY }).status).toBe(0);
    expect(contents(outdir)).toBe(fresh);
    expect(readdirSync(join(outdir, '..'))).toEqual(['dist']);
  }, 240_000);

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'GIVEN %s WHEN a picture is drawn THEN the old one stays or the new one is whole',
    async (signal) => {
      const folder = scratch.folder({ 'g.svg': 'old' });
      for (const delay of [50, 150, 300, 450]) {
        const child = spawn(process.execPath, [PROGRAM, 'graph', '--out', join(folder, 'g.svg')], {
          cwd: SAMPLE,
          stdio: 'ignore',
        });
        const end = new Promise((resolve) => child.once('close', resolve));
        setTimeout(() => child.kill(signal), delay);
        await end;
        expect(readFileSync(join(folder, 'g.svg'), 'utf8')).toMatch(/^old$|<\/svg>\n$/);
      }
    },
  );
});

describe('disks', () => {
  const mount = join(scratch.root, 'disk');
  mkdirSync(mount);
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', mount]).status === 0;
  if (!isMounted) console.info('no small disk can be mounted here: a full one is not tried');
  afterAll(() => isMounted && spawnSync('umount', [mount]));

  (isMounted ? test : test.skip)(
    'GIVEN a full disk WHEN synth or graph writes THEN what was there stays whole, and it is told',
    () => {
      const outdir = join(mount, 'dist');
      cpSync(join(REPOSITORY, 'dist', 'staging'), join(outdir, 'staging'), { recursive: true });
      writeFileSync(join(mount, 'g.html'), 'old');
      const before = contents(outdir);
      shell(`cat /dev/zero > ${mount}/full`);
      const synth = shell(`$P synth --environment staging --outdir ${outdir}`, REPOSITORY);
      expect([synth.status, synth.stderr]).toEqual([2, expect.stringContaining('no space left on the disk (ENOSPC)')]);
      const graph = shell(`$P graph --out ${mount}/g.html`);
      expect([graph.status, graph.stderr]).toEqual([2, expect.stringContaining('no space left on the disk (ENOSPC)')]);
      expect(contents(outdir)).toBe(before);
      expect(readFileSync(join(mount, 'g.html'), 'utf8')).toBe('old');
      expect(readdirSync(mount).sort()).toEqual(['dist', 'full', 'g.html']);
    },
  );

  test('GIVEN a folder that may not be written WHEN synth or graph writes THEN it is told', () => {
    for (const [args, cwd] of [
      ['synth --environment staging --outdir /proc/1/dist', REPOSITORY],
      ['graph --out /proc/1/g.html', SAMPLE],
      ['graph --out /nowhere/g.html', SAMPLE],
    ] as const) {
      const { status, stdout, stderr } = shell(`$P ${args}`, cwd);
      expectTame({ status, stdout, stderr });
      expect([status, stderr]).toEqual([2, expect.stringContaining('cannot write')]);
    }
    expect(existsSync(SAMPLE_DIST)).toBe(true);
  });
});
