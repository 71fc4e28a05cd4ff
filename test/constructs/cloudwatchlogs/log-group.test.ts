import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { chart, manifests } from '../scope';

describe('LogGroup', () => {
  test('GIVEN the DR region WHEN a log group is made THEN it has the key of that region, and is never deleted', () => {
    const scope = chart({ namePrefix: 'staging-' });
    new LogGroup(scope, 'audit', { retentionDays: 30, awsPrefix: 'aws-waf-logs-', region: 'us-west-2' });
    const { metadata, spec } = manifests(scope)['audit']!;
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-west-2',
    });
    expect(spec).toMatchObject({ name: 'aws-waf-logs-staging-audit', retentionDays: 30, tags: { Backup: 'platform' } });
    expect(spec['kmsKeyID']).toMatch(/^arn:aws:kms:us-west-2:/);
  });

  test('GIVEN a log group in a region without a key WHEN it is made THEN the message says where, what and what is allowed', () => {
    expect(() => new LogGroup(chart(), 'logs', { retentionDays: 1, region: 'eu-west-1' })).toThrow(
      'production/test/chart/logs: region is eu-west-1, where there is no key; us-east-1 and us-west-2 are allowed',
    );
  });

  test('GIVEN a log group with a space THEN it is refused', () => {
    expect(() => new LogGroup(chart(), 'a b', { retentionDays: 30 })).toThrow('512 letters, digits');
  });
});
