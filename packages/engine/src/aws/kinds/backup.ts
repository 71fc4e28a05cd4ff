import { backupVault as backupVaultAlarms } from '../alarms/storage';
import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, ONLY_CALLS, unknown } from './answers';
import { isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Backup',
  ack: 'backup',
  crossplane: 'backup',
  cloudFormation: 'Backup',
  iam: 'backup',
  dataProtection: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
};

export const backupPlan = configuration(SERVICE, 'BackupPlan', {
  forms: {
    ack: 'BackupPlan',
    crossplane: 'Plan',
    cloudFormation: { kind: 'AWS::Backup::BackupPlan', fields: { tags: 'BackupPlanTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration: without it nothing new is backed up, and what is in the vaults stays',
  tags: 'tags',
  alarms: none('its jobs are counted by the vault (BackupVault)'),
  defaults: {
    'rules[].completionWindowMinutes': 10080,
    'rules[].enableContinuousBackup': false,
    'rules[].startWindowMinutes': 480,
  },
  edges: { 'rules[]': 'event out' },
});

export const backupSelection = configuration(SERVICE, 'BackupSelection', {
  forms: {
    ack: { kind: 'BackupSelection', late: ['conditions'] },
    crossplane: 'Selection',
    cloudFormation: 'AWS::Backup::BackupSelection',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration: without it nothing new is backed up, and what is in the vaults stays',
  tags: NO_TAGS,
  alarms: none('its jobs are counted by the vault (BackupVault)'),
});

export const backupVault = kind(SERVICE, 'BackupVault', {
  forms: {
    ack: 'BackupVault',
    crossplane: { kind: 'Vault', fields: { encryptionKeyARN: 'kmsKeyArn', name: '@name' } },
    cloudFormation: { kind: 'AWS::Backup::BackupVault', fields: { name: 'BackupVaultName', tags: 'BackupVaultTags' } },
  },
  arn: 'backup-vault:{name}',
  identity: ['name'],
  stateful: 'recovery points',
  encryption: {
    atRest: {
      demands: [isSet('encryptionKeyARN')],
      source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    },
    inTransit: ONLY_CALLS,
    key: {
      field: 'encryptionKeyARN',
      controller: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey', 'kms:RetireGrant'],
      users: {
        AWSServiceRoleForBackup: [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    },
  },
  tags: 'tags',
  protection: none(
    'AWS refuses to delete a vault with recovery points in it; a lock is a kind of its own (VaultLockConfiguration)',
  ),
  backup: none('holds the backups; copies go to the vault of the other region by the plan'),
  alarms: backupVaultAlarms,
  exposure: none('its policy is a kind of its own (VaultPolicy)'),
});

export const vaultLockConfiguration = configuration(SERVICE, 'VaultLockConfiguration', {
  forms: { crossplane: 'VaultLockConfiguration' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration of a vault',
  kept: 'without it recovery points can be deleted before their time',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const vaultPolicy = configuration(SERVICE, 'VaultPolicy', {
  forms: { crossplane: 'VaultPolicy' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration of a vault',
  kept: 'without it whoever may use AWS Backup can delete recovery points',
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { policy: 'policy' },
});

export const vaultNotifications = configuration(SERVICE, 'VaultNotifications', {
  forms: { crossplane: 'VaultNotifications' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration of a vault',
  tags: NO_TAGS,
  alarms: NO_METRICS,
  edges: { backupVaultName: 'event in', snsTopicArn: 'event out' },
});

export const framework = configuration(SERVICE, 'Framework', {
  forms: {
    crossplane: 'Framework',
    cloudFormation: { kind: 'AWS::Backup::Framework', fields: { tags: 'FrameworkTags' } },
  },
  arn: unknown('its shape, framework:{name}-<id>-*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: none('its findings come with the report plan'),
});

export const reportPlan = configuration(SERVICE, 'ReportPlan', {
  forms: {
    crossplane: 'ReportPlan',
    cloudFormation: { kind: 'AWS::Backup::ReportPlan', fields: { tags: 'ReportPlanTags' } },
  },
  arn: unknown('its shape, report-plan:{name}-<id>-*, is not confirmed'),
  identity: AWS_ID,
  why: 'is configuration: the reports that it wrote stay in their bucket',
  encryption: {
    atRest: none('its reports are in a bucket, encrypted as the bucket says'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

export const regionSettings = configuration(SERVICE, 'RegionSettings', {
  forms: { crossplane: 'RegionSettings' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is one setting of the account and region',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const globalSettings = configuration(SERVICE, 'GlobalSettings', {
  forms: { crossplane: 'GlobalSettings' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is one setting of the organization',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const restoreTestingPlan = configuration(SERVICE, 'RestoreTestingPlan', {
  forms: { cloudFormation: 'AWS::Backup::RestoreTestingPlan' },
  arn: unknown('its shape, restore-testing-plan:{name}-<id>-*, is not confirmed'),
  identity: AWS_ID,
  tags: 'Tags',
  alarms: none('not watched: a test that fails is an event of AWS Backup'),
});

export const restoreTestingSelection = configuration(SERVICE, 'RestoreTestingSelection', {
  forms: { cloudFormation: 'AWS::Backup::RestoreTestingSelection' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('its jobs belong to its plan'),
});
