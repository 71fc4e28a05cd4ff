import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { ACK_REGION } from '@aws-platform/engine/manifests';
import { every } from './readers';

const BUCKET = 's3.services.k8s.aws/Bucket';
const FILE_SYSTEM = 'efs.services.k8s.aws/FileSystem';
const MOUNT_TARGET = 'efs.services.k8s.aws/MountTarget';
const ACCESS_POINT = 'efs.services.k8s.aws/AccessPoint';
const STORAGE_CLASS = 'storage.k8s.io/StorageClass';
const SNAPSHOT_CLASS = 'snapshot.storage.k8s.io/VolumeSnapshotClass';
const DATA = 'data-bucket';

const isTrueOfAll = (kind: string, holds: (one: Manifest) => boolean) => (evidence: Evidence) =>
  every(evidence.all(kind), holds);
const names = (list: unknown) => (list as { id: string }[] | undefined)?.map(({ id }) => id);

function storageClasses(evidence: Evidence): string[] {
  const classes = evidence
    .all(BUCKET)
    .flatMap((bucket) => at(bucket, 'spec.lifecycle.rules') as { transitions?: { storageClass: string }[] }[])
    .flatMap(({ transitions = [] }) => transitions.map(({ storageClass }) => storageClass));
  return [...new Set(classes)].sort();
}

function blockClasses(evidence: Evidence): Manifest[] {
  return evidence.all(STORAGE_CLASS).filter((one) => at(one, 'provisioner') === 'ebs.csi.aws.com');
}

/** Whether objects of the bucket go to one that is in another region. */
function isReplicatedAway(evidence: Evidence): boolean {
  const regionOf = (bucket: Manifest | undefined) => bucket?.metadata.annotations?.[ACK_REGION];
  const data = evidence.find(BUCKET, DATA);
  const to = at(data, 'spec.replication.rules[0].destination.bucket');
  const copy = evidence.all(BUCKET).find((bucket) => evidence.arn(BUCKET, bucket.metadata.name) === to);
  return copy !== undefined && regionOf(copy) !== regionOf(data);
}

/** What the document asks of S3 and EFS. */
export const storage: readonly DocumentValue[] = [
  {
    path: 'LambdaFunctions.DataProcessing.Events: S3',
    value: DATA,
    read: (evidence) => evidence.find(BUCKET, DATA) && neutralName(evidence),
    deviation: {
      chosen: 'data-bucket-account-region',
      because: "all of AWS shares the names of buckets, and 'data-bucket' is somebody else's",
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    },
  },
  {
    path: 'LambdaFunctions.DataProcessing.Events: S3: calls the function',
    value: 'arn:aws:lambda:region:account:function:data-processing',
    read: (evidence) =>
      evidence.neutral(
        evidence.field(BUCKET, DATA, 'spec.notification.lambdaFunctionConfigurations[0].lambdaFunctionARN'),
      ),
  },
  {
    path: 'S3: Storage Classes',
    value: ['GLACIER', 'GLACIER_IR', 'INTELLIGENT_TIERING', 'STANDARD_IA'],
    read: storageClasses,
  },
  {
    path: 'S3: Versioning',
    value: true,
    read: isTrueOfAll(BUCKET, (bucket) => at(bucket, 'spec.versioning.status') === 'Enabled'),
  },
  { path: 'S3: Cross-Region Replication', value: true, read: isReplicatedAway },
  {
    path: 'S3: Event Notifications',
    value: { functions: ['incoming'], queues: ['removed'] },
    read: (evidence) => ({
      functions: names(evidence.field(BUCKET, DATA, 'spec.notification.lambdaFunctionConfigurations')),
      queues: names(evidence.field(BUCKET, DATA, 'spec.notification.queueConfigurations')),
    }),
  },
  {
    path: 'EBS: Multiple Volume Types',
    value: ['gp3', 'io2', 'st1'],
    read: (evidence) => blockClasses(evidence).map((one) => at(one, 'parameters.type')),
  },
  { path: 'EBS: Snapshots', value: true, read: (evidence) => evidence.all(SNAPSHOT_CLASS).length > 0 },
  {
    path: 'EBS: Encryption',
    value: true,
    read: (evidence) => every(blockClasses(evidence), (one) => at(one, 'parameters.encrypted') === 'true'),
  },
  {
    path: 'EBS: Multi-Attach',
    value: true,
    read: (evidence) => blockClasses(evidence).some((one) => at(one, 'parameters.type') === 'io2'),
  },
  {
    path: 'EFS: POSIX Compliance',
    value: true,
    read: isTrueOfAll(ACCESS_POINT, (point) => at(point, 'spec.posixUser.uid') !== undefined),
  },
  {
    path: 'EFS: Automatic Scaling',
    value: ['elastic'],
    read: (evidence) => evidence.all(FILE_SYSTEM).map((one) => at(one, 'spec.throughputMode')),
  },
  { path: 'EFS: Multi-AZ: mount targets', value: 3, read: (evidence) => evidence.all(MOUNT_TARGET).length },
  {
    path: 'EFS: Performance Modes',
    value: ['generalPurpose'],
    read: (evidence) => evidence.all(FILE_SYSTEM).map((one) => at(one, 'spec.performanceMode')),
  },
  {
    path: 'JenkinsConfiguration.PersistentStorage',
    value: 'Amazon EFS',
    read: (evidence) => evidence.find(ACCESS_POINT, 'jenkins') && 'Amazon EFS',
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: S3 for artifact storage',
    value: true,
    read: (evidence) => evidence.find(BUCKET, 'artifacts') !== undefined,
  },
];

/** The bucket's name with `account` and `region` in place of the environment's. */
function neutralName(evidence: Evidence): string {
  return String(evidence.field(BUCKET, DATA, 'spec.name')).replace(/\d{12}-[a-z]{2}-[a-z]+-\d$/, 'account-region');
}
