import { z } from 'zod';

/** What Step Functions runs. */
export const workflows = z.strictObject({
  /** Days that CloudWatch keeps what state machines did. */
  logRetentionDays: z.int().min(1),
  approval: z.strictObject({
    /** Orders of more than this sum are approved by a person. */
    above: z.number().positive(),
    /** How long a person may take, before the order is given up. SQS keeps a message for 14 days at most. */
    days: z.int().min(1).max(14),
    /** How often whoever shows requests to people has to say that one is still open; within `days`. */
    heartbeatHours: z.int().min(1),
  }),
});
