import { z } from 'zod';

/** The GraphQL API, which the platform can do without. */
export const appSync = z.strictObject({
  enabled: z.boolean(),
  /** Days that CloudWatch keeps what failed. */
  logRetentionDays: z.int().min(1),
  /** Of the instance that caches answers; paid by the hour. */
  cacheSize: z.enum(['SMALL', 'MEDIUM', 'LARGE', 'XLARGE']),
});
