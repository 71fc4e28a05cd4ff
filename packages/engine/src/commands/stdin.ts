import { readOpenFile } from '../files';

/** Everything on standard input, as much as a file may hold. Throws `InputError`. */
export function readStdin(): Buffer {
  return readOpenFile(0, '-');
}
