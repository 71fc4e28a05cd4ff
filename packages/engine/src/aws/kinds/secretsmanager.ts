import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Secrets Manager',
  ack: 'secretsmanager',
  crossplane: 'secretsmanager',
  cloudFormation: 'SecretsManager',
  iam: 'secretsmanager',
  dataProtection: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
};

export const secret = kind(SERVICE, 'Secret', {
  forms: {
    ack: 'Secret',
    crossplane: { kind: 'Secret', fields: { 'replicaRegions[].kmsKeyID': 'replica[].kmsKeyId' } },
    cloudFormation: { kind: 'AWS::SecretsManager::Secret', fields: { name: 'Id' } },
  },
  arn: { resource: 'secret:{name}', suffix: '-??????' },
  identity: ['name'],
  stateful: "the secret's value",
  encryption: {
    // not confirmed
    atRest: {
      demands: [isSet('kmsKeyID'), isSet('replicaRegions[].kmsKeyID')],
      always:
        'always encrypted; kmsKeyId takes another key than aws/secretsmanager: the platform demands one, for replicas too',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    },
    // not confirmed
    inTransit: {
      always: 'its endpoint takes TLS only',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:Decrypt', 'kms:GenerateDataKey'],
      users: { reader: ['kms:Decrypt'], 'writer of values': ['kms:Decrypt', 'kms:GenerateDataKey'] },
      note: 'the controller needs them only where it writes a value or replicates; condition kms:EncryptionContext:SecretARN',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('has a waiting time of 7 to 30 days in place of it'),
  backup: none('AWS Backup does not know secrets: replicaRegions copies them'),
  alarms: none('publishes its count alone; failed rotations are events'),
  exposure: none('its policy is a kind of its own (ResourcePolicy)'),
});

export const resourcePolicy = configuration(SERVICE, 'ResourcePolicy', {
  forms: { crossplane: 'SecretPolicy', cloudFormation: 'AWS::SecretsManager::ResourcePolicy' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { policy: 'policy' },
});

export const rotationSchedule = configuration(SERVICE, 'RotationSchedule', {
  forms: { crossplane: 'SecretRotation', cloudFormation: 'AWS::SecretsManager::RotationSchedule' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('its function has alarms'),
  edges: { rotationLambdaArn: 'event out', secretId: 'event in' },
});
