import { z } from 'zod';

/** What the Pods of a namespace may ask for together. */
const quota = z.strictObject({
  pods: z.int().min(1),
  /** Processors. */
  cpu: z.number().positive().multipleOf(0.001),
  memoryGibibytes: z.int().min(1),
  storageGibibytes: z.int().min(0),
});

/** By namespace: those whose Pods people add. */
export const quotas = z.strictObject({
  jenkins: quota,
  jenkinsAgents: quota,
  jenkinsChecks: quota,
  fargate: quota,
  platform: quota,
});
