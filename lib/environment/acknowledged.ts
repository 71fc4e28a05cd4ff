import { z } from 'zod';
import { environments } from '../../environments';
import { acknowledged } from '../../environments/acknowledged';
import { InputError } from '../errors';
import type { Acknowledgement } from '../plan/guard';

/** What an environment of the repository says is meant; nothing for others. Throws `InputError` for what is no such entry. */
export function acknowledgedIn(name: string): readonly Acknowledgement[] {
  const result = acknowledged.safeParse(environments.find((one) => one.name === name)?.acknowledged ?? []);
  if (result.success) return result.data;
  throw new InputError(`environments/${name}.ts: acknowledged: ${z.prettifyError(result.error)}`);
}
