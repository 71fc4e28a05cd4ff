import { daxCluster as daxClusterAlarms } from '../alarms/data';
import { NO_ARN, NO_KEY, NO_METRICS, NO_TAGS, none } from './answers';
import { is } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon DynamoDB Accelerator',
  crossplane: 'dax',
  cloudFormation: 'DAX',
  iam: 'dax',
  dataProtection: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
};

export const cluster = kind(SERVICE, 'Cluster', {
  forms: { crossplane: 'Cluster', cloudFormation: { kind: 'AWS::DAX::Cluster', fields: { '@name': null } } },
  arn: 'cache/{name}',
  identity: ['@name'],
  stateful: 'nothing but what it has cached; its endpoint, and reads at full speed, until another is filled',
  encryption: {
    // not confirmed
    atRest: {
      demands: [is('serverSideEncryption.enabled', true)],
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    },
    inTransit: {
      demands: [is('clusterEndpointEncryptionType', 'TLS')],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dax-cluster.html',
    },
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('DAX has none'),
  backup: none('is a cache: the table behind it is backed up'),
  alarms: daxClusterAlarms,
  exposure: none('stands in subnets; its security group says who reaches it'),
  edges: { notificationTopicArn: 'event out', 'securityGroupIds[]': 'network in' },
});

export const parameterGroup = configuration(SERVICE, 'ParameterGroup', {
  forms: {
    crossplane: 'ParameterGroup',
    cloudFormation: { kind: 'AWS::DAX::ParameterGroup', fields: { '@name': 'ParameterGroupName' } },
  },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const subnetGroup = configuration(SERVICE, 'SubnetGroup', {
  forms: { crossplane: 'SubnetGroup', cloudFormation: { kind: 'AWS::DAX::SubnetGroup', fields: { '@name': null } } },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
