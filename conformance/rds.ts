import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { ACK_REGION } from '@aws-platform/engine/manifests';
import { every } from './readers';

const CLUSTER = 'rds.services.k8s.aws/DBCluster';
const INSTANCE = 'rds.services.k8s.aws/DBInstance';
const NAME = 'platform-db';
const USER_GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide';

const cluster = (path: string) => (evidence: Evidence) => evidence.field(CLUSTER, NAME, path);
const instancesOf = (evidence: Evidence, name: string) =>
  evidence.all(INSTANCE).filter((one) => at(one, 'spec.dbClusterIdentifier') === name);

/** What all instances of the cluster have alike. */
function shared(path: string): (evidence: Evidence) => unknown {
  return (evidence) => {
    const [first, ...others] = instancesOf(evidence, NAME).map((one) => at(one, path));
    return others.every((value) => value === first) ? first : undefined;
  };
}

function zones(evidence: Evidence): string | undefined {
  const all = instancesOf(evidence, NAME).map((one) => at(one, 'spec.availabilityZone'));
  if (all.length === 0) return undefined;
  return new Set(all).size > 1 ? 'instances in several availability zones' : 'one availability zone';
}

function regionOf({ metadata }: Manifest): string | undefined {
  return metadata.annotations?.[ACK_REGION];
}

/** Another cluster of the same global cluster, in another region, with instances that can be read from. */
function farReaders(evidence: Evidence): string | undefined {
  const home = evidence.find(CLUSTER, NAME);
  if (!home) return undefined;
  const followers = evidence
    .all(CLUSTER)
    .filter(
      (one) =>
        regionOf(one) !== regionOf(home) &&
        at(one, 'spec.globalClusterIdentifier') === at(home, 'spec.globalClusterIdentifier') &&
        instancesOf(evidence, String(at(one, 'spec.dbClusterIdentifier'))).length > 0,
    );
  return followers.length > 0 ? 'cluster of the global database' : 'none';
}

/** The document's cluster, and what it asks of RDS. */
export const rds: readonly DocumentValue[] = [
  { path: 'RDSCluster.Engine', value: 'aurora-postgresql', read: cluster('spec.engine') },
  {
    path: 'RDSCluster.EngineVersion',
    value: '14.9',
    read: cluster('spec.engineVersion'),
    deviation: {
      chosen: '17.9',
      because: 'the standard support of 14.9 ended in September 2025: no new cluster can have it',
      source:
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html',
    },
  },
  { path: 'RDSCluster.DatabaseName', value: 'platform_db', read: cluster('spec.databaseName') },
  { path: 'RDSCluster.MasterUsername', value: 'dbadmin', read: cluster('spec.masterUsername') },
  { path: 'RDSCluster.BackupRetentionPeriod', value: 30, read: cluster('spec.backupRetentionPeriod') },
  {
    path: 'RDSCluster.MultiAZ',
    value: true,
    read: zones,
    deviation: {
      chosen: 'instances in several availability zones',
      because:
        'an Aurora cluster has no such switch: its storage is in three zones, and so are its instances when they are placed there',
      source: `${USER_GUIDE}/Concepts.AuroraHighAvailability.html`,
    },
  },
  { path: 'RDSCluster.StorageEncrypted', value: true, read: cluster('spec.storageEncrypted') },
  { path: 'RDSCluster.DeletionProtection', value: true, read: cluster('spec.deletionProtection') },
  { path: 'RDSCluster.MonitoringInterval', value: 60, read: shared('spec.monitoringInterval') },
  {
    path: 'RDS: Multi-AZ Deployments',
    value: true,
    read: (evidence) => new Set(instancesOf(evidence, NAME).map((one) => at(one, 'spec.availabilityZone'))).size > 1,
  },
  {
    path: 'RDS: Read Replicas: across regions',
    value: 'read replica',
    read: farReaders,
    deviation: {
      chosen: 'cluster of the global database',
      because:
        'Aurora PostgreSQL has no read replicas in other regions: clusters of a global database copy its storage there, and any of them can become the writer',
      source: `${USER_GUIDE}/aurora-global-database.html`,
    },
  },
  {
    path: 'RDS: Automated Backups',
    value: true,
    read: (evidence) => every(evidence.all(CLUSTER), (one) => Number(at(one, 'spec.backupRetentionPeriod')) >= 1),
  },
  {
    path: 'RDS: Performance Insights',
    value: true,
    read: (evidence) => every(evidence.all(CLUSTER), (one) => at(one, 'spec.enablePerformanceInsights') === true),
  },
];
