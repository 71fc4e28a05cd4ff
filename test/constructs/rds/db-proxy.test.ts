import type { PlatformChart } from '../../../charts/platform-chart';
import { Role } from '../../../constructs/iam/role';
import { DbProxy } from '../../../constructs/rds/db-proxy';
import { Secret } from '../../../constructs/secretsmanager/secret';
import { chart, environment, wired } from '../scope';
import { cluster, parts } from './helpers';

const { outputs } = environment();

describe('DbProxy', () => {
  function proxy(scope: PlatformChart, change: object = {}, id = 'db-proxy'): DbProxy {
    const shared = parts(scope);
    return new DbProxy(scope, id, {
      cluster: cluster(scope, {}, 'db', shared),
      secret: new Secret(scope, 'credentials', { description: 'A user', fields: ['username', 'password'] }),
      securityGroup: shared.securityGroup,
      ...change,
    });
  }

  test('GIVEN a proxy WHEN it is made THEN clients need TLS and a token, and only its role reads the secret', () => {
    const scope = chart();
    proxy(scope);
    const all = wired(scope);
    expect(all['DBProxy db-proxy']!.spec).toMatchObject({
      name: 'db-proxy',
      engineFamily: 'POSTGRESQL',
      requireTLS: true,
      roleARN: 'arn:aws:iam::123456789012:role/platform/db-proxy-secret',
      auth: [
        {
          authScheme: 'SECRETS',
          clientPasswordAuthType: 'POSTGRES_SCRAM_SHA_256',
          iamAuth: 'REQUIRED',
          secretARN: '${credentials.status.ackResourceMetadata.arn}',
        },
      ],
      vpcSubnetIDs: outputs.databaseSubnetIds,
      vpcSecurityGroupIDs: ['${database.status.id}'],
    });
    const { inlinePolicies, assumeRolePolicyDocument } = all['Role db-proxy-secret']!.spec as Record<string, never>;
    expect(JSON.parse(assumeRolePolicyDocument!).Statement[0].Principal).toEqual({ Service: 'rds.amazonaws.com' });
    const { Statement } = JSON.parse(Object.values(inlinePolicies as unknown as Record<string, string>)[0]!);
    expect(Statement.map(({ Action, Resource }: Record<string, string>) => [Action, Resource])).toEqual([
      ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:credentials-??????'],
      ['kms:Decrypt', outputs.keys.secrets],
    ]);
  });

  test('GIVEN a proxy WHEN its target is made THEN it is the cluster, by the names that AWS knows', () => {
    const scope = chart({ namePrefix: 'staging-' });
    proxy(scope, { maxConnectionsPercent: 81 });
    const all = wired(scope);
    expect(all['ProxyTarget db-proxy-cluster']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      dbProxyName: 'staging-db-proxy',
      targetGroupName: 'default',
      dbClusterIdentifier: 'staging-db',
    });
    expect(all['ProxyDefaultTargetGroup db-proxy-default']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      dbProxyName: 'staging-db-proxy',
      connectionPoolConfig: { maxConnectionsPercent: 81, maxIdleConnectionsPercent: 40 },
    });
  });

  test('GIVEN a proxy WHEN a client of it is allowed THEN IAM takes the id that AWS gave the proxy', () => {
    const scope = chart();
    const arn = proxy(scope).userArn('dbadmin');
    new Role(scope, 'client', {
      description: 'Client',
      assumedBy: { service: 'lambda.amazonaws.com' },
      policies: { connect: [{ sid: 'Connect', actions: ['rds-db:connect'], resources: [arn] }] },
    });
    expect(JSON.stringify(wired(scope)['Role client']!.spec)).toContain(
      'arn:aws:rds-db:us-east-1:123456789012:dbuser:${dbProxy.status.ackResourceMetadata.arn.replace(',
    );
  });

  test.each([
    [{ maxConnectionsPercent: 0 }, 'maxConnectionsPercent is 0 %'],
    [{ maxConnectionsPercent: 101 }, 'maxConnectionsPercent is 101 %'],
  ])('GIVEN %p WHEN a proxy is made THEN it is refused', (change, message) => {
    expect(() => proxy(chart(), change)).toThrow(message);
  });

  test.each(['1-proxy', 'proxy-', 'a--b', 'p'.repeat(64)])(
    'GIVEN the name %s WHEN a proxy is made THEN it is refused',
    (id) => {
      expect(() => proxy(chart(), {}, id)).toThrow(`proxy name '${id}'`);
    },
  );
});
