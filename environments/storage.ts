import { z } from 'zod';

const days = z.int().min(1);

/** The numbers of days that EFS knows: https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
const efsDays = z.literal([1, 7, 14, 30, 60, 90, 180, 270, 365]);

/** What is kept where, and for how long. */
export const storage = z.strictObject({
  s3: z.strictObject({
    /** Whether the DR region has a copy of artifacts, data and site. */
    replicated: z.boolean(),
    /** How long a version is kept after it was replaced or deleted. */
    noncurrentDays: days,
    /** How long a build's output is kept. */
    buildDays: days,
    /** When data moves to the infrequent class, and to the archive that still answers at once. */
    data: z.strictObject({ infrequentAfterDays: days.min(30), archiveAfterDays: days.min(60) }),
    logs: z.strictObject({
      /** How long requests to load balancers, the distribution and buckets are kept. */
      accessDays: days,
      /**
       * How long the records of the trail and of AWS Config are kept, beyond the 120 days after which they are
       * archived.
       */
      auditDays: days.min(121),
    }),
  }),
  efs: z.strictObject({
    /** As fast as asked, paid by use; growing with what it holds; or what is paid for. */
    throughput: z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal(['elastic', 'bursting']) }),
      z.strictObject({ mode: z.literal('provisioned'), mibPerSecond: z.int().min(1).max(3_414) }),
    ]),
    /** When a file that nobody reads moves to the infrequent class. */
    infrequentAfterDays: efsDays,
    /** When it moves on to the archive; with elastic throughput only. */
    archiveAfterDays: efsDays.optional(),
  }),
});
