import { parameterGroupFamily } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { AWS_NAMESPACE } from '../core/aws-namespace';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { SecurityGroup } from '../ec2/security-group';
import { DbClusterParameterGroup } from './db-cluster-parameter-group';
import { clusterProblems } from './db-cluster-problems';
import { DbInstance, type Monitoring } from './db-instance';
import { DbParameterGroup } from './db-parameter-group';
import { DbSubnetGroup } from './db-subnet-group';
import { ENGINE, type GlobalCluster } from './global-cluster';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export interface DbClusterProps {
  readonly globalCluster: GlobalCluster;
  /** The cluster with a master user is the first writer, in the home region; one that follows is in the DR region. */
  readonly part: FirstWriter | Follower;
  /** Of a follower it may be newer than the writer's. @default the global cluster's */
  readonly engineVersion?: string;
  readonly instances: Instances;
  readonly securityGroup: SecurityGroup;
  readonly parameters: ClusterParameters;
  /** How far back a point in time can be restored, 1 to 35 days. */
  readonly backupRetention: Duration;
  /** When the daily backup begins, at least 30 minutes in UTC: `07:00-09:00`. */
  readonly backupWindow: string;
  /** When AWS may restart it, at least 30 minutes in UTC, not during the backup: `sun:05:00-sun:05:30`. */
  readonly maintenanceWindow: string;
  readonly monitoring: Monitoring;
  readonly insights: Insights;
  /** Days that CloudWatch keeps what the database logs. */
  readonly logRetentionDays: number;
}

/** Makes the database and its master user. */
export interface FirstWriter {
  readonly masterUser: {
    /** 1 to 16 letters and digits. Fixed once the cluster is made. */
    readonly name: string;
    /**
     * The password's Secret, beside the cluster, and the key in it. Read at creation; later whoever rotates it changes
     * it.
     */
    readonly password: { readonly secretName: string; readonly key: string };
  };
}

/** Copies what another cluster writes, database and users included. */
export interface Follower {
  readonly follows: DbCluster;
}

export interface Instances {
  /** 1 to 15, or none in a follower: it then only stores. Each has another availability zone than the one before. */
  readonly count: number;
  readonly instanceClass: string;
}

export interface ClusterParameters {
  /** Of all instances. */
  readonly cluster: Readonly<Record<string, string>>;
  readonly instance: Readonly<Record<string, string>>;
}

/** Database Insights shows which statements wait for what. */
export interface Insights {
  /** `advanced` also shows locks, plans and fleets, and keeps at least 465 days. */
  readonly mode: 'standard' | 'advanced';
  /** 7, 1 to 23 months of 31 days, or 731. */
  readonly retentionDays: number;
}

const KIND = 'rds.services.k8s.aws/DBCluster';

/**
 * An Aurora PostgreSQL cluster of a global database: storage with its key, log, parameters, subnets and instances.
 * Never deleted with its manifest.
 */
export class DbCluster extends AwsObject {
  /** Where statements that write go. Known once AWS has made it; a follower has one when it has become the writer. */
  readonly endpoint: string;
  /** Where statements that only read may go. Known once AWS has made it. */
  readonly readerEndpoint: string;
  readonly arn: string;
  readonly isFollower: boolean;
  readonly globalCluster: GlobalCluster;
  readonly subnetGroup: DbSubnetGroup;
  private readonly engineVersion: string;
  private readonly dbInstances: readonly DbInstance[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DbClusterProps,
  ) {
    super(scope, id);
    const { globalCluster, part, engineVersion = globalCluster.engineVersion, logRetentionDays } = props;
    this.globalCluster = globalCluster;
    this.engineVersion = engineVersion;
    this.isFollower = 'follows' in part;
    this.check();
    this.arn = this.arnIn(this.region, KIND);

    // before the cluster, which would make it without a key and for ever
    new LogGroup(this, id, {
      awsPrefix: '/aws/rds/cluster/',
      awsSuffix: '/postgresql',
      retentionDays: logRetentionDays,
      region: this.region,
    });
    this.subnetGroup = new DbSubnetGroup(this, `${id}-subnets`, {
      description: `Database subnets of ${this.awsName}`,
      region: this.isFollower ? 'dr' : 'home',
    });
    const resource = this.cluster();
    this.endpoint = late(resource, 'status.endpoint');
    this.readerEndpoint = late(resource, 'status.readerEndpoint');
    this.dbInstances = this.instances();
  }

  private get region(): string {
    return this.isFollower ? this.need('dr').region : this.landing.region;
  }

  /** A major version has parameter groups of its own, so that there are some to change to. */
  private get family(): string {
    return parameterGroupFamily(this.engineVersion);
  }

  private cluster(): rds.DbCluster {
    const { securityGroup, backupRetention, backupWindow, maintenanceWindow, insights, parameters } = this.props;
    const key = this.keyIn(this.region, 'data');
    const parameterGroup = new DbClusterParameterGroup(this, `${this.node.id}-cluster-${this.family}`, {
      description: `All instances of ${this.awsName}`,
      family: this.family,
      parameters: parameters.cluster,
      region: this.region,
    });
    return new rds.DbCluster(this, 'Resource', {
      metadata: this.statefulAckMetadata({}, this.region),
      spec: {
        dbClusterIdentifier: this.awsName,
        globalClusterIdentifier: this.globalCluster.awsName,
        engine: ENGINE,
        engineVersion: this.engineVersion,
        ...this.origin(),
        dbSubnetGroupRef: { from: { name: this.subnetGroup.node.id } },
        dbClusterParameterGroupRef: { from: { name: parameterGroup.node.id } },
        vpcSecurityGroupIDs: [securityGroup.id],
        storageEncrypted: true,
        kmsKeyId: key,
        backupRetentionPeriod: backupRetention.toDays(),
        preferredBackupWindow: backupWindow,
        preferredMaintenanceWindow: maintenanceWindow,
        copyTagsToSnapshot: true,
        deletionProtection: true,
        enableIamDatabaseAuthentication: true,
        enableCloudwatchLogsExports: ['postgresql'],
        // without it the controller would take every minor version for one that AWS chose, and never upgrade
        autoMinorVersionUpgrade: false,
        enablePerformanceInsights: true,
        databaseInsightsMode: insights.mode,
        performanceInsightsRetentionPeriod: insights.retentionDays,
        performanceInsightsKmsKeyId: key,
        tags: tagList(this.statefulTags),
      },
    });
  }

  /** Where the data comes from: from a new database, or from the cluster that is followed. */
  private origin(): Partial<rds.DbClusterSpec> {
    const { part } = this.props;
    if ('follows' in part) {
      const [writer] = part.follows.dbInstances;
      // AWS asks where an encrypted database comes from
      // (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/719). This waits for an instance
      // to follow, too: the first cluster to join is the writer, and without a user AWS would call its parameters
      // wrong, after which the controller does not ask again
      return { sourceRegion: writer!.availableRegion };
    }
    const { name, password } = part.masterUser;
    return {
      databaseName: this.globalCluster.databaseName,
      masterUsername: name,
      masterUserPassword: { namespace: AWS_NAMESPACE, name: password.secretName, key: password.key },
    };
  }

  private instances(): DbInstance[] {
    const { instances, parameters, monitoring, maintenanceWindow } = this.props;
    const parameterGroup = new DbParameterGroup(this, `${this.node.id}-${this.family}`, {
      description: `Instances of ${this.awsName}`,
      family: this.family,
      parameters: parameters.instance,
      region: this.region,
    });
    return this.zones(instances.count).map(
      (availabilityZone, index) =>
        new DbInstance(this, `${this.node.id}-${index + 1}`, {
          clusterName: this.awsName,
          instanceClass: instances.instanceClass,
          availabilityZone,
          subnetGroup: this.subnetGroup,
          parameterGroup,
          monitoring,
          maintenanceWindow,
          region: this.region,
        }),
    );
  }

  /** The availability zone of each instance: in turn, so that no zone has the writer and all readers. */
  private zones(count: number): string[] {
    const { availabilityZones } = this.need(this.isFollower ? 'dr.vpc' : 'vpc');
    if (count > 1 && new Set(availabilityZones).size < 2)
      this.fail(`${count} instances in the one availability zone ${availabilityZones[0]}, at least 2 zones are needed`);
    return Array.from({ length: count }, (_, index) => availabilityZones[index % availabilityZones.length]!);
  }

  private check(): void {
    const { instances, backupRetention } = this.props;
    this.requireMatch(
      'cluster name',
      this.awsName,
      /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
      '1 to 63 small letters, digits and single hyphens, a letter first, no hyphen last',
    );
    // one writer and 15 readers, less one reader for the region that follows:
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html
    const [fewest, most] = this.isFollower ? [0, 16] : [1, 15];
    this.requireRange('instances.count', instances.count, fewest, most);
    this.requireRange('backupRetention', backupRetention.toDays({ integral: false }), 1, 35, ' days');
    for (const problem of clusterProblems(this.props, this.engineVersion)) this.fail(problem);
  }
}
