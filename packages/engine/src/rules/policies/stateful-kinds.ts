/** A kind that holds data or identities: deleting it loses something. */
export interface StatefulKind {
  /** The field with which AWS itself refuses the deletion, where the kind has one. */
  readonly protection?: { readonly path: string; readonly value: boolean | string };
  /** DBInstances of Aurora are protected by their cluster. */
  readonly unprotectedWhen?: RegExp;
  /** Where its tags stand, as a map or as a list of these fields. */
  readonly tags?: { readonly path: string; readonly list?: { readonly key: string; readonly value: string } };
}

/** Keyed by group and kind, what Cloud Control makes by CloudFormation's type. Fields by the CRDs. */
export const statefulKinds: Readonly<Record<string, StatefulKind>> = {
  'AWS::Kinesis::Stream': {},
  'backup.aws.m.upbound.io/Vault': { tags: { path: 'spec.forProvider.tags' } },
  'backup.services.k8s.aws/BackupVault': { tags: { path: 'spec.tags' } },
  'cloudtrail.aws.m.upbound.io/Trail': { tags: { path: 'spec.forProvider.tags' } },
  'cloudtrail.services.k8s.aws/Trail': { tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } } },
  'cloudwatchevents.aws.m.upbound.io/Archive': {},
  'cloudwatchlogs.aws.m.upbound.io/Group': {
    protection: { path: 'spec.forProvider.deletionProtectionEnabled', value: true },
    tags: { path: 'spec.forProvider.tags' },
  },
  'cloudwatchlogs.services.k8s.aws/LogGroup': { tags: { path: 'spec.tags' } },
  'codecommit.aws.m.upbound.io/Repository': { tags: { path: 'spec.forProvider.tags' } },
  'cognitoidentity.aws.m.upbound.io/Pool': { tags: { path: 'spec.forProvider.tags' } },
  'cognitoidentityprovider.services.k8s.aws/UserPool': {
    protection: { path: 'spec.deletionProtection', value: 'ACTIVE' },
    tags: { path: 'spec.tags' },
  },
  'cognitoidp.aws.m.upbound.io/UserPool': {
    protection: { path: 'spec.forProvider.deletionProtection', value: 'ACTIVE' },
    tags: { path: 'spec.forProvider.tags' },
  },
  'dax.aws.m.upbound.io/Cluster': { tags: { path: 'spec.forProvider.tags' } },
  'dynamodb.aws.m.upbound.io/Table': {
    protection: { path: 'spec.forProvider.deletionProtectionEnabled', value: true },
    tags: { path: 'spec.forProvider.tags' },
  },
  'dynamodb.aws.m.upbound.io/TableReplica': {
    protection: { path: 'spec.forProvider.deletionProtectionEnabled', value: true },
    tags: { path: 'spec.forProvider.tags' },
  },
  'dynamodb.services.k8s.aws/Table': {
    protection: { path: 'spec.deletionProtectionEnabled', value: true },
    tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } },
  },
  'ecr.services.k8s.aws/Repository': { tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } } },
  'efs.services.k8s.aws/FileSystem': { tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } } },
  'elasticache.aws.m.upbound.io/ReplicationGroup': { tags: { path: 'spec.forProvider.tags' } },
  'elasticache.services.k8s.aws/ReplicationGroup': {
    tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } },
  },
  'eventbridge.services.k8s.aws/Archive': {},
  'grafana.aws.m.upbound.io/Workspace': { tags: { path: 'spec.forProvider.tags' } },
  'kinesis.services.k8s.aws/Stream': { tags: { path: 'spec.tags' } },
  'kms.aws.m.upbound.io/ReplicaKey': { tags: { path: 'spec.forProvider.tags' } },
  'kms.services.k8s.aws/Key': { tags: { path: 'spec.tags', list: { key: 'tagKey', value: 'tagValue' } } },
  'prometheusservice.services.k8s.aws/Workspace': { tags: { path: 'spec.tags' } },
  'rds.aws.m.upbound.io/Cluster': {
    protection: { path: 'spec.forProvider.deletionProtection', value: true },
    tags: { path: 'spec.forProvider.tags' },
  },
  'rds.aws.m.upbound.io/ClusterInstance': { tags: { path: 'spec.forProvider.tags' } },
  'rds.aws.m.upbound.io/GlobalCluster': {
    protection: { path: 'spec.forProvider.deletionProtection', value: true },
    tags: { path: 'spec.forProvider.tags' },
  },
  'rds.services.k8s.aws/DBCluster': {
    protection: { path: 'spec.deletionProtection', value: true },
    tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } },
  },
  'rds.services.k8s.aws/DBInstance': {
    protection: { path: 'spec.deletionProtection', value: true },
    unprotectedWhen: /^aurora/,
    tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } },
  },
  'rds.services.k8s.aws/GlobalCluster': {
    protection: { path: 'spec.deletionProtection', value: true },
    tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } },
  },
  'route53.services.k8s.aws/HostedZone': { tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } } },
  's3.services.k8s.aws/Bucket': { tags: { path: 'spec.tagging.tagSet', list: { key: 'key', value: 'value' } } },
  'secretsmanager.services.k8s.aws/Secret': { tags: { path: 'spec.tags', list: { key: 'key', value: 'value' } } },
  'sqs.services.k8s.aws/Queue': { tags: { path: 'spec.tags' } },
};
