import { z } from 'zod';

/** What runs in the cluster on the platform's behalf. */
export const controllers = z.strictObject({
  /** Of each program that the API server asks before it takes an object: while none of them answers, it takes none. */
  webhookReplicas: z.int().min(1).max(3),
});
