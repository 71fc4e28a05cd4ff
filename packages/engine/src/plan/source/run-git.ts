import { spawnSync } from 'node:child_process';
import { InputError, systemMessage } from '../../errors';

/** Enough for all of dist, many times over. */
const MOST_BYTES = 1 << 30;

/**
 * What no repository decides: a configuration that comes with one may name programs that git starts
 * (https://git-scm.com/docs/git-config). What is set here outweighs every file.
 */
const CONFIGURATION = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.pager': 'cat',
  'core.warnAmbiguousRefs': 'true',
  'diff.external': '',
  'protocol.ext.allow': 'never',
  // a repository that lies as plain files in another one is not taken for one
  'safe.bareRepository': 'explicit',
};

const FLAGS = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...Object.entries(CONFIGURATION).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
];

const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // a clone without all objects fetches them from wherever its configuration says: plan is offline
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  // messages are read
  LC_ALL: 'C',
};

/** A person's own settings, among them the repositories that they trust. */
const KEPT = /^GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\d+)$/;

export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/**
 * The only call of git: with fixed configuration, without hooks, prompts and the network. Values go behind
 * `--end-of-options` or `--`. Throws `InputError` where git cannot be started.
 */
export function runGit(args: readonly string[], { input = '' }: { readonly input?: string } = {}): GitAnswer {
  // a hook's or a person's variables must not point git elsewhere
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || KEPT.test(name));
  const env = { ...Object.fromEntries(inherited), ...ENVIRONMENT };
  const { error, status, stdout, stderr } = spawnSync('git', [...FLAGS, ...args], {
    input,
    env,
    maxBuffer: MOST_BYTES,
  });
  if (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(code === 'ENOENT' ? 'there is no git on the PATH' : `git: ${systemMessage(error)}`);
  }
  return { status, stdout, stderr };
}
