import { InputError } from '../lib/errors';

/** Throws `InputError` for a `--format` that is neither text nor json. */
export function requireFormat(format: string): void {
  if (format !== 'text' && format !== 'json') throw new InputError(`--format ${format}: allowed are text, json`);
}
