import { z } from 'zod';

/** `cache.r7g.large`: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html */
const redisNodeType = z.string().regex(/^cache\.[a-z0-9]+\.[a-z0-9]+$/, 'a node type looks like cache.r7g.large');

/** `dax.r5.large`: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/dax-cluster-sizing.html */
const daxNodeType = z.string().regex(/^dax\.[a-z0-9]+\.[a-z0-9]+$/, 'a node type looks like dax.r5.large');

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)';
const dailyWindow = z
  .string()
  .regex(new RegExp(`^${TIME}-${TIME}$`), 'a time each day, in UTC, looks like 03:00-04:00');
const weeklyWindow = z
  .string()
  .regex(new RegExp(`^${DAY}:${TIME}-${DAY}:${TIME}$`), 'a time each week, in UTC, looks like sun:05:00-sun:06:00');

/** What keeps data in memory. */
export const cache = z.strictObject({
  /**
   * ElastiCache in cluster mode:
   * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
   */
  redis: z.strictObject({
    nodeType: redisNodeType,
    /** Between which the keys are divided. */
    shards: z.int().min(1).max(500),
    /** Besides its primary; with one or more, the nodes of a shard are in different availability zones. */
    replicasPerShard: z.int().min(0).max(5),
    /** How long a daily snapshot is kept; 0 takes none. */
    snapshotRetentionDays: z.int().min(0).max(35),
    /** Away from the maintenance window. */
    snapshotWindow: dailyWindow,
    maintenanceWindow: weeklyWindow,
    logRetentionDays: z.int().min(1),
  }),
  /** DynamoDB Accelerator. */
  dax: z.strictObject({
    /** AWS cannot change it later. */
    nodeType: daxNodeType,
    /** One that writes and its replicas, spread over the availability zones. */
    nodes: z.int().min(1).max(11),
    maintenanceWindow: weeklyWindow,
  }),
});
