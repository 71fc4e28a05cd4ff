import { spawnSync } from 'node:child_process';
import { InputError, systemMessage } from '../../errors';
import { MANIFEST_FILE, type ManifestFile, type ManifestFiles, utf8 } from './files';

/** Enough for all of dist, many times over. */
const MOST_BYTES = 1 << 30;

/** A folder of a git revision, read without checking it out. Throws `InputError`. */
export function gitFiles(root: string, revision: string, folder: string): ManifestFiles {
  const commit = commitOf(root, revision);
  const prefix = git(root, ['rev-parse', '--show-prefix']).toString().trim();
  const listing = git(root, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', `${prefix}${folder}/`]).toString();
  const files = listing.split('\0').flatMap((line): ManifestFile[] => {
    const [, mode, type, id, full] = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/.exec(line) ?? [];
    if (type !== 'blob' || !id || !full || !MANIFEST_FILE.test(full)) return [];
    const path = full.slice(prefix.length + folder.length + 1);
    const shown = `${revision}:${folder}/${path}`;
    if (mode === SYMBOLIC_LINK)
      throw new InputError(`${shown}: a symbolic link, which cannot be followed in a revision`);
    return [{ path, shown, id }];
  });
  if (files.length === 0)
    throw new InputError(
      `--base ${revision}: the revision has no ${folder} with manifests; name one that has, or a folder`,
    );
  return { files, read: (wanted) => readBlobs(root, wanted) };
}

/** https://git-scm.com/docs/gitdatamodel: the mode of a tree's entry. */
const SYMBOLIC_LINK = '120000';

/** Where the branch left main: the base that a review compares with. Throws `InputError` that says what to do. */
export function mergeBase(root: string): string {
  requireRepository(root);
  const main = MAINS.find((name) => succeeds(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]));
  if (main === undefined) throw new InputError(`there is no branch ${MAINS.join(' or ')} to compare with; use --base`);
  const { status, stdout } = run(root, ['merge-base', main, 'HEAD']);
  const found = stdout.toString().trim();
  if (status === 0 && found !== '') return found;
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
  throw new InputError(
    isShallow
      ? `the clone is shallow and does not hold the merge base of ${main} and HEAD; run git fetch --unshallow (in a workflow: fetch-depth: 0), or use --base`
      : `${main} and HEAD have no commit in common; use --base`,
  );
}

const MAINS = ['origin/main', 'main'];

function commitOf(root: string, revision: string): string {
  requireRepository(root);
  const { status, stdout } = run(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (status !== 0)
    throw new InputError(
      `--base ${revision}: neither a folder nor a revision of this repository; a branch, a tag, a commit or a folder is allowed`,
    );
  return stdout.toString().trim();
}

function requireRepository(root: string): void {
  if (!succeeds(root, ['rev-parse', '--git-dir']))
    throw new InputError(`${root}: not a git repository; name a folder that is shaped like dist with --base`);
}

/** Many blobs by one process. */
function readBlobs(root: string, files: readonly ManifestFile[]): ReadonlyMap<ManifestFile, string> {
  if (files.length === 0) return new Map();
  const output = git(root, ['cat-file', '--batch'], files.map(({ id }) => `${id}\n`).join(''));
  const texts = new Map<ManifestFile, string>();
  let at = 0;
  for (const file of files) {
    const end = output.indexOf(10, at);
    const [, type, size] = output.subarray(at, end).toString().split(' ');
    if (type !== 'blob')
      throw new InputError(`${file.shown}: git cannot read it (${output.subarray(at, end).toString()})`);
    const text = utf8(output.subarray(end + 1, end + 1 + Number(size)));
    if (text === undefined) throw new InputError(`${file.shown}: not UTF-8 text`);
    texts.set(file, text);
    at = end + 2 + Number(size);
  }
  return texts;
}

function git(root: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = run(root, args, input);
  if (status !== 0) throw new InputError(`git ${args[0]}: ${stderr.toString().trim()}`);
  return stdout;
}

function succeeds(root: string, args: readonly string[]): boolean {
  return run(root, args).status === 0;
}

function run(root: string, args: readonly string[], input = '') {
  // a hook's or a person's variables must not point git elsewhere
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  const result = spawnSync('git', ['-C', root, ...args], { input, env, maxBuffer: MOST_BYTES });
  if (result.error)
    throw new InputError(`git: ${systemMessage(result.error)}; name a folder that is shaped like dist with --base`);
  return result;
}
