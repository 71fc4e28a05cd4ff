import { deepEqual, isObject, type Json } from '../../schema';
import type { Difference } from './differences';

/**
 * What AWS takes where a manifest is silent, of what people write out: fields below `spec` or `spec.forProvider`, `[]` for
 * every item of a list. Each from the service's API reference, on the operation that creates the object.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
  'acm.services.k8s.aws/Certificate': {
    keyAlgorithm: 'RSA_2048',
    'options.certificateTransparencyLoggingPreference': 'ENABLED',
  },
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
  'apigatewayv2.services.k8s.aws/API': { disableExecuteAPIEndpoint: false },
  'apigatewayv2.services.k8s.aws/Integration': { connectionType: 'INTERNET' },
  'apigatewayv2.services.k8s.aws/Route': { apiKeyRequired: false, authorizationType: 'NONE' },
  'apigatewayv2.services.k8s.aws/Stage': { autoDeploy: false },
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
  'backup.services.k8s.aws/BackupPlan': {
    'rules[].completionWindowMinutes': 10080,
    'rules[].enableContinuousBackup': false,
    'rules[].startWindowMinutes': 480,
  },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  'cloudwatch.services.k8s.aws/MetricAlarm': { actionsEnabled: true, treatMissingData: 'missing' },
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  'dynamodb.services.k8s.aws/Table': {
    billingMode: 'PROVISIONED',
    deletionProtectionEnabled: false,
    tableClass: 'STANDARD',
  },
  'dynamodb.aws.m.upbound.io/Table': {
    billingMode: 'PROVISIONED',
    deletionProtectionEnabled: false,
    streamEnabled: false,
    tableClass: 'STANDARD',
  },
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
  'ecr.services.k8s.aws/Repository': {
    'encryptionConfiguration.encryptionType': 'AES256',
    'imageScanningConfiguration.scanOnPush': false,
    imageTagMutability: 'MUTABLE',
  },
  // https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
  'efs.services.k8s.aws/FileSystem': {
    encrypted: false,
    performanceMode: 'generalPurpose',
    throughputMode: 'bursting',
  },
  // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
  'eks.services.k8s.aws/Nodegroup': { capacityType: 'ON_DEMAND', 'updateConfig.maxUnavailable': 1 },
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
  'elasticache.services.k8s.aws/ReplicationGroup': { numNodeGroups: 1, port: 6379, snapshotRetentionLimit: 0 },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  'elbv2.services.k8s.aws/LoadBalancer': { ipAddressType: 'ipv4', scheme: 'internet-facing', type: 'application' },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
  'eventbridge.services.k8s.aws/Rule': { eventBusName: 'default', state: 'ENABLED' },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html
  'eventbridge.services.k8s.aws/Archive': { retentionDays: 0 },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
  'iam.services.k8s.aws/Role': { maxSessionDuration: 3600, path: '/' },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
  'iam.services.k8s.aws/Policy': { path: '/' },
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
  'kms.services.k8s.aws/Key': {
    keySpec: 'SYMMETRIC_DEFAULT',
    keyUsage: 'ENCRYPT_DECRYPT',
    multiRegion: false,
    origin: 'AWS_KMS',
  },
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
  'lambda.services.k8s.aws/EventSourceMapping': { enabled: true, maximumBatchingWindowInSeconds: 0 },
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  'lambda.services.k8s.aws/Function': {
    architectures: ['x86_64'],
    'ephemeralStorage.size': 512,
    memorySize: 128,
    packageType: 'Zip',
    'snapStart.applyOn': 'None',
    timeout: 3,
    'tracingConfig.mode': 'PassThrough',
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
  'rds.services.k8s.aws/DBCluster': {
    backupRetentionPeriod: 1,
    copyTagsToSnapshot: false,
    deletionProtection: false,
    engineMode: 'provisioned',
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  'rds.services.k8s.aws/DBInstance': { autoMinorVersionUpgrade: true, monitoringInterval: 0, promotionTier: 1 },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html
  'rds.services.k8s.aws/DBProxy': { debugLogging: false, idleClientTimeout: 1800, requireTLS: false },
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
  'sfn.services.k8s.aws/StateMachine': {
    'loggingConfiguration.level': 'OFF',
    'tracingConfiguration.enabled': false,
    type_: 'STANDARD',
  },
  // https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html
  'sns.services.k8s.aws/Subscription': { rawMessageDelivery: 'false' },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
  'sqs.services.k8s.aws/Queue': {
    delaySeconds: '0',
    kmsDataKeyReusePeriodSeconds: '300',
    messageRetentionPeriod: '345600',
    receiveMessageWaitTimeSeconds: '0',
    visibilityTimeout: '30',
  },
};

/** Whether a field comes or goes that says what AWS does without it. */
export function isWrittenDefault(key: string, { path, from, to }: Difference): boolean {
  const defaults = Object.hasOwn(DEFAULTS, key) ? DEFAULTS[key] : undefined;
  if (!defaults || (from === undefined) === (to === undefined)) return false;
  const field = path.replace(/^spec\.(?:forProvider\.)?/, '').replace(/\[\w+\]/g, '[]');
  return saysNothing((from ?? to)!, field, defaults);
}

function saysNothing(value: Json, field: string, defaults: Readonly<Record<string, Json>>): boolean {
  if (Object.hasOwn(defaults, field)) return deepEqual(value, defaults[field]!);
  if (!isObject(value)) return false;
  const parts = Object.entries(value);
  return parts.length > 0 && parts.every(([name, part]) => saysNothing(part, `${field}.${name}`, defaults));
}
