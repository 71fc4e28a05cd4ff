import {
  bySize,
  bySwitch,
  byVersion,
  disrupts,
  type FieldEffect,
  nothing,
  type Reviewed,
  replaces,
  updates,
} from './field-effect';

const MODIFY =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html#USER_ModifyInstance.Settings';
const AURORA = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html';
const UPGRADE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.html';
const PARAMETERS = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html';
const STORAGE = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html';
const GLOBAL = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html';

const engineVersion = byVersion(
  replaces(
    'RDS does not downgrade an engine: it refuses, the controller stops with the error, and only a restore into a new cluster gives the older version',
    UPGRADE,
  ),
  disrupts(
    'a major engine upgrade: every instance is down while it runs, and there is no way back; RDS asks for allowMajorVersionUpgrade and parameter groups of the new family',
    UPGRADE,
  ),
  disrupts(
    'a minor engine upgrade restarts every instance: seconds to minutes without connections, at once or in the maintenance window',
    UPGRADE,
  ),
);
const instanceClass = disrupts(
  'the instance restarts with the new class; a writer fails over to a reader, where there is one',
  MODIFY,
);
const parameterGroup = disrupts(
  'another parameter group: dynamic parameters at once, static ones when the instances are rebooted',
  PARAMETERS,
);
const contents = updates(
  'dynamic parameters apply at once, static ones wait for a reboot that nobody makes by itself',
  PARAMETERS,
);
const port = disrupts('the instances restart on the new port: every client needs the new endpoint', AURORA);
const masterUser = replaces(
  'the master user name is set at creation alone: RDS has no parameter to change it, and the controller keeps reporting a difference or an error',
  AURORA,
);
const engine = replaces(
  'RDS does not turn one engine into another: a new cluster and a migration of its data are needed',
  AURORA,
);
const managedPassword = disrupts(
  'RDS makes the master password anew: connections with the old one fail until clients have read the new secret',
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html',
);
const password = updates(
  'the master password changes while the database runs: open connections go on, new ones with the old password fail',
  AURORA,
);
const certificate = disrupts(
  'the server certificate is exchanged: instances of engines that cannot do that while running restart',
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL-certificate-rotation.html',
);
const insightsKey = replaces(
  'the key of Performance Insights is fixed once it is on: RDS refuses another',
  'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html',
);
const zone = replaces('an instance stays in its availability zone: RDS moves none', MODIFY);
const network = disrupts(
  'a change between IPv4 and dual stack takes the instances down for a moment',
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
);
const membership = disrupts(
  'the cluster joins or leaves a global database: leaving ends its replication, and it becomes a database of its own that can be written to',
  GLOBAL,
);
const minor = updates('decides only whether RDS upgrades minor versions by itself', UPGRADE);
const window = updates('moves the maintenance window; what is pending runs in the new one', MODIFY);
const protection = bySwitch(
  updates(
    'RDS would no longer refuse to delete it',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
  ),
  updates(
    'RDS refuses to delete it from now on',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
  ),
);
const backups: FieldEffect = bySize(
  updates(
    'backups older than the new period are deleted: no point in time before it can be restored any more',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
  ),
  updates(
    'backups are kept longer from now on',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
  ),
);
const instanceBackups: FieldEffect = (from, to) =>
  (Number(from ?? 0) === 0) !== (Number(to ?? 0) === 0)
    ? disrupts('switching automated backups on or off takes the instance down for a moment', MODIFY)
    : typeof backups === 'function'
      ? backups(from, to)
      : backups;
const storage: FieldEffect = bySize(
  replaces('RDS does not shrink storage: it refuses, and the controller stops with the error', STORAGE),
  updates(
    'storage grows while the database runs; it cannot shrink again, and cannot be changed for six hours',
    STORAGE,
  ),
);
const multiAz = updates('RDS adds or takes away the standby while the database runs; expect latency', MODIFY);
const serverless = updates(
  'the capacity bounds change while the cluster runs',
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
);
const storageType = updates('converts the storage while the database runs', STORAGE);
const onlyNow = (what: string) => nothing(`${what}; nothing in AWS changes by it`, MODIFY);

const RENAME = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-renaming.html';
const renamed = (what: string, option: string) =>
  replaces(
    `ACK looks the ${what} up by this name, finds none of the new one and makes a second one; the first stays in AWS with its data and its cost, managed by nobody. RDS itself can rename it (${option}), and then git may follow; its endpoints change with the name in any case`,
    RENAME,
  );

/** RDS and Aurora, of ACK and Crossplane. */
export const rds: Reviewed = {
  'rds.services.k8s.aws/DBCluster': {
    backupRetentionPeriod: backups,
    characterSetName: replaces('the character set is chosen at creation', AURORA),
    dbClusterIdentifier: renamed('cluster', 'modify-db-cluster --new-db-cluster-identifier'),
    dbClusterInstanceClass: instanceClass,
    dbClusterParameterGroupName: parameterGroup,
    dbClusterParameterGroupRef: parameterGroup,
    deletionProtection: protection,
    destinationRegion: onlyNow('read at creation, for copies of encrypted snapshots'),
    engine,
    engineVersion,
    globalClusterIdentifier: membership,
    manageMasterUserPassword: managedPassword,
    masterUserPassword: password,
    masterUsername: masterUser,
    networkType: network,
    optionGroupName: updates('the option group changes in place', AURORA),
    port,
    preSignedURL: onlyNow('read at creation, for copies of encrypted snapshots'),
    serverlessV2ScalingConfiguration: serverless,
    storageType,
  },
  'rds.services.k8s.aws/DBInstance': {
    allocatedStorage: storage,
    autoMinorVersionUpgrade: minor,
    availabilityZone: zone,
    backupRetentionPeriod: instanceBackups,
    caCertificateIdentifier: certificate,
    dbClusterSnapshotIdentifier: replaces('the snapshot is read at creation alone', MODIFY),
    dbInstanceClass: instanceClass,
    dbInstanceIdentifier: renamed('instance', 'modify-db-instance --new-db-instance-identifier'),
    dbParameterGroupName: parameterGroup,
    dbParameterGroupRef: parameterGroup,
    dbSnapshotIdentifier: replaces('the snapshot is read at creation alone', MODIFY),
    deletionProtection: protection,
    destinationRegion: onlyNow('read at creation, for copies of encrypted snapshots'),
    enableCustomerOwnedIP: updates('on Outposts only', MODIFY),
    engine,
    engineVersion,
    manageMasterUserPassword: managedPassword,
    masterUserPassword: password,
    multiAZ: multiAz,
    networkType: network,
    performanceInsightsKMSKeyID: insightsKey,
    performanceInsightsKMSKeyRef: insightsKey,
    preSignedURL: onlyNow('read at creation, for copies of encrypted snapshots'),
    preferredMaintenanceWindow: window,
    sourceDBInstanceIdentifier: replaces(
      'what a replica follows is chosen at creation; taking the source away promotes it',
      MODIFY,
    ),
    storageType,
  },
  'rds.services.k8s.aws/DBClusterParameterGroup': { parameterOverrides: contents, parameters: contents },
  'rds.services.k8s.aws/DBParameterGroup': { parameterOverrides: contents, parameters: contents },
  'rds.services.k8s.aws/GlobalCluster': {
    databaseName: replaces('the first database is made at creation alone', GLOBAL),
    deletionProtection: protection,
    engineVersion,
  },
  'rds.services.k8s.aws/DBClusterEndpoint': {
    dbClusterEndpointIdentifier: replaces(
      'an endpoint keeps its name: ACK looks it up by the name, finds none and makes a second one',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterEndpoint.html',
    ),
    dbClusterIdentifier: replaces(
      'an endpoint stays with its cluster',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterEndpoint.html',
    ),
    endpointType: updates(
      'the endpoint leads to other instances at once',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterEndpoint.html',
    ),
  },
  'rds.services.k8s.aws/DBClusterSnapshot': {
    dbClusterIdentifier: replaces(
      'a snapshot is of one cluster',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html',
    ),
    dbClusterSnapshotIdentifier: replaces(
      'a snapshot keeps its name: ACK looks it up by the name, finds none and makes another snapshot',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html',
    ),
  },
  'rds.aws.m.upbound.io/Cluster': {
    allowMajorVersionUpgrade: onlyNow('a permission for the next upgrade'),
    applyImmediately: onlyNow('decides whether the next change waits for the maintenance window'),
    backupRetentionPeriod: backups,
    caCertificateIdentifier: certificate,
    dbClusterInstanceClass: instanceClass,
    dbClusterParameterGroupName: parameterGroup,
    dbClusterParameterGroupNameRef: parameterGroup,
    deletionProtection: protection,
    engineVersion,
    finalSnapshotIdentifier: onlyNow('the name of a snapshot that a deletion makes'),
    globalClusterIdentifier: membership,
    manageMasterUserPassword: managedPassword,
    masterPasswordSecretRef: password,
    networkType: network,
    port,
    serverlessv2ScalingConfiguration: serverless,
    skipFinalSnapshot: bySwitch(
      updates('a deletion makes a last snapshot', AURORA),
      updates('a deletion makes no last snapshot any more', AURORA),
    ),
    storageType,
  },
  'rds.aws.m.upbound.io/ClusterInstance': {
    applyImmediately: onlyNow('decides whether the next change waits for the maintenance window'),
    autoMinorVersionUpgrade: minor,
    caCertIdentifier: certificate,
    dbParameterGroupName: parameterGroup,
    dbParameterGroupNameRef: parameterGroup,
    engineVersion,
    forceDestroy: onlyNow('asked when the instance is deleted'),
    instanceClass,
    performanceInsightsKmsKeyId: insightsKey,
    preferredMaintenanceWindow: window,
  },
  'rds.aws.m.upbound.io/GlobalCluster': {
    deletionProtection: protection,
    engineVersion,
    forceDestroy: onlyNow('asked when the global database is deleted'),
  },
};
