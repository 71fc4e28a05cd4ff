/**
 * A mistake in what the platform was given: a flag, a file, a chart, an environment.
 * The message says where, what, and what is allowed; the command line prints it alone and exits with 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What the operating system said, in words: `ENOSPC` → `no space left on the disk (ENOSPC)`. */
export function systemMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EDQUOT: 'the disk quota is used up',
    EEXIST: 'it exists already',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links form a loop',
    ENOENT: 'no such file or folder',
    ENOSPC: 'no space left on the disk',
    ENOTDIR: 'part of the path is not a folder',
    EPERM: 'operation not permitted',
    EROFS: 'the file system is read-only',
  };
  return code && words[code] ? `${words[code]} (${code})` : (message ?? String(error));
}
