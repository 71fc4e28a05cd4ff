import { partitionOf } from '@aws-platform/engine/aws';
import { KEY_ADMINISTRATION, KEY_USE } from './kms-actions';

/** What data a key encrypts; the platform has one key for each. */
export const KEY_CLASSES = ['data', 'storage', 'messaging', 'logs', 'secrets', 'backup'] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];

/** Where a key or its replica is. */
export interface KeyPlace {
  readonly account: string;
  readonly region: string;
}

interface KeyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly AWS: string } | { readonly Service: string };
  readonly Action: readonly string[];
  readonly Resource: '*';
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Of a key policy: the key itself. */
const THIS_KEY = '*' as const;

const DECRYPT_AND_GENERATE = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'];

/**
 * Who may use the key of a data class: the account by its IAM policies, and the AWS services whose data it encrypts.
 */
export function keyPolicyOf(keyClass: KeyClass, place: KeyPlace): { Version: '2012-10-17'; Statement: KeyStatement[] } {
  return { Version: '2012-10-17', Statement: [...account(place), ...services[keyClass](place)] };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html, spelt out */
function account(place: KeyPlace): KeyStatement[] {
  const root = { AWS: `arn:${partitionOf(place.region)}:iam::${place.account}:root` };
  const byIam = { Effect: 'Allow', Principal: root, Resource: THIS_KEY } as const;
  return [
    { ...byIam, Sid: 'AdministerByIam', Action: KEY_ADMINISTRATION },
    { ...byIam, Sid: 'UseByIam', Action: ['kms:CreateGrant', ...KEY_USE] },
  ];
}

const services: Readonly<Record<KeyClass, (place: KeyPlace) => KeyStatement[]>> = {
  data: (place) => through(['dax', 'dms', 'dynamodb', 'elasticache', 'rds'], place),

  storage: (place) => [
    ...through(['codecommit', 'ec2', 'ecr', 'elasticfilesystem', 's3'], place),
    ...autoScaling(place),
    // reads the site's bucket:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    service('CloudFront', 'cloudfront.amazonaws.com', ['kms:Decrypt'], {
      StringEquals: { 'aws:SourceAccount': place.account },
      ArnLike: { 'aws:SourceArn': `arn:${partitionOf(place.region)}:cloudfront::${place.account}:distribution/*` },
    }),
  ],

  messaging: (place) => [
    ...through(['sns', 'sqs'], place),
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html: what publishes to encrypted topics
    ...MESSENGERS.map(([sid, principal]) =>
      service(sid, principal, DECRYPT_AND_GENERATE, { StringEquals: { 'aws:SourceAccount': place.account } }),
    ),
    ...eventBridge(place),
  ],

  logs: (place) => [
    ...through(['firehose', 'kinesis'], place),
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    service('CloudWatchLogs', `logs.${place.region}.amazonaws.com`, KEY_USE, {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${partitionOf(place.region)}:logs:${place.region}:${place.account}:log-group:*`,
      },
    }),
    ...cloudTrail(place),
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
    service('Config', 'config.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], {
      StringEquals: { 'aws:SourceAccount': place.account },
    }),
  ],

  secrets: (place) => through(['secretsmanager'], place),

  backup: (place) => [...through(['backup'], place), ...backup(place)],
};

/** Services that send messages of their own accord. */
const MESSENGERS: readonly (readonly [string, string])[] = [
  ['AlertManager', 'aps.amazonaws.com'],
  ['Backup', 'backup.amazonaws.com'],
  ['Budgets', 'budgets.amazonaws.com'],
  ['CloudWatchAlarms', 'cloudwatch.amazonaws.com'],
  ['CostAnomalies', 'costalerts.amazonaws.com'],
  ['S3Notifications', 's3.amazonaws.com'],
  ['Sns', 'sns.amazonaws.com'],
];

/**
 * Whoever in the account may use the service may use the key, but only through it, as AWS's own keys have it:
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function through(names: readonly string[], { account: caller, region }: KeyPlace): KeyStatement[] {
  const within = {
    StringEquals: {
      'kms:CallerAccount': caller,
      'kms:ViaService': names.map((name) => `${name}.${region}.amazonaws.com`),
    },
  };
  const anyone = { Effect: 'Allow', Principal: { AWS: '*' }, Resource: THIS_KEY } as const;
  return [
    { ...anyone, Sid: 'UseThroughServices', Action: KEY_USE, Condition: within },
    {
      ...anyone,
      Sid: 'GrantToServices',
      Action: ['kms:CreateGrant'],
      Condition: { ...within, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

function service(
  sid: string,
  principal: string,
  actions: readonly string[],
  conditions: KeyStatement['Condition'],
): KeyStatement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: principal },
    Action: actions,
    Resource: THIS_KEY,
    Condition: conditions,
  };
}

/** A role of a service by its ARN, which need not exist yet: a policy that names one as principal must wait for it. */
function serviceRole(sid: string, role: string, place: KeyPlace): KeyStatement[] {
  const is = {
    ArnLike: {
      'aws:PrincipalArn': `arn:${partitionOf(place.region)}:iam::${place.account}:role/aws-service-role/${role}`,
    },
  };
  const anyone = { Effect: 'Allow', Principal: { AWS: '*' }, Resource: THIS_KEY } as const;
  return [
    { ...anyone, Sid: `${sid}Uses`, Action: KEY_USE, Condition: is },
    {
      ...anyone,
      Sid: `${sid}Grants`,
      Action: ['kms:CreateGrant'],
      Condition: { ...is, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

/**
 * Starts nodes with encrypted volumes:
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
function autoScaling(place: KeyPlace): KeyStatement[] {
  return serviceRole('AutoScaling', 'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling', place);
}

/** Copies recovery points: https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html */
function backup(place: KeyPlace): KeyStatement[] {
  return serviceRole('BackupCopies', 'backup.amazonaws.com/AWSServiceRoleForBackup', place);
}

/**
 * Rules send to encrypted topics and queues. With topics EventBridge knows no source condition, and delivery fails
 * silently where a key asks for one (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html): what it
 * encrypts for tells the account instead.
 */
function eventBridge({ account: owner, region }: KeyPlace): KeyStatement[] {
  const events = 'events.amazonaws.com';
  return [
    service('EventBridgeToTopics', events, DECRYPT_AND_GENERATE, {
      ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partitionOf(region)}:sns:${region}:${owner}:*` },
    }),
    service('EventBridgeToQueues', events, DECRYPT_AND_GENERATE, { StringEquals: { 'aws:SourceAccount': owner } }),
  ];
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
function cloudTrail({ account: owner, region }: KeyPlace): KeyStatement[] {
  const trails = `arn:${partitionOf(region)}:cloudtrail:*:${owner}:trail/*`;
  const cloudtrail = 'cloudtrail.amazonaws.com';
  return [
    service('CloudTrailEncrypts', cloudtrail, ['kms:Decrypt', 'kms:GenerateDataKey'], {
      StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': trails },
      ArnLike: { 'aws:SourceArn': trails },
    }),
    service('CloudTrailLooks', cloudtrail, ['kms:DescribeKey'], { ArnLike: { 'aws:SourceArn': trails } }),
  ];
}
