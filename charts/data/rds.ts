import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Role } from '../../constructs/iam/role';
import { DbCluster, type DbClusterProps } from '../../constructs/rds/db-cluster';
import { DbProxy } from '../../constructs/rds/db-proxy';
import { GlobalCluster } from '../../constructs/rds/global-cluster';
import type { Environment } from '../../environments';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import type { ExternalSecrets } from '../security/external-secrets';
import type { SecretsManager } from '../security/secrets-manager';

interface RdsUses {
  readonly ec2: Ec2;
  readonly externalSecrets: ExternalSecrets;
  readonly secretsManager: SecretsManager;
}

/** Of every instance of both clusters. */
const PARAMETERS = {
  cluster: {
    'rds.force_ssl': '1',
    ssl_min_protocol_version: 'TLSv1.2',
    // DMS reads changes from replication slots; senders and slots are for its tasks, and for two that are being
    // replaced:
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Replication.Logical.Configure.html
    'rds.logical_replication': '1',
    max_replication_slots: '20',
    max_wal_senders: '20',
  },
  // statements of more than a second, and those that wait for locks, are logged
  instance: { log_min_duration_statement: '1000', log_lock_waits: '1' },
};

/** The platform's relational database, and its copy in the DR region. */
export class Rds extends PlatformChart {
  readonly globalCluster: GlobalCluster;
  /** In the home region. */
  readonly platformDb: DbCluster;
  /** In the DR region. */
  readonly platformDbDr: DbCluster;
  readonly proxy: DbProxy;

  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { ec2, externalSecrets, secretsManager }: RdsUses,
  ) {
    super(scope, id, environment);
    const { database } = environment;
    const { dbname, username } = externalSecrets.databaseLogin;
    const { name: secretName, key } = externalSecrets.database.key('password');
    this.globalCluster = new GlobalCluster(this, 'platform-db-global', {
      engineVersion: database.engineVersion,
      databaseName: dbname,
    });
    const shared = {
      globalCluster: this.globalCluster,
      parameters: PARAMETERS,
      backupRetention: Duration.days(database.backupRetentionDays),
      backupWindow: database.backupWindow,
      maintenanceWindow: database.maintenanceWindow,
      monitoring: { interval: database.monitoringInterval, role: this.monitoringRole() },
      insights: database.insights,
      logRetentionDays: database.logRetentionDays,
    } satisfies Partial<DbClusterProps>;

    this.platformDb = new DbCluster(this, 'platform-db', {
      ...shared,
      part: {
        masterUser: {
          name: username,
          password: { secretName, key },
        },
      },
      instances: { count: database.instances, instanceClass: database.instanceClass },
      securityGroup: ec2.database,
    });
    this.platformDbDr = new DbCluster(this, 'platform-db-dr', {
      ...shared,
      part: { follows: this.platformDb },
      engineVersion: database.dr.engineVersion,
      instances: { count: database.dr.instances, instanceClass: database.instanceClass },
      securityGroup: ec2.databaseDr,
    });
    this.proxy = new DbProxy(this, 'platform-db-proxy', {
      cluster: this.platformDb,
      secret: secretsManager.database,
      securityGroup: ec2.database,
    });
  }

  /** Where statements that write go. Late. */
  get endpoint(): string {
    return this.writer.endpoint;
  }

  /** Where statements that only read may go. Late. */
  get readerEndpoint(): string {
    return this.writer.readerEndpoint;
  }

  private get writer(): DbCluster {
    return this.environment.database.writer === 'dr' ? this.platformDbDr : this.platformDb;
  }

  private monitoringRole(): Role {
    return new Role(this, 'database-monitoring', {
      description: 'Lets RDS write to CloudWatch Logs what it sees of the operating systems of its instances',
      assumedBy: {
        service: 'monitoring.rds.amazonaws.com',
        // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html
        conditions: { StringEquals: { 'aws:SourceAccount': this.environment.account } },
      },
      managedPolicies: ['service-role/AmazonRDSEnhancedMonitoringRole'],
    });
  }
}
