import { kindKey, type Manifest, records } from '../../manifests';
import type { Field, Mention } from '../mention';

type Reader = (manifest: Manifest, field: Field) => Mention[];
type Fields = Readonly<Record<string, unknown>>;

const BUCKET = 's3.services.k8s.aws/Bucket';

const STORES: Reader = (manifest, { value, path }) =>
  [value].flat().flatMap((item): Mention[] => {
    const { name, kind = 'SecretStore' } = (item ?? {}) as Fields;
    if (typeof name !== 'string') return [];
    const namespace = kind === 'ClusterSecretStore' ? undefined : manifest.metadata.namespace;
    return [{ by: 'name', kinds: [`external-secrets.io/${kind}`], name, namespace, path, needed: true }];
  });

const GENERATOR: Reader = (manifest, { value, path }) => {
  const { name, kind } = (value ?? {}) as Fields;
  if (typeof name !== 'string') return [];
  const namespace = kind === 'ClusterGenerator' ? undefined : manifest.metadata.namespace;
  return [{ by: 'name', kinds: [`generators.external-secrets.io/${kind}`], name, namespace, path, needed: true }];
};

/** An account and region has one recorder of AWS Config, which AWS calls so. */
const RECORDER: Reader = (_manifest, { path }) => [
  {
    by: 'aws-name',
    kinds: ['configservice.aws.m.upbound.io/ConfigurationRecorder'],
    name: 'default',
    path,
    needed: true,
  },
];

const SECRETS = ['secretsmanager.services.k8s.aws/Secret', 'secretsmanager.aws.m.upbound.io/Secret'];

/** A secret of Secrets Manager, which External Secrets calls `key` where it reads, and `remoteKey` where it writes. */
const REMOTE: Reader = (_manifest, { value, path }) => {
  const { key, remoteKey = key } = (value ?? {}) as Fields;
  if (typeof remoteKey !== 'string') return [];
  return [{ by: 'aws-name', kinds: SECRETS, name: remoteKey, path, needed: true }];
};

/** Where a pushed secret's policy stands. */
const POLICY_SOURCE: Reader = ({ metadata }, { value, path }) => {
  const { kind, name, key } = (value ?? {}) as Fields;
  if (typeof name !== 'string') return [];
  const text = typeof key === 'string' ? key : undefined;
  return [
    {
      by: 'name',
      kinds: [`/${kind}`],
      name,
      namespace: metadata.namespace ?? 'default',
      key: text,
      path,
      needed: true,
    },
  ];
};

/** Fields of other controllers' kinds, by kind and field name. */
const READERS: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  'argoproj.io/Application': {
    project: ({ metadata }, { value, path }) =>
      typeof value === 'string' && value !== 'default'
        ? [
            {
              by: 'name',
              kinds: ['argoproj.io/AppProject'],
              name: value,
              namespace: metadata.namespace,
              path,
              needed: true,
            },
          ]
        : [],
  },
  'elbv2.services.k8s.aws/LoadBalancer': {
    attributes: (_, { value, path }) =>
      records(value).flatMap((attribute, index) =>
        attribute['key'] === 'access_logs.s3.bucket'
          ? awsName([BUCKET], { name: 'value', value: attribute['value'], path: `${path}[${index}].value` })
          : [],
      ),
  },
  // its controls are rules of AWS Config
  'backup.aws.m.upbound.io/Framework': { control: RECORDER },
  'configservice.aws.m.upbound.io/AWSConfigurationRecorderStatus': { isEnabled: RECORDER },
  'configservice.aws.m.upbound.io/DeliveryChannel': { forProvider: RECORDER },
  'external-secrets.io/ExternalSecret': {
    extract: REMOTE,
    generatorRef: GENERATOR,
    remoteRef: REMOTE,
    secretStoreRef: STORES,
  },
  'external-secrets.io/PushSecret': {
    generatorRef: GENERATOR,
    policySourceRef: POLICY_SOURCE,
    remoteRef: REMOTE,
    secretStoreRefs: STORES,
  },
};

const VAULTS = ['backup.aws.m.upbound.io/Vault', 'backup.services.k8s.aws/BackupVault'];

/**
 * Fields that hold the AWS name of an object of the tree, by the group that they stand in: names that say one thing in
 * each.
 */
const AWS_NAMES: readonly { readonly groups: RegExp; readonly field: string; readonly kinds: readonly string[] }[] = [
  {
    groups: /^(?:eventbridge\.services\.k8s\.aws|cloudwatchevents\.aws\.m\.upbound\.io)\//,
    field: 'eventBusName',
    kinds: ['cloudwatchevents.aws.m.upbound.io/Bus', 'eventbridge.services.k8s.aws/EventBus'],
  },
  {
    groups: /^lambda\.(?:services\.k8s\.aws|aws\.m\.upbound\.io)\//,
    field: 'functionName',
    kinds: ['lambda.services.k8s.aws/Function'],
  },
  {
    groups: /^cloudwatchlogs\.aws\.m\.upbound\.io\//,
    field: 'logGroupName',
    kinds: ['cloudwatchlogs.aws.m.upbound.io/Group', 'cloudwatchlogs.services.k8s.aws/LogGroup'],
  },
  {
    groups: /^(?:elasticache|lambda)\.services\.k8s\.aws\//,
    field: 'logGroup',
    kinds: ['cloudwatchlogs.aws.m.upbound.io/Group', 'cloudwatchlogs.services.k8s.aws/LogGroup'],
  },
  { groups: /^s3\.services\.k8s\.aws\//, field: 'targetBucket', kinds: [BUCKET] },
  {
    groups: /^(?:backup|cloudtrail|configservice)\.aws\.m\.upbound\.io\//,
    field: 's3BucketName',
    kinds: [BUCKET],
  },
  { groups: /^backup\.aws\.m\.upbound\.io\//, field: 'backupVaultName', kinds: VAULTS },
  { groups: /^backup\.services\.k8s\.aws\//, field: 'targetBackupVaultName', kinds: VAULTS },
  {
    groups: /^rds\.(?:services\.k8s\.aws|aws\.m\.upbound\.io)\//,
    field: 'dbClusterIdentifier',
    kinds: ['rds.aws.m.upbound.io/Cluster', 'rds.services.k8s.aws/DBCluster'],
  },
  {
    groups: /^rds\.services\.k8s\.aws\//,
    field: 'globalClusterIdentifier',
    kinds: ['rds.services.k8s.aws/GlobalCluster'],
  },
  { groups: /^rds\.aws\.m\.upbound\.io\//, field: 'dbProxyName', kinds: ['rds.services.k8s.aws/DBProxy'] },
  { groups: /^lambda\.services\.k8s\.aws\//, field: 's3Bucket', kinds: [BUCKET] },
];

/** What Argo CD's, External Secrets' and AWS's objects name in fields that are no references by their form. */
export function customMentions(manifest: Manifest, field: Field): Mention[] {
  const key = kindKey(manifest);
  const named = AWS_NAMES.find((one) => one.field === field.name && one.groups.test(key));
  return named ? awsName(named.kinds, field) : (READERS[key]?.[field.name]?.(manifest, field) ?? []);
}

function awsName(kinds: readonly string[], { value, path }: Field): Mention[] {
  // every account has the default bus, a partner's has a slash, and some fields take an ARN or a name with an alias as
  // well
  if (typeof value !== 'string' || value === 'default' || /^aws\.|:|\$\{/.test(value)) return [];
  return [{ by: 'aws-name', kinds, name: value, path, needed: true }];
}
