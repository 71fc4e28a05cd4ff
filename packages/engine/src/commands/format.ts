import { InputError } from '../errors';

/** Throws `InputError` for a `--format` that the command does not have. */
export function requireFormat<const Format extends string>(
  format: string,
  allowed: readonly Format[],
): asserts format is Format {
  if (!allowed.some((one) => one === format))
    throw new InputError(`--format ${format}: allowed are ${allowed.join(', ')}`);
}
