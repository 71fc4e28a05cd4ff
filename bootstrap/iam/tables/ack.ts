import operations from './ack-operations.json';

interface AckService {
  /** The release that the calls were read from, which is that of the CRDs in cdk8s.yaml. */
  readonly ref: string;
  /** API operations by kind, in lower case. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

/** Every ACK controller that the platform could use, by the first part of its API group. */
export const ackServices: Readonly<Record<string, AckService>> = operations.services;

/** Where IAM calls a service something else than ACK does. */
export const IAM_PREFIXES: Readonly<Record<string, string>> = {
  apigatewayv2: 'apigateway',
  applicationautoscaling: 'application-autoscaling',
  cloudwatchlogs: 'logs',
  cognitoidentityprovider: 'cognito-idp',
  efs: 'elasticfilesystem',
  elbv2: 'elasticloadbalancing',
  eventbridge: 'events',
  prometheusservice: 'aps',
  s3control: 's3',
  sfn: 'states',
};

/**
 * Operations that IAM knows by another name. S3:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html; API Gateway has one action
 * for each HTTP method:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export const RENAMED: Readonly<Record<string, string>> = {
  's3:DeleteBucketAnalyticsConfiguration': 's3:PutAnalyticsConfiguration',
  's3:DeleteBucketCors': 's3:PutBucketCORS',
  's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:DeleteBucketIntelligentTieringConfiguration': 's3:PutIntelligentTieringConfiguration',
  's3:DeleteBucketInventoryConfiguration': 's3:PutInventoryConfiguration',
  's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:DeleteBucketMetricsConfiguration': 's3:PutMetricsConfiguration',
  's3:DeleteBucketOwnershipControls': 's3:PutBucketOwnershipControls',
  's3:DeleteBucketReplication': 's3:PutReplicationConfiguration',
  's3:DeleteBucketTagging': 's3:PutBucketTagging',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
  's3:GetBucketCors': 's3:GetBucketCORS',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:ListBucketAnalyticsConfigurations': 's3:GetAnalyticsConfiguration',
  's3:ListBucketIntelligentTieringConfigurations': 's3:GetIntelligentTieringConfiguration',
  's3:ListBucketInventoryConfigurations': 's3:GetInventoryConfiguration',
  's3:ListBucketMetricsConfigurations': 's3:GetMetricsConfiguration',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListDirectoryBuckets': 's3express:ListAllMyDirectoryBuckets',
  's3:PutBucketAccelerateConfiguration': 's3:PutAccelerateConfiguration',
  's3:PutBucketAnalyticsConfiguration': 's3:PutAnalyticsConfiguration',
  's3:PutBucketCors': 's3:PutBucketCORS',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:PutBucketIntelligentTieringConfiguration': 's3:PutIntelligentTieringConfiguration',
  's3:PutBucketInventoryConfiguration': 's3:PutInventoryConfiguration',
  's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
  's3:PutBucketMetricsConfiguration': 's3:PutMetricsConfiguration',
  's3:PutBucketNotificationConfiguration': 's3:PutBucketNotification',
  's3:PutBucketReplication': 's3:PutReplicationConfiguration',
  's3:PutObjectLockConfiguration': 's3:PutBucketObjectLockConfiguration',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
};

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/ */
export const API_GATEWAY_METHODS: readonly (readonly [RegExp, string])[] = [
  [/^Create/, 'POST'],
  [/^Delete/, 'DELETE'],
  [/^Get/, 'GET'],
  [/^(?:Import|Reimport)/, 'PUT'],
  [/^Update/, 'PATCH'],
];

/**
 * Tagging, which the controllers' shared code does for every kind of a service: pkg/tags and pkg/util of each
 * controller.
 */
export const TAGGING: Readonly<Record<string, string>> = {
  acm: 'acm: AddTagsToCertificate ListTagsForCertificate RemoveTagsFromCertificate',
  apigatewayv2: 'apigateway: DELETE PUT POST',
  applicationautoscaling: 'application-autoscaling: ListTagsForResource TagResource UntagResource',
  backup: 'backup: ListTags TagResource UntagResource',
  cloudfront: 'cloudfront: ListTagsForResource TagResource UntagResource',
  cloudtrail: 'cloudtrail: AddTags ListTags RemoveTags',
  cloudwatch: 'cloudwatch: ListTagsForResource TagResource UntagResource',
  cloudwatchlogs: 'logs: ListTagsForResource TagResource UntagResource',
  cognitoidentityprovider: 'cognito-idp: ListTagsForResource TagResource UntagResource',
  dynamodb: 'dynamodb: ListTagsOfResource TagResource UntagResource',
  ec2: 'ec2: CreateTags DeleteTags',
  ecr: 'ecr: ListTagsForResource TagResource UntagResource',
  efs: 'elasticfilesystem: ListTagsForResource TagResource UntagResource',
  eks: 'eks: ListTagsForResource TagResource UntagResource',
  elasticache: 'elasticache: AddTagsToResource ListTagsForResource RemoveTagsFromResource',
  elbv2: 'elasticloadbalancing: AddTags DescribeTags RemoveTags',
  eventbridge: 'events: ListTagsForResource TagResource UntagResource',
  firehose: 'firehose: ListTagsForDeliveryStream TagDeliveryStream UntagDeliveryStream',
  kinesis: 'kinesis: AddTagsToStream ListTagsForStream RemoveTagsFromStream',
  lambda: 'lambda: ListTags TagResource UntagResource',
  prometheusservice: 'aps: ListTagsForResource TagResource UntagResource',
  rds: 'rds: AddTagsToResource ListTagsForResource RemoveTagsFromResource',
  route53: 'route53: ChangeTagsForResource ListTagsForResource',
  s3: 's3: ListTagsForResource TagResource UntagResource',
  secretsmanager: 'secretsmanager: TagResource UntagResource',
  sfn: 'states: ListTagsForResource TagResource UntagResource',
  wafv2: 'wafv2: ListTagsForResource TagResource UntagResource',
};
