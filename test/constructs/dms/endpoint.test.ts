import type { DmsEndpointProps } from '../../../constructs/dms/endpoint';
import { chart, environment, wired } from '../scope';
import { endpoint, task } from './helpers';

describe('DmsEndpoint', () => {
  test('GIVEN a secret WHEN an endpoint is made THEN DMS of the region reads it, that one only, and speaks TLS', () => {
    const scope = chart();
    endpoint(scope, 'from');
    const all = wired(scope);
    expect(all['Endpoint from']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      endpointType: 'source',
      engineName: 'postgres',
      databaseName: 'platform',
      secretsManagerArn: '${fromCredentials.status.ackResourceMetadata.arn}',
      secretsManagerAccessRoleArn: 'arn:aws:iam::123456789012:role/platform/from-secret',
      sslMode: 'require',
      kmsKeyArn: environment().outputs.keys.data,
      tags: environment().tags,
    });
    const role = all['Role from-secret']!.spec as Record<string, string> & { inlinePolicies: Record<string, string> };
    expect(JSON.parse(role['assumeRolePolicyDocument']!).Statement).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        Principal: { Service: 'dms.us-east-1.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ]);
    expect(JSON.parse(role.inlinePolicies['read']!).Statement).toMatchObject([
      { Resource: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:from-credentials-??????' },
      { Resource: environment().outputs.keys.secrets },
    ]);
  });

  test('GIVEN secrets without values WHEN endpoints and their task are made THEN nothing waits for them', () => {
    const scope = chart();
    task(scope);
    const all = wired(scope);
    const wave = (key: string) => all[key]!.metadata.annotations!['argocd.argoproj.io/sync-wave'];
    expect([wave('TestFromWiring test-from'), wave('TestToWiring test-to'), wave('ReplicationTask task')]).toEqual([
      '100',
      '100',
      '100',
    ]);
  });

  test.each<[string, Partial<DmsEndpointProps>, string]>([
    [
      'an engine without TLS here',
      { engine: 'redshift' },
      "engine 'redshift' is not allowed, only postgres, aurora-postgresql, mysql, mariadb, aurora, sqlserver, oracle",
    ],
    [
      'a mode that MySQL lacks',
      { engine: 'mysql' },
      "sslMode 'require' is not allowed, mysql has verify-ca, verify-full",
    ],
    [
      'a mode that Oracle lacks',
      { engine: 'oracle', sslMode: 'verify-full' },
      "sslMode 'verify-full' is not allowed, oracle has verify-ca",
    ],
    [
      'no encryption',
      { sslMode: 'none' as 'require' },
      "sslMode 'none' is not allowed, postgres has require, verify-ca, verify-full",
    ],
    ['nothing to verify with', { sslMode: 'verify-full' }, "sslMode 'verify-full' needs certificateArn"],
  ])('GIVEN %s WHEN an endpoint is made THEN it is refused', (_, change, message) => {
    expect(() => endpoint(chart(), 'from', change)).toThrow(message);
  });
});
