import type { Construct } from 'constructs';
import { DmsEndpoint } from '../../constructs/dms/endpoint';
import { DmsReplicationInstance } from '../../constructs/dms/replication-instance';
import { DmsTask } from '../../constructs/dms/replication-task';
import type { Environment } from '../../environments';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import type { ExternalSecrets } from '../security/external-secrets';
import type { SecretsManager } from '../security/secrets-manager';

interface DmsUses {
  readonly ec2: Ec2;
  readonly externalSecrets: ExternalSecrets;
  readonly secretsManager: SecretsManager;
}

/** Copies another database into the platform's, and keeps the copy up to date (docs/migration.md). */
export class Dms extends PlatformChart {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { ec2, externalSecrets, secretsManager }: DmsUses,
  ) {
    super(scope, id, environment);
    const { dms, outputs } = environment;
    const instance = new DmsReplicationInstance(this, 'platform-replication', {
      description: 'Replication into the platform',
      instanceClass: dms.instanceClass,
      storageGib: dms.storageGib,
      multiAz: dms.multiAz,
      subnetIds: outputs.databaseSubnetIds,
      securityGroup: ec2.dms,
      logRetentionDays: dms.logRetentionDays,
    });
    const source = new DmsEndpoint(this, 'migration-source', {
      type: 'source',
      engine: dms.source.engine,
      database: dms.source.database,
      secret: secretsManager.dmsSource,
    });
    const target = new DmsEndpoint(this, 'migration-target', {
      type: 'target',
      engine: 'aurora-postgresql',
      database: externalSecrets.databaseLogin.dbname,
      secret: secretsManager.dmsTarget,
    });
    new DmsTask(this, 'platform-migration', {
      type: 'full-load-and-cdc',
      instance,
      source,
      target,
      mappings: [{ id: 1, name: 'include-schema', action: 'include', schema: dms.source.schema, table: '%' }],
      started: dms.started,
    });
  }
}
