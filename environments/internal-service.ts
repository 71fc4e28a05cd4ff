import { z } from 'zod';

/** The service behind the internal load balancer, and how a release of it goes. */
export const internalService = z.strictObject({
  /** Pods of each stack: while a release is looked at, there are twice as many. */
  replicas: z.int().min(1).max(100),
  /** Of each Pod. */
  cpuMillicores: z.int().min(10),
  memoryMebibytes: z.int().min(32),
  /** A release whose analysis is good takes over by itself; otherwise a person promotes it. */
  autoPromotion: z.boolean(),
  /** How long the old stack stays beside the new one, for the way back. */
  scaleDownDelaySeconds: z.int().min(30),
  /** How many of a hundred requests have to succeed, before and after a release takes over. */
  successPercent: z.number().min(50).max(100),
});
