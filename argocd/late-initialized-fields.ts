import type { HeldKind } from './folder';
import type { Customizations } from './installation';

/**
 * Fields below `spec` that ACK's controllers fill in after creation, where git leaves them out (`late_initialize` in each
 * controller's generator.yaml, at the release of its CRDs in cdk8s.yaml:
 * https://github.com/aws-controllers-k8s/sqs-controller/blob/main/generator.yaml).
 */
const LATE_INITIALIZED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'acm.services.k8s.aws/Certificate': ['keyAlgorithm', 'options'],
  'applicationautoscaling.services.k8s.aws/ScalableTarget': ['roleARN'],
  'backup.services.k8s.aws/BackupSelection': ['conditions'],
  'ecr.services.k8s.aws/Repository': [
    'registryID',
    'encryptionConfiguration',
    'encryptionConfiguration.encryptionType',
    'encryptionConfiguration.kmsKey',
  ],
  'ecr.services.k8s.aws/RepositoryCreationTemplate': [
    'encryptionConfiguration',
    'encryptionConfiguration.encryptionType',
    'encryptionConfiguration.kmsKey',
  ],
  'elasticache.services.k8s.aws/ReplicationGroup': ['cacheParameterGroupName', 'durability'],
  'elbv2.services.k8s.aws/LoadBalancer': ['securityGroups', 'enablePrefixForIPv6SourceNAT'],
  'iam.services.k8s.aws/Role': ['maxSessionDuration', 'path'],
  'lambda.services.k8s.aws/Function': ['durableConfig'],
  'rds.services.k8s.aws/DBCluster': ['networkType'],
  'rds.services.k8s.aws/DBInstance': [
    'availabilityZone',
    'kmsKeyID',
    'backupTarget',
    'networkType',
    'autoMinorVersionUpgrade',
    'caCertificateIdentifier',
    'performanceInsightsEnabled',
    'performanceInsightsKMSKeyID',
    'performanceInsightsRetentionPeriod',
    'masterUsername',
    'dbName',
    'engineVersion',
    'databaseInsightsMode',
    'allocatedStorage',
    'backupRetentionPeriod',
    'deletionProtection',
    'licenseModel',
    'multiAZ',
    'preferredBackupWindow',
    'preferredMaintenanceWindow',
    'storageEncrypted',
    'storageThroughput',
    'storageType',
    'monitoringInterval',
    'publiclyAccessible',
    'promotionTier',
    'copyTagsToSnapshot',
    'iops',
  ],
  's3.services.k8s.aws/Bucket': ['abac', 'encryption', 'ownershipControls'],
  'sns.services.k8s.aws/Topic': ['policy'],
  'sqs.services.k8s.aws/Queue': [
    'delaySeconds',
    'maximumMessageSize',
    'messageRetentionPeriod',
    'sqsManagedSSEEnabled',
    'receiveMessageWaitTimeSeconds',
    'visibilityTimeout',
  ],
};

/**
 * `resource.customizations.ignoreDifferences.…` of argocd-cm for kinds that ACK fills in. A field that git sets in any
 * object of its kind is not ignored, or a change of it would never arrive (https://github.com/argoproj/argo-cd/issues/26588).
 */
export function ignoredLateInitializedFields(kinds: readonly HeldKind[]): Customizations {
  const rules = Object.entries(LATE_INITIALIZED_FIELDS).flatMap(([key, paths]) => {
    const specs = kinds.filter(({ group, kind }) => `${group}/${kind}` === key).flatMap(({ specs }) => specs);
    const left = paths.map((path) => path.split('.')).filter((path) => !specs.some((spec) => has(spec, path)));
    // what is below an ignored field is ignored with it
    const pointers = left
      .map((path) => `/spec/${path.join('/')}`)
      .filter((pointer, _, all) => !all.some((other) => pointer.startsWith(`${other}/`)));
    if (specs.length === 0 || pointers.length === 0) return [];
    const list = pointers.map((pointer) => `  - ${pointer}\n`).join('');
    return [[`resource.customizations.ignoreDifferences.${key.replace('/', '_')}`, `jsonPointers:\n${list}`]];
  });
  return Object.fromEntries(rules);
}

function has(value: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && has((value as Record<string, unknown>)[first], rest);
}
