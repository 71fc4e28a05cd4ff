import { InputError } from '../../errors';
import { LARGEST_FILE } from '../../files';
import { MANIFEST_FILE, type ManifestFile, type ManifestFiles, utf8 } from './files';
import { type GitAnswer, runGit } from './run-git';

/** A folder of a git revision, read without checking it out. Throws `InputError`. */
export function gitFiles(root: string, revision: string, folder: string): ManifestFiles {
  const commit = commitOf(root, revision)!;
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
  const main = MAINS.find((name) => run(root, [...VERIFY, `${name}^{commit}`]).status === 0);
  if (main === undefined) throw new InputError('there is no branch origin/main or main to compare with; use --base');
  const { status, stdout } = run(root, ['merge-base', main, 'HEAD']);
  const found = stdout.toString().trim();
  if (status === 0 && found !== '') return found;
  const name = main.replace(/^refs\/\w+\//, '');
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
  throw new InputError(
    isShallow
      ? `the clone is shallow and does not hold the merge base of ${name} and HEAD; run git fetch --unshallow (in a workflow: fetch-depth: 0), or use --base`
      : `${name} and HEAD have no commit in common; use --base`,
  );
}

/** In full: a tag `origin/main` is not the branch. */
const MAINS = ['refs/remotes/origin/main', 'refs/heads/main'];

// not --quiet: it says which names are ambiguous
const VERIFY = ['rev-parse', '--verify', '--end-of-options'];

/**
 * The commit of a revision; undefined for none that is optional. Throws `InputError`, also for one that is ambiguous.
 */
export function commitOf(
  root: string,
  revision: string,
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): string | undefined {
  requireRepository(root);
  const { status, stdout, stderr } = run(root, [...VERIFY, `${revision}^{commit}`]);
  if (status !== 0 && isOptional) return undefined;
  if (status !== 0)
    throw new InputError(
      `--base ${revision}: neither a revision of this repository nor a folder; a branch, a tag, a commit or a folder (./name) is allowed`,
    );
  if (stderr.includes('is ambiguous'))
    throw new InputError(
      `--base ${revision}: more than one branch, tag or commit is called so; say refs/heads/… or refs/tags/…`,
    );
  return stdout.toString().trim();
}

function requireRepository(root: string): void {
  const { status, stderr } = run(root, ['rev-parse', '--git-dir']);
  if (status === 0) return;
  if (stderr.includes('dubious ownership'))
    throw new InputError(
      `${root}: git does not read a repository that belongs to somebody else; if you trust it, git config --global --add safe.directory ${root}`,
    );
  throw new InputError(
    `${root}: not a git repository; name a folder that is shaped like dist with --base (./name or an absolute path)`,
  );
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
      throw new InputError(
        `${file.shown}: git cannot read it (${output.subarray(at, end).toString()}); a partial clone does not have it: git fetch --refetch --no-filter`,
      );
    if (Number(size) > LARGEST_FILE)
      throw new InputError(`${file.shown}: ${size} bytes, at most ${LARGEST_FILE} are allowed in one file`);
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

function run(root: string, args: readonly string[], input = ''): GitAnswer {
  return runGit(['-C', root, ...args], { input });
}
