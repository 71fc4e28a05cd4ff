import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as rds from '../imports/rds.services.k8s.aws';
import {
  ADVANCED_INSIGHTS_DAYS,
  INSIGHTS_RETENTION_DAYS,
  isReservedUser,
  parameterGroupFamily,
} from '../lib/aws/aurora-postgresql';
import { arnFor } from '../lib/aws/physical';
import { dailyWindow, weeklyWindow, windowsOverlap } from '../lib/aws/time-window';
import { AwsObject, type StatefulProps, tagList } from './aws-object';
import { DbInstance, type Monitoring } from './db-instance';
import { DbClusterParameterGroup, DbParameterGroup } from './db-parameter-group';
import { DbSubnetGroup } from './db-subnet-group';
import { ENGINE, type GlobalCluster } from './global-cluster';
import { late } from './late';
import { LogGroup } from './log-group';
import type { SecurityGroup } from './security-group';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export interface DbClusterProps extends StatefulProps {
  readonly globalCluster: GlobalCluster;
  /** The cluster with a master user is the first writer, in the home region; one that follows is in the DR region. */
  readonly part: FirstWriter | Follower;
  /** Of a follower it may be newer than the writer's. @default the global cluster's */
  readonly engineVersion?: string;
  readonly instances: Instances;
  readonly securityGroup: SecurityGroup;
  readonly parameters: Parameters;
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
    /** The password's Secret, beside the cluster, and the key in it. Read at creation; later whoever rotates it changes it. */
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

export interface Parameters {
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
const HALF_AN_HOUR = 30;

/**
 * An Aurora PostgreSQL cluster of a global database: storage with its key, log, parameters, subnets and instances. Never deleted with its
 * manifest.
 */
export class DbCluster extends AwsObject {
  /** Where statements that write go. Known once AWS has made it; a follower has one when it has become the writer. */
  readonly endpoint: string;
  /** Where statements that only read may go. Known once AWS has made it. */
  readonly readerEndpoint: string;
  readonly arn: string;
  private readonly dbInstances: readonly DbInstance[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DbClusterProps,
  ) {
    super(scope, id);
    const { globalCluster, part, engineVersion = globalCluster.engineVersion, instances, securityGroup } = props;
    const { parameters, insights, logRetentionDays, removal } = props;
    this.check(engineVersion);
    const { drRegion, outputs } = this.environment;
    const isFollower = 'follows' in part;
    const region = isFollower ? drRegion : undefined;
    const vpc = isFollower ? 'dr' : 'home';
    const { data: key } = isFollower ? outputs.dr.keys : outputs.keys;
    this.arn = arnFor(KIND, this.awsName, { ...this.environment, region: region ?? this.environment.region });

    // before the cluster, which would make it without a key and for ever
    new LogGroup(this, id, {
      awsPrefix: '/aws/rds/cluster/',
      awsSuffix: '/postgresql',
      retentionDays: logRetentionDays,
      region,
    });
    const subnetGroup = new DbSubnetGroup(this, `${id}-subnets`, {
      description: `Database subnets of ${this.awsName}`,
      region: vpc,
    });
    // a major version has groups of its own, so that there is one to change to
    const family = parameterGroupFamily(engineVersion);
    const clusterParameters = new DbClusterParameterGroup(this, `${id}-cluster-${family}`, {
      description: `All instances of ${this.awsName}`,
      family,
      parameters: parameters.cluster,
      region,
    });

    const resource = new rds.DbCluster(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }, region),
      spec: {
        dbClusterIdentifier: this.awsName,
        globalClusterIdentifier: globalCluster.awsName,
        engine: ENGINE,
        engineVersion,
        ...this.origin(),
        dbSubnetGroupRef: { from: { name: subnetGroup.node.id } },
        dbClusterParameterGroupRef: { from: { name: clusterParameters.node.id } },
        vpcSecurityGroupIDs: [securityGroup.id],
        storageEncrypted: true,
        kmsKeyId: key,
        backupRetentionPeriod: props.backupRetention.toDays(),
        preferredBackupWindow: props.backupWindow,
        preferredMaintenanceWindow: props.maintenanceWindow,
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
    this.endpoint = late(resource, 'status.endpoint');
    this.readerEndpoint = late(resource, 'status.readerEndpoint');

    const parameterGroup = new DbParameterGroup(this, `${id}-${family}`, {
      description: `Instances of ${this.awsName}`,
      family,
      parameters: parameters.instance,
      region,
    });
    this.dbInstances = this.placed(instances.count).map(
      (availabilityZone, index) =>
        new DbInstance(this, `${id}-${index + 1}`, {
          clusterName: this.awsName,
          instanceClass: instances.instanceClass,
          availabilityZone,
          subnetGroup,
          parameterGroup,
          monitoring: props.monitoring,
          maintenanceWindow: props.maintenanceWindow,
          region,
          removal,
        }),
    );
  }

  /** Where the data comes from: from a new database, or from the cluster that is followed. */
  private origin(): Partial<rds.DbClusterSpec> {
    const { part, globalCluster } = this.props;
    if ('follows' in part) {
      const [writer] = part.follows.dbInstances;
      // AWS wants to hear where an encrypted database comes from, and takes a follower only when there is an instance to follow; before
      // that it answers that parameters are wrong, and the controller would not ask again
      return { sourceRegion: writer!.availableRegion };
    }
    const { name, password } = part.masterUser;
    return {
      databaseName: globalCluster.databaseName,
      masterUsername: name,
      masterUserPassword: { namespace: 'aws', name: password.secretName, key: password.key },
    };
  }

  /** The availability zone of each instance: in turn, so that no zone has the writer and all readers. */
  private placed(count: number): string[] {
    const { network, drNetwork } = this.environment;
    const { availabilityZones: zones } = 'follows' in this.props.part ? drNetwork : network;
    if (count > 1 && new Set(zones).size < 2)
      this.fail(`${count} instances in the one availability zone ${zones[0]}, at least 2 zones are needed`);
    return Array.from({ length: count }, (_, index) => zones[index % zones.length]!);
  }

  private check(engineVersion: string): void {
    const { part, globalCluster, instances, backupRetention } = this.props;
    this.requireMatch(
      'cluster name',
      this.awsName,
      /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
      '1 to 63 small letters, digits and single hyphens, a letter first, no hyphen last',
    );
    const isFollower = 'follows' in part;
    // one writer and 15 readers, less one reader for each region that follows:
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html
    this.requireRange('instances.count', instances.count, isFollower ? 0 : 1, isFollower ? 16 : 15);
    this.requireRange('backupRetention', backupRetention.toDays({ integral: false }), 1, 35, ' days');
    this.checkWindows();
    this.checkInsights();
    if (isFollower) this.checkFollower(part, engineVersion);
    else this.checkMasterUser(part);
    if (!isFollower && engineVersion !== globalCluster.engineVersion)
      this.fail(`engineVersion ${engineVersion} is not the global cluster's ${globalCluster.engineVersion}`);
  }

  private checkFollower({ follows }: Follower, engineVersion: string): void {
    if ('follows' in follows.props.part)
      this.fail(`follows '${follows.node.id}', which itself follows another cluster`);
    if (follows.props.globalCluster !== this.props.globalCluster)
      this.fail(`follows '${follows.node.id}', which is part of another global cluster`);
    const { engineVersion: writers } = this.props.globalCluster;
    if (compareVersions(engineVersion, writers) < 0)
      this.fail(
        `engineVersion ${engineVersion} is older than the writer's ${writers}, the same or a newer one is allowed`,
      );
  }

  private checkMasterUser({ masterUser: { name } }: FirstWriter): void {
    this.requireMatch(
      'masterUser.name',
      name,
      /^[A-Za-z][A-Za-z0-9]{0,15}$/,
      '1 to 16 letters and digits, a letter first',
    );
    if (isReservedUser(name)) this.fail(`masterUser.name '${name}' is reserved by the engine`);
  }

  private checkWindows(): void {
    const { backupWindow, maintenanceWindow } = this.props;
    const backup = dailyWindow(backupWindow);
    const maintenance = weeklyWindow(maintenanceWindow);
    if (!backup) this.fail(`backupWindow '${backupWindow}' is not allowed, only times in UTC such as 07:00-09:00`);
    if (!maintenance)
      this.fail(
        `maintenanceWindow '${maintenanceWindow}' is not allowed, only times in UTC such as sun:05:00-sun:05:30`,
      );
    for (const [name, { minutes }] of Object.entries({ backupWindow: backup, maintenanceWindow: maintenance }))
      if (minutes < HALF_AN_HOUR) this.fail(`${name} has ${minutes} minutes, at least ${HALF_AN_HOUR} are needed`);
    if (windowsOverlap(backup, maintenance))
      this.fail(`backupWindow ${backupWindow} and maintenanceWindow ${maintenanceWindow} overlap, which AWS refuses`);
  }

  private checkInsights(): void {
    const { mode, retentionDays } = this.props.insights;
    if (!INSIGHTS_RETENTION_DAYS.includes(retentionDays))
      this.fail(`insights.retentionDays is ${retentionDays}, allowed are 7, 31 to 713 in steps of 31, and 731`);
    if (mode === 'advanced' && retentionDays < ADVANCED_INSIGHTS_DAYS)
      this.fail(
        `insights.retentionDays is ${retentionDays}, the advanced mode needs at least ${ADVANCED_INSIGHTS_DAYS}`,
      );
  }
}

function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
