import { deliveryStream as deliveryStreamAlarms } from '../alarms/messaging';
import { none } from './answers';
import { is, isOneOf, matchesNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Data Firehose',
  ack: 'firehose',
  crossplane: 'firehose',
  cloudFormation: 'KinesisFirehose',
  iam: 'firehose',
  dataProtection: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_EncryptionConfiguration.html',
};

export const deliveryStream = configuration(SERVICE, 'DeliveryStream', {
  forms: {
    ack: {
      kind: 'DeliveryStream',
      late: [
        'DeliveryStreamEncryptionConfiguration',
        'HTTPEndpointDestinationConfiguration',
        'HTTPEndpointDestinationConfiguration.EndpointConfiguration',
        'HTTPEndpointDestinationConfiguration.S3Configuration',
        'HTTPEndpointDestinationConfiguration.S3Configuration.BufferingHints',
        'HTTPEndpointDestinationConfiguration.S3Configuration.CloudWatchLoggingOptions',
        'HTTPEndpointDestinationConfiguration.S3Configuration.CompressionFormat',
        'HTTPEndpointDestinationConfiguration.S3Configuration.EncryptionConfiguration',
        'HTTPEndpointDestinationConfiguration.S3Configuration.ErrorOutputPrefix',
        'HTTPEndpointDestinationConfiguration.S3Configuration.Prefix',
        'HTTPEndpointDestinationConfiguration.BufferingHints',
        'HTTPEndpointDestinationConfiguration.CloudWatchLoggingOptions',
        'HTTPEndpointDestinationConfiguration.ProcessingConfiguration',
        'HTTPEndpointDestinationConfiguration.RequestConfiguration',
        'HTTPEndpointDestinationConfiguration.RetryOptions',
        'HTTPEndpointDestinationConfiguration.RoleARN',
        'HTTPEndpointDestinationConfiguration.S3BackupMode',
        'HTTPEndpointDestinationConfiguration.SecretsManagerConfiguration',
      ],
    },
    crossplane: {
      kind: 'DeliveryStream',
      fields: { 'deliveryStreamEncryptionConfiguration.keyARN': 'serverSideEncryption.keyArn' },
    },
    cloudFormation: 'AWS::KinesisFirehose::DeliveryStream',
  },
  arn: 'deliverystream/{name}',
  identity: ['deliveryStreamName'],
  why: 'holds records only until they are delivered (24 h at most)',
  encryption: {
    atRest: {
      demands: [
        isOneOf('deliveryStreamEncryptionConfiguration.keyType', ['CUSTOMER_MANAGED_CMK', 'AWS_OWNED_CMK'], {
          unless: [is('deliveryStreamType', 'KinesisStreamAsSource')],
        }),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
    },
    inTransit: {
      demands: [matchesNot('httpEndpointDestinationConfiguration.endpointConfiguration.url', /^http:\/\//)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
    },
    // not confirmed
    key: {
      field: 'deliveryStreamEncryptionConfiguration.keyARN',
      controller: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RevokeGrant'],
      users: {
        'its role': ['kms:Decrypt', 'kms:GenerateDataKey'],
        'firehose, by a grant': ['kms:Decrypt', 'kms:GenerateDataKey'],
      },
      source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
    },
  },
  tags: 'tags',
  backup: none('what it delivers is in a bucket'),
  alarms: deliveryStreamAlarms,
  stateEdges: { 'AWS::Kinesis::Stream': 'event in', 's3.services.k8s.aws/Bucket': 'event out' },
});
