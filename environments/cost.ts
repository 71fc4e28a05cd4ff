import { z } from 'zod';

/** What people mean to spend, not what anything costs. */
const usd = z.number().positive();
const percent = z.number().positive();

/** What is spent, and who is told when it is more than was meant. */
export const cost = z.strictObject({
  /** Told by e-mail, besides whoever gets alerts. */
  email: z.email(),
  /**
   * Of what has the environment's tag, each month. A person activates the tag `Environment` for cost allocation, once
   * in an account.
   */
  budget: z.strictObject({
    monthlyUsd: usd,
    /** Of the limit: when to tell that the month is going to cost it. */
    forecastPercent: percent,
    /** Of the limit: when to tell that it is spent. */
    actualPercent: percent,
    /** Of the limit: when to ask a person whether new nodes are refused from then on. */
    freezePercent: percent,
  }),
  /** What is the account's as a whole: one environment of an account has it. */
  account: z
    .strictObject({
      usage: z.strictObject({
        /** Of all EC2 instances together, each month. */
        runningHours: z.number().positive(),
        /** Of the limit: when to tell. */
        percent,
      }),
      reservations: z.strictObject({
        /** Those in which instances are reserved. */
        services: z.array(z.enum(['EC2', 'ElastiCache', 'OpenSearch', 'RDS', 'Redshift'])),
        /** Below how much use of what is reserved to tell. */
        utilizationPercent: z.number().positive().max(100),
      }),
      anomalies: z.strictObject({
        /** Both have to be reached: what an anomaly costs, and how much more than expected that is. */
        impactUsd: z.number().min(0).max(10_000_000_000),
        impactPercent: z.number().min(0).max(10_000_000_000),
        /** The monitor of services that AWS makes with Cost Explorer; an account may have one, so it is taken over. */
        serviceMonitorArn: z
          .string()
          .regex(/^arn:[\w-]+:ce::\d{12}:anomalymonitor\/[\w-]+$/, 'the ARN of an anomaly monitor')
          .optional(),
      }),
    })
    .optional(),
});
