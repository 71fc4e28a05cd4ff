import { kindKey, objectKey } from '../../manifests';
import type { Json } from '../../schema';
import { quantityOf } from '../../schema';
import type { EnvironmentPlan } from '../plan';

/** A count or class that grows or shrinks, and with it what is paid. */
export interface SizeDelta {
  readonly environment: string;
  readonly object: string;
  readonly path: string;
  readonly direction: 'larger' | 'smaller';
  readonly from: Json;
  readonly to: Json;
}

const COUNTS =
  /(?:^|\.)(?:shardCount|ShardCount|numNodeGroups|replicasPerNodeGroup|numCacheNodes|numCacheClusters|numShards|numReplicasPerShard|replicationFactor|replicas|minReplicas|maxReplicas|minSize|maxSize|desiredSize|minCapacity|maxCapacity|allocatedStorage|maxAllocatedStorage|iops|storageThroughput|memorySize|reservedConcurrentExecutions|provisionedConcurrentExecutions|readCapacity|writeCapacity|readCapacityUnits|writeCapacityUnits|provisionedThroughputInMiBps|retentionDays|backupRetentionPeriod|storage|cpu|memory)$/;
const CLASSES =
  /(?:^|\.)(?:dbInstanceClass|dbClusterInstanceClass|instanceClass|cacheNodeType|nodeType|instanceType|replicationInstanceClass)$/;

/** Sizes of AWS's classes, from small to large: https://aws.amazon.com/ec2/instance-types/ */
const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** The direction of every count and class; prices are AWS's affair. */
export function sizeDelta({ name, changes }: EnvironmentPlan): SizeDelta[] {
  return changes.flatMap(({ change: { fields, effect }, pair }) => {
    if (effect === 'blocked') return [];
    const { manifest } = (pair.now ?? pair.old)!;
    if (kindKey(manifest) === 'argoproj.io/Application') return [];
    return fields.flatMap(({ path, from, to }): SizeDelta[] => {
      const [before, after] = COUNTS.test(path)
        ? [quantityOf(from ?? 0), quantityOf(to ?? 0)]
        : CLASSES.test(path)
          ? [classOf(from), classOf(to)]
          : [];
      if (before === undefined || after === undefined || before === after) return [];
      return [
        {
          environment: name,
          object: objectKey(manifest),
          path,
          direction: after > before ? 'larger' : 'smaller',
          from,
          to,
        },
      ];
    });
  });
}

/** A number that grows with the size of `db.r6g.2xlarge`; undefined for what is no class. */
function classOf(value: Json): number | undefined {
  const [, times, size] = /\.(\d*)(nano|micro|small|medium|large|xlarge)$/.exec(String(value)) ?? [];
  if (size === undefined) return undefined;
  return SIZES.indexOf(size) + (times ? Number(times) - 1 : 0);
}
