import type { AlarmedKind, AlarmOfKind } from './alarm';

const ioLimit: AlarmOfKind = {
  name: 'io-limit',
  metric: 'PercentIOLimit',
  statistic: 'Average',
  threshold: ({ fileSystemIoPercent }) => fileSystemIoPercent,
  periods: 3,
  says: 'does nearly as many operations as its performance mode lets it',
};

/** Below 192 GiB of credits of 2.1 TiB. https://docs.aws.amazon.com/efs/latest/ug/performance.html */
const burstCredits: AlarmOfKind = {
  name: 'burst-credits',
  metric: 'BurstCreditBalance',
  statistic: 'Minimum',
  when: 'below',
  threshold: 192 * 1_073_741_824,
  periods: 3,
  says: 'has nearly used up what lets it be fast',
};

/** Only a file system that bursts uses credits up; that is AWS's default. */
export const fileSystem: AlarmedKind = {
  service: 'efs',
  namespace: 'AWS/EFS',
  subjects: ({ field, late }) => [
    {
      dimensions: { FileSystemId: late('status.fileSystemID') },
      alarms: [ioLimit, ...((field('throughputMode') ?? 'bursting') === 'bursting' ? [burstCredits] : [])],
    },
  ],
};

export const backupVault: AlarmedKind = {
  service: 'backup',
  namespace: 'AWS/Backup',
  subjects: ({ name }) => [
    {
      dimensions: { BackupVaultName: name },
      alarms: [
        {
          name: 'failed',
          metric: 'NumberOfBackupJobsFailed',
          statistic: 'Sum',
          threshold: 0,
          period: 3_600,
          says: 'misses a backup: the job says why',
        },
        {
          name: 'copies-failed',
          metric: 'NumberOfCopyJobsFailed',
          statistic: 'Sum',
          threshold: 0,
          period: 3_600,
          says: 'misses a copy: the job says why',
        },
      ],
    },
  ],
};
