import { Dms } from '../../../charts/data/dms';
import { Ec2 } from '../../../charts/network/ec2';
import { ExternalSecrets } from '../../../charts/security/external-secrets';
import { SecretsManager } from '../../../charts/security/secrets-manager';
import type { Environment } from '../../../environments';
import { chart, environment, wired } from '../../constructs/scope';

const charts = (change: Partial<Environment> = {}) => {
  const scope = chart(change);
  const application = scope.node.scope!;
  const ec2 = new Ec2(application, 'ec2', scope.environment);
  const secretsManager = new SecretsManager(application, 'secrets-manager', scope.environment);
  const externalSecrets = new ExternalSecrets(application, 'external-secrets', scope.environment, { secretsManager });
  new Dms(application, 'dms', scope.environment, { ec2, externalSecrets, secretsManager });
  return wired(scope);
};

describe('DMS of the platform', () => {
  test('GIVEN the environment that has them WHEN charts are made THEN the roles have the names that AWS looks for', () => {
    const all = charts({ namePrefix: 'staging-' });
    for (const [name, policy] of [
      ['dms-vpc-role', 'AmazonDMSVPCManagementRole'],
      ['dms-cloudwatch-logs-role', 'AmazonDMSCloudWatchLogsRole'],
    ])
      expect(all[`Role ${name}`]!.spec).toMatchObject({
        name,
        path: '/',
        policies: [`arn:aws:iam::aws:policy/service-role/${policy}`],
        assumeRolePolicyDocument: expect.stringContaining('"dms.amazonaws.com"'),
      });
  });

  test('GIVEN an environment whose account has them elsewhere WHEN charts are made THEN it has none of them', () => {
    const all = charts({ dms: { ...environment().dms, accountRoles: false } });
    expect(Object.keys(all).filter((key) => /Role dms-/.test(key))).toEqual([]);
    expect(all['ReplicationTask platform-migration']).toBeDefined();
  });

  test('GIVEN the security groups WHEN charts are made THEN DMS is let into the database, and reaches the premises', () => {
    const all = charts();
    expect(all['SecurityGroup database']!.spec).toMatchObject({
      ingressRules: [
        { userIDGroupPairs: expect.arrayContaining([{ groupRef: { from: { name: 'dms' } }, description: 'DMS' }]) },
      ],
    });
    expect(all['SecurityGroup dms']!.spec['egressRules']).toContainEqual({
      ipProtocol: 'tcp',
      fromPort: 5432,
      toPort: 5432,
      ipRanges: [
        ...environment().network.databaseSubnets.map((cidrIP) => ({ cidrIP, description: 'Aurora' })),
        { cidrIP: '172.16.0.0/16', description: 'Databases of the premises' },
      ],
    });
  });
});
