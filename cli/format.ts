import { InputError } from '../lib/errors';

/** Throws `InputError` for a `--format` that the command does not have. */
export function requireFormat(format: string, allowed: readonly string[] = ['text', 'json']): void {
  if (!allowed.includes(format)) throw new InputError(`--format ${format}: allowed are ${allowed.join(', ')}`);
}
