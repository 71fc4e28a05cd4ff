import { z } from 'zod';

/** What watches the cluster from inside. */
export const monitoring = z.strictObject({
  /**
   * How often everything is asked for its metrics. Amazon Managed Service for Prometheus costs by the samples that
   * arrive.
   */
  scrapeIntervalSeconds: z.int().min(10).max(60),
  /** Prometheus agents: with two, one may go. What both send is kept once. */
  agents: z.int().min(1).max(3),
  /** Memory of each: about 1 GiB for 100,000 series. */
  agentMemoryMebibytes: z.int().min(256).max(16_384),
  /** Collectors of traces. */
  collectors: z.int().min(1).max(10),
  /** Of what Pods and nodes write. */
  logRetentionDays: z.int().min(1),
});
