import type { PlatformChart } from '../../../charts/platform-chart';
import { VaultNotifications } from '../../../constructs/backup/vault-notifications';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';
import { drVault, vault } from './helpers';

describe('VaultNotifications', () => {
  test('GIVEN notifications WHEN the topic is looked at THEN AWS Backup may publish for that vault alone', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts');
    new VaultNotifications(scope, 'told', {
      vault: vault(scope),
      topic,
      events: ['COPY_JOB_FAILED', 'BACKUP_JOB_COMPLETED'],
    });
    const { told, alerts } = manifests(scope);
    expect(told!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      backupVaultName: 'vault',
      snsTopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts',
      backupVaultEvents: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED'],
    });
    expect(JSON.parse(String(alerts!.spec['policy'])).Statement).toContainEqual({
      Sid: 'AllowBackup0',
      Effect: 'Allow',
      Principal: { Service: 'backup.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:123456789012:alerts',
      Condition: {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:backup:us-east-1:123456789012:backup-vault:vault' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'notifications to a FIFO topic',
      (scope) =>
        new VaultNotifications(scope, 'told', {
          vault: vault(scope),
          topic: new Topic(scope, 'alerts.fifo', { fifo: {} }),
          events: ['COPY_JOB_FAILED'],
        }),
      `${where}/told: topic is a FIFO topic, only a standard one is allowed`,
    ],
    [
      'notifications into another region',
      (scope) =>
        new VaultNotifications(scope, 'told', {
          vault: drVault(scope),
          topic: new Topic(scope, 'alerts'),
          events: ['COPY_JOB_FAILED'],
        }),
      `${where}/told: vault is in us-west-2, the topic in us-east-1: the same region is needed`,
    ],
    [
      'notifications of nothing',
      (scope) =>
        new VaultNotifications(scope, 'told', { vault: vault(scope), topic: new Topic(scope, 'alerts'), events: [] }),
      `${where}/told: events is empty, at least one is needed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
