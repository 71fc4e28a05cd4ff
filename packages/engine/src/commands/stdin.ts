import { readFileSync } from 'node:fs';
import { InputError, systemMessage } from '../errors';

/** Everything on standard input. Throws `InputError`. */
export function readStdin(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new InputError(`-: ${systemMessage(error)}`);
  }
}
