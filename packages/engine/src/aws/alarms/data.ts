import { records } from '../../manifests';
import type { AlarmedKind, AlarmOfKind, Subject } from './alarm';

const MIB = 1_048_576;

const cpu = (metric: string, says: string): AlarmOfKind => ({
  name: 'cpu',
  metric,
  statistic: 'Average',
  threshold: ({ cpuPercent }) => cpuPercent,
  periods: 3,
  says,
});

/** Aurora's instances. The writer publishes no replica lag. */
export const databaseInstance: AlarmedKind = {
  service: 'rds',
  namespace: 'AWS/RDS',
  subjects: ({ name }) => [
    {
      dimensions: { DBInstanceIdentifier: name },
      alarms: [
        cpu('CPUUtilization', 'is busy: look at its top queries, or take a larger class'),
        {
          name: 'connections',
          metric: 'DatabaseConnections',
          statistic: 'Maximum',
          threshold: ({ databaseConnections }) => databaseConnections,
          periods: 3,
          says: 'has nearly as many connections as it can have: who does not use the proxy?',
        },
        {
          name: 'memory',
          metric: 'FreeableMemory',
          statistic: 'Minimum',
          when: 'below',
          threshold: ({ databaseFreeMemoryMib }) => databaseFreeMemoryMib * MIB,
          periods: 3,
          says: 'has little memory left, and restarts when it has none',
        },
        {
          name: 'replica-lag',
          metric: 'AuroraReplicaLag',
          statistic: 'Maximum',
          threshold: ({ databaseReplicaLagMs }) => databaseReplicaLagMs,
          periods: 3,
          says: 'shows what the writer had a while ago',
        },
      ],
    },
  ],
};

/** Of Aurora's clusters those that another region feeds: only they publish how far behind they are. */
export const databaseCluster: AlarmedKind = {
  service: 'rds-cluster',
  namespace: 'AWS/RDS',
  subjects: ({ name, field }) =>
    field('globalClusterIdentifier') === undefined || field('masterUsername') !== undefined
      ? []
      : [
          {
            dimensions: { DBClusterIdentifier: name },
            alarms: [
              {
                name: 'global-lag',
                metric: 'AuroraGlobalDBReplicationLag',
                statistic: 'Maximum',
                over: 'any',
                threshold: ({ globalLagSeconds }) => globalLagSeconds * 1_000,
                periods: 3,
                says: 'is far behind the primary region: a failover now would lose that much',
              },
            ],
          },
        ],
};

/** Its metrics are those of its nodes, whose names ElastiCache builds. */
export const replicationGroup: AlarmedKind = {
  service: 'elasticache',
  namespace: 'AWS/ElastiCache',
  subjects: ({ name, field }) => {
    const replicas = Number(field('replicasPerNodeGroup') ?? 0);
    const lag: AlarmOfKind = {
      name: 'replication-lag',
      metric: 'ReplicationLag',
      statistic: 'Maximum',
      threshold: ({ cacheLagSeconds }) => cacheLagSeconds,
      periods: 3,
      says: 'is behind its primary: a failover now would lose that much',
    };
    return nodeNames(Number(field('numNodeGroups') ?? 1), replicas).map((part) => ({
      part,
      dimensions: { CacheClusterId: `${name}-${part}` },
      alarms: [
        cpu('EngineCPUUtilization', 'is busy: Redis has one thread for commands, so it needs more shards'),
        {
          name: 'memory',
          metric: 'DatabaseMemoryUsagePercentage',
          statistic: 'Maximum',
          threshold: ({ memoryPercent }) => memoryPercent,
          periods: 3,
          says: 'is nearly full',
        },
        {
          name: 'evictions',
          metric: 'Evictions',
          statistic: 'Sum',
          threshold: ({ cacheEvictions }) => cacheEvictions,
          periods: 3,
          says: 'throws keys away before they expire: it is too small',
        },
        ...(replicas > 0 ? [lag] : []),
      ],
    }));
  },
};

/** `0001-001`, `0001-002`: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Endpoints.html */
function nodeNames(shards: number, replicas: number): string[] {
  const numbers = (count: number, digits: number) =>
    Array.from({ length: count }, (_, index) => String(index + 1).padStart(digits, '0'));
  return numbers(shards, 4).flatMap((shard) => numbers(1 + replicas, 3).map((node) => `${shard}-${node}`));
}

export const table: AlarmedKind = {
  service: 'dynamodb',
  namespace: 'AWS/DynamoDB',
  subjects: ({ name, field }) => [
    {
      dimensions: { TableName: name },
      alarms: [
        {
          name: 'throttles',
          metric: 'ThrottledRequests',
          statistic: 'Sum',
          over: ['Operation'],
          threshold: ({ tableThrottles }) => tableThrottles,
          periods: 3,
          says: 'refuses requests: its capacity, or that of one partition, is used up',
        },
        {
          name: 'system-errors',
          metric: 'SystemErrors',
          statistic: 'Sum',
          over: ['Operation'],
          threshold: 0,
          periods: 3,
          says: 'answers with errors of AWS: look at the health dashboard',
        },
      ],
    },
    ...records(field('replica')).map(
      ({ regionName }): Subject => ({
        part: String(regionName),
        dimensions: { ReceivingRegion: String(regionName), TableName: name },
        alarms: [
          {
            name: 'replication',
            metric: 'ReplicationLatency',
            statistic: 'Average',
            threshold: ({ globalLagSeconds }) => globalLagSeconds * 1_000,
            periods: 3,
            says: 'is replicated slowly: a failover now would lose that much',
          },
        ],
      }),
    ),
  ],
};

export const daxCluster: AlarmedKind = {
  service: 'dax',
  namespace: 'AWS/DAX',
  subjects: ({ name }) => [
    {
      dimensions: { ClusterId: name },
      alarms: [
        cpu('CPUUtilization', 'is busy: it needs more nodes or larger ones'),
        {
          name: 'memory',
          metric: 'CacheMemoryUtilization',
          statistic: 'Maximum',
          threshold: ({ memoryPercent }) => memoryPercent,
          periods: 3,
          says: 'is nearly full, and slows writes when it is',
        },
        {
          name: 'faults',
          metric: 'FaultRequestCount',
          statistic: 'Sum',
          threshold: 0,
          periods: 3,
          says: 'answers with errors of its own',
        },
      ],
    },
  ],
};
