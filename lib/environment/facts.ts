import type { Environment } from '../../environments';
import type { Facts, PendingObject } from '../rules/facts';

/** What validation knows of an environment besides its manifests. */
export function factsOf({ account, region, outputs }: Environment, pending: readonly PendingObject[]): Facts {
  return { account, region, bootstrap: new Set(textsIn(outputs)), pending };
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part);
}
