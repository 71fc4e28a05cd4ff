import { z } from 'zod';

/** What copies the data of another database into the platform's, and keeps the copy up to date. */
export const dms = z.strictObject({
  /**
   * The roles dms-vpc-role and dms-cloudwatch-logs-role, whose names AWS fixes: one environment of an account has them.
   */
  accountRoles: z.boolean(),
  instanceClass: z.string().regex(/^dms\.[a-z0-9]+\.[a-z0-9]+$/, 'an instance class looks like dms.c6i.large'),
  /** For the logs, and for changes that wait while the tables are copied. */
  storageGib: z.int().min(5),
  /** Days that CloudWatch keeps what tasks log. */
  logRetentionDays: z.int().min(1),
  /** A standby in another availability zone takes over by itself. */
  multiAz: z.boolean(),
  source: z.strictObject({
    /** As DMS calls it. */
    engine: z.string(),
    /** Also in the secret dms-source-endpoint. */
    port: z.int().min(1).max(65_535),
    database: z.string().min(1),
    /** Whose tables are copied; `%` stands for any characters. */
    schema: z.string().min(1),
  }),
  /**
   * Whether the task runs. AWS starts one only after both connections were tested with success, which a person does
   * once the secrets have their values (docs/migration.md).
   */
  started: z.boolean(),
});
