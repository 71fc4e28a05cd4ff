import { AWS_ID, NO_ARN, NO_KEY, NO_METRICS, NO_TAGS, none, ONLY_CALLS, unknown } from './answers';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS KMS',
  ack: 'kms',
  crossplane: 'kms',
  cloudFormation: 'KMS',
  iam: 'kms',
  dataProtection: 'https://docs.aws.amazon.com/kms/latest/developerguide/data-protection.html',
};

export const key = kind(SERVICE, 'Key', {
  forms: { ack: 'Key', crossplane: 'Key', cloudFormation: 'AWS::KMS::Key' },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'everything that is encrypted with it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'key material never leaves the HSMs of KMS',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/data-protection.html',
    },
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('has a waiting time of 7 to 30 days in place of it (ScheduleKeyDeletion)'),
  backup: none('cannot be copied out of KMS; a multi-Region key has replicas'),
  alarms: none('not watched'),
  exposure: { policy: 'policy' },
  defaults: { keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'ENCRYPT_DECRYPT', multiRegion: false, origin: 'AWS_KMS' },
});

export const replicaKey = kind(SERVICE, 'ReplicaKey', {
  forms: { crossplane: 'ReplicaKey', cloudFormation: 'AWS::KMS::ReplicaKey' },
  arn: NO_ARN,
  identity: AWS_ID,
  stateful: 'what is encrypted in its region, until another replica is made there',
  encryption: {
    // not confirmed
    atRest: {
      always: 'key material never leaves the HSMs of KMS',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/data-protection.html',
    },
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('has a waiting time in place of it'),
  backup: none('is a copy of its primary'),
  alarms: none('not watched'),
  exposure: { policy: 'policy' },
});

export const alias = configuration(SERVICE, 'Alias', {
  forms: {
    ack: 'Alias',
    crossplane: 'Alias',
    cloudFormation: { kind: 'AWS::KMS::Alias', fields: { name: 'AliasName' } },
  },
  arn: unknown('its shape, alias/{name}, is not confirmed'),
  identity: ['name'],
  why: 'is a name: what asks by it fails until it is there again',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const grant = configuration(SERVICE, 'Grant', {
  forms: { ack: { kind: 'Grant', found: ['granteePrincipal', 'keyID'] }, crossplane: 'Grant' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is a permission: whoever has it can no longer use the key',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
