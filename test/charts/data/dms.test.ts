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
  test('GIVEN the roles whose names AWS fixes WHEN charts are made THEN they are the bootstrap’s', () => {
    const all = charts();
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
