import { z } from 'zod';

/** What an account may reserve: its 1,000 without the 100 that AWS keeps for functions without a reservation. */
const RESERVABLE = 900;

const memoryMb = z.int().min(128).max(10_240);

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
export const functions = z
  .strictObject({
    logRetentionDays: z.int().min(1),
    /**
     * Whom registered users get e-mail from. SES has to have its domain as a verified identity: a person asks for that.
     */
    sender: z.email(),
    /** Of functions that neither `sizes` nor their entry in the chart says anything of. @default the chart's */
    memoryMb: memoryMb.optional(),
    /**
     * What functions have otherwise than charts/application/lambda.ts says, by name; the chart refuses one that it does
     * not make.
     */
    sizes: z.record(
      z.string(),
      z.strictObject({
        memoryMb: memoryMb.optional(),
        /**
         * How many of it may run at once: kept free for it, and never more. Without it, what is free in the account.
         */
        reservedConcurrency: z.int().min(0).max(RESERVABLE).optional(),
      }),
    ),
    /** How many of data-processing the processing queue may keep busy at once. */
    processingConcurrency: z.int().min(2).max(1_000),
  })
  .check(({ value, issues }) => {
    const reserved = Object.values(value.sizes).reduce(
      (sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency,
      0,
    );
    if (reserved > RESERVABLE)
      issues.push({
        code: 'custom',
        input: reserved,
        path: ['sizes'],
        message: `${reserved} are reserved in all, at most ${RESERVABLE} are allowed`,
      });
  });

/** Which code functions have, by name: what the last build of each wrote. */
export const codeSchema = z.record(
  z.string(),
  z.strictObject({
    /** Of the archive in the bucket artifacts; below `builds/` it would expire. */
    key: z.string().regex(/^functions\/\S{1,1000}\.zip$/, 'a key looks like functions/api-handler/1.0.0.zip'),
    /** Of the archive, as AWS says it. */
    sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'a SHA-256 in base64 has 44 characters'),
  }),
);
