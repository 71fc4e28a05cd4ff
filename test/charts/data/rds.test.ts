import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Rds } from '../../../charts/data/rds';
import { Ec2 } from '../../../charts/network/ec2';
import { PlatformApplication } from '../../../charts/platform-application';
import { ExternalSecrets } from '../../../charts/security/external-secrets';
import { SecretsManager } from '../../../charts/security/secrets-manager';
import { environment } from '../../constructs/scope';

describe('Rds', () => {
  test.each([
    ['home', 'platform-db'],
    ['dr', 'platform-db-dr'],
  ] as const)(
    'GIVEN that the writer is %s WHEN the platform asks where to write THEN it is the cluster %s',
    (writer, name) => {
      const { database } = environment();
      const home = environment({ database: { ...database, writer } });
      const application = new PlatformApplication(new Construct(new App(), 'production'), 'data', 'For tests');
      const secretsManager = new SecretsManager(application, 'secrets-manager', home);
      const rds = new Rds(application, 'rds', home, {
        ec2: new Ec2(application, 'ec2', home),
        secretsManager,
        externalSecrets: new ExternalSecrets(application, 'external-secrets', home, { secretsManager }),
      });
      const cluster = [rds.platformDb, rds.platformDbDr].find(({ endpoint }) => endpoint === rds.endpoint);
      expect(cluster?.awsName).toBe(name);
      expect(rds.readerEndpoint).toBe(cluster?.readerEndpoint);
    },
  );
});
