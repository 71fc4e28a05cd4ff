import { z } from 'zod';
import { InputError } from '../errors';

/**
 * Dangerous effects of a change that are meant: `platform plan` lets them pass. An entry is taken away once the change
 * is merged; plan names those that are stale.
 */
export const acknowledged = z.array(
  z.strictObject({
    /** Group and kind, namespace and name, as plan prints them: `dynamodb.services.k8s.aws/Table aws/orders`. */
    object: z
      .string()
      .regex(/^[a-z0-9.-]*\/[A-Z]\w* \S+$/, "an object looks like 'dynamodb.services.k8s.aws/Table aws/orders'"),
    effect: z.enum(['destroy', 'orphan', 'replace', 'blocked']),
    because: z.string().trim().min(10, 'a reason of at least 10 characters'),
    /** The last day on which it holds. */
    until: z.iso.date('a day looks like 2026-12-31'),
  }),
);

/** What an environment says is meant. Throws `InputError` for what is no such entry. */
export function acknowledgementsOf(environment: {
  readonly name: string;
  readonly acknowledged?: unknown;
}): z.infer<typeof acknowledged> {
  const result = acknowledged.safeParse(environment.acknowledged ?? []);
  if (result.success) return result.data;
  throw new InputError(`environments/${environment.name}.ts: acknowledged: ${z.prettifyError(result.error)}`);
}
