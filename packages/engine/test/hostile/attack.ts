import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROGRAM, type Run, SAMPLE } from '../engine';

/** What a busy machine may need for the largest input; who hangs takes longer than any of it. */
const LONGEST_MS = 45_000;
/** Of the heap: an input that is refused needs little. */
const MOST_MB = 1_500;

/** Runs `platform ARGS` on something hostile, and holds against it whatever no input may cause. */
export function attack(
  args: readonly string[],
  { cwd = SAMPLE, input = '', program = PROGRAM }: { cwd?: string; input?: string | Buffer; program?: string } = {},
): Run {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: LONGEST_MS,
    maxBuffer: 1 << 30,
    env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${MOST_MB}` },
  });
  expect({ args: args.map((arg) => arg.slice(0, 100)), signal }).toMatchObject({ signal: null });
  expectTame({ status, stdout, stderr });
  return { status, stdout, stderr };
}

/** Characters that do something where they are printed; a line feed ends a line. */
const ACTIVE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;

/** An exit code that is documented, one message, and nothing that a terminal or the log of a build obeys. */
export function expectTame({ status, stdout, stderr }: Run): void {
  expect([0, 1, 2, 3]).toContain(status);
  expect(stderr).not.toMatch(/^\s+at |unexpected;/m);
  for (const text of [stdout, stderr]) {
    expect(ACTIVE.exec(text)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/^\s*::|##\w*\[/m);
  }
}

/** A folder that goes when the tests of a file end. */
export class Scratch {
  readonly root = mkdtempSync(join(tmpdir(), 'hostile-'));
  private made = 0;

  /** A new folder with files. */
  folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
    const folder = join(this.root, String(this.made++));
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What can stand in a folder under the name of a file and is none. */
export const NO_FILES: readonly (readonly [what: string, make: (path: string) => void])[] = [
  ['a named pipe', (path) => run('mkfifo', path)],
  ['a folder', (path) => mkdirSync(path)],
  ['a socket', (path) => run(process.execPath, '-e', LISTEN, path)],
  ['a link to nothing', (path) => symlinkSync('/nowhere/at/all', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a link to a folder', (path) => symlinkSync(tmpdir(), path)],
  ['a link to an endless device', (path) => symlinkSync('/dev/zero', path)],
  ['a link to a device that gives nothing', (path) => symlinkSync('/dev/null', path)],
];

/** A socket stays when the program that made it is killed. */
const LISTEN = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;

function run(program: string, ...args: readonly string[]): void {
  spawnSync(program, args);
}

export const QUEUE =
  'apiVersion: sqs.services.k8s.aws/v1alpha1\nkind: Queue\nmetadata:\n  name: a\n  namespace: aws\nspec:\n  queueName: a\n';
