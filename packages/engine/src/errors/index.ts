/**
 * A mistake in what the platform was given: a flag, a file, a chart, an environment.
 * The message says where, what, and what is allowed; the command line prints it alone and exits with 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Several mistakes are a line each; a line feed in one of them is part of a value. */
  readonly lines: readonly string[];

  constructor(message: string | readonly string[]) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Whether the operating system refused something: a file that is not there, too many open files, a full disk. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return error instanceof Error && typeof syscall === 'string' && /^E[A-Z0-9]+$/.test(code ?? '');
}

/** What the operating system said, in words: `ENOSPC` → `no space left on the disk (ENOSPC)`. */
export function systemMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EAGAIN: 'it has nothing to give now',
    EDQUOT: 'the disk quota is used up',
    EEXIST: 'it exists already',
    EFBIG: 'the file is larger than is allowed',
    EIO: 'reading or writing failed',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links form a loop',
    EMFILE: 'too many open files; ulimit -n says how many are allowed',
    ENAMETOOLONG: 'the name is too long',
    ENFILE: 'too many open files in the whole system',
    ENOBUFS: 'more output than is allowed',
    ENOENT: 'no such file or folder',
    ENOSPC: 'no space left on the disk',
    ENOTDIR: 'part of the path is not a folder',
    ENXIO: 'nothing answers there',
    EPERM: 'operation not permitted',
    EPIPE: 'whoever read it has gone',
    EROFS: 'the file system is read-only',
  };
  return code && words[code] ? `${words[code]} (${code})` : (message ?? String(error));
}
