import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { ConfigurationRecorder } from '../../../constructs/config/configuration-recorder';
import { Bucket } from '../../../constructs/s3/bucket';
import { chart, manifests } from '../scope';

const logs = (scope: PlatformChart) =>
  new Bucket(scope, 'logs', { noncurrentRetention: Duration.days(30), lifecycle: {} });

const stateOf = (manifest: { spec: Record<string, unknown> } | undefined) =>
  JSON.parse(String((manifest!.spec['forProvider'] as Record<string, unknown>)['desiredState']));

describe('ConfigurationRecorder', () => {
  test('GIVEN AWS Config WHEN it is made THEN it records everything as its service-linked role, into an encrypted channel', () => {
    const scope = chart();
    new ConfigurationRecorder(scope, 'recorder', { bucket: logs(scope), keyPrefix: 'config' });
    const all = manifests(scope);
    expect(stateOf(all['recorder-role'])).toEqual({ AWSServiceName: 'config.amazonaws.com' });
    expect(all['recorder']!.spec['forProvider']).toMatchObject({
      roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    expect(all['recorder-channel']!.spec['forProvider']).toMatchObject({
      s3KmsKeyArn: scope.environment.outputs.keys.logs,
      s3KeyPrefix: 'config',
    });
    const { Statement } = JSON.parse(String(all['logs']!.spec['policy']));
    expect(Statement.find(({ Action }: { Action: string }) => Action === 's3:PutObject')).toMatchObject({
      Principal: { Service: 'config.amazonaws.com' },
      Resource: 'arn:aws:s3:::logs-123456789012-us-east-1/config/AWSLogs/123456789012/Config/*',
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    });
    expect(all['recorder-status']!.spec['forProvider']).toEqual({ region: 'us-east-1', isEnabled: true });
    for (const name of ['recorder', 'recorder-channel', 'recorder-status'])
      expect(all[name]!.metadata.annotations).toEqual({ 'crossplane.io/external-name': 'default' });
  });

  test('GIVEN a recorder that writes behind a slash WHEN it is made THEN the message says where, what and what is allowed', () => {
    const scope = chart();
    expect(() => new ConfigurationRecorder(scope, 'recorder', { bucket: logs(scope), keyPrefix: 'config/' })).toThrow(
      "production/test/chart/recorder: keyPrefix 'config/' (7 characters) is not allowed, only a prefix without a slash at its ends",
    );
  });
});
