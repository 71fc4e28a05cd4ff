import { AWS_ID, NO_METRICS, none } from './answers';
import { is, isAbsentOr, isNot, isOneOf } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Database Migration Service',
  ack: 'dms',
  crossplane: 'dms',
  cloudFormation: 'DMS',
  iam: 'dms',
  dataProtection: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html',
};

export const replicationInstance = configuration(SERVICE, 'ReplicationInstance', {
  forms: {
    ack: 'ReplicationInstance',
    crossplane: 'ReplicationInstance',
    cloudFormation: { kind: 'AWS::DMS::ReplicationInstance', fields: { '@name': null } },
  },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: ['@name'],
  why: 'holds only what is on its way; a task that reads changes has to begin anew where the source no longer has them',
  encryption: {
    atRest: {
      always: 'its storage is always encrypted, kmsKeyArn takes another key than aws/dms, at creation alone',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html',
    },
    inTransit: none('its endpoints say how it talks to databases (Endpoint)'),
    // not confirmed
    key: {
      field: 'kmsKeyArn',
      controller: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:ListAliases'],
      users: {
        'dms.<region>.amazonaws.com (through the caller)': [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
        ],
      },
      source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html',
    },
  },
  tags: 'tags',
  protection: none('DMS has none; it refuses while tasks run on it'),
  backup: none('AWS Backup does not know replication instances'),
  alarms: none('not watched yet'),
  exposure: { demands: [isNot('publiclyAccessible', true)] },
  edges: { 'vpcSecurityGroupIds[]': 'network out' },
});

export const endpoint = configuration(SERVICE, 'Endpoint', {
  forms: {
    ack: 'Endpoint',
    crossplane: 'Endpoint',
    cloudFormation: { kind: 'AWS::DMS::Endpoint', fields: { '@name': null } },
  },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: ['@name'],
  why: 'is configuration; its credentials are in Secrets Manager',
  encryption: {
    atRest: {
      always:
        'its connection parameters are always encrypted, kmsKeyArn takes another key than aws/dms, at creation alone',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-endpoint.html',
    },
    inTransit: {
      demands: [
        isOneOf('sslMode', ['require', 'verify-ca', 'verify-full'], {
          when: [
            isOneOf('engineName', [
              'postgres',
              'aurora-postgresql',
              'mysql',
              'mariadb',
              'aurora',
              'oracle',
              'sqlserver',
              'mongodb',
              'docdb',
              'db2',
              'azuredb',
              'sybase',
            ]),
          ],
        }),
        isOneOf('kafkaSettings.securityProtocol', ['ssl-encryption', 'ssl-authentication', 'sasl-ssl'], {
          when: [is('engineName', 'kafka')],
        }),
        isAbsentOr('redisSettings.sslSecurityProtocol', 'ssl-encryption', { when: [is('engineName', 'redis')] }),
      ],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-endpoint.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyArn',
      controller: [
        'kms:CreateGrant',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ListGrants',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      users: {},
      note: "of CloudFormation's handler, whose list is wider than what CreateEndpoint asks",
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-endpoint.html',
    },
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: none('its tasks have metrics'),
});

export const replicationTask = configuration(SERVICE, 'ReplicationTask', {
  forms: {
    ack: 'ReplicationTask',
    crossplane: 'ReplicationTask',
    cloudFormation: { kind: 'AWS::DMS::ReplicationTask', fields: { '@name': null } },
  },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: ['@name'],
  why: 'a new one begins with a full load',
  encryption: {
    atRest: none('runs on its instance, whose storage is encrypted'),
    inTransit: none('its endpoints say how it talks'),
  },
  tags: 'tags',
  backup: none('AWS Backup does not know tasks'),
  alarms: none('not watched yet'),
  edges: { sourceEndpointArnRef: 'event in', targetEndpointArnRef: 'event out' },
});

export const replicationSubnetGroup = configuration(SERVICE, 'ReplicationSubnetGroup', {
  forms: {
    ack: 'ReplicationSubnetGroup',
    crossplane: 'ReplicationSubnetGroup',
    cloudFormation: {
      kind: 'AWS::DMS::ReplicationSubnetGroup',
      fields: { '@name': 'ReplicationSubnetGroupIdentifier' },
    },
  },
  lead: 'crossplane',
  arn: 'subgrp:{name}',
  identity: ['@name'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const eventSubscription = configuration(SERVICE, 'EventSubscription', {
  forms: {
    ack: 'EventSubscription',
    crossplane: 'EventSubscription',
    cloudFormation: { kind: 'AWS::DMS::EventSubscription', fields: { '@name': 'SubscriptionName' } },
  },
  arn: 'es:{name}',
  identity: ['@name'],
  tags: 'tags',
  alarms: NO_METRICS,
});
