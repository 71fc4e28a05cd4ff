import { AWS_ID, NO_METRICS, none, unknown } from './answers';
import { is } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS App Runner',
  crossplane: 'apprunner',
  cloudFormation: 'AppRunner',
  iam: 'apprunner',
  dataProtection: 'https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html',
};

export const service = configuration(SERVICE, 'Service', {
  forms: { crossplane: 'Service', cloudFormation: 'AWS::AppRunner::Service' },
  arn: unknown('its shape, service/{name}/<id>/*, is not confirmed'),
  identity: AWS_ID,
  why: 'runs an image or a repository that stands elsewhere; its address changes with it',
  encryption: {
    atRest: {
      always:
        'the copy of the source and the logs: by default with an AWS managed key, optionally with encryptionConfiguration.kmsKey, at creation alone',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apprunner-service.html',
    },
    // not confirmed
    inTransit: {
      always: 'its address takes TLS only',
      source: 'https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html',
    },
    // not confirmed
    key: {
      field: 'encryptionConfiguration.kmsKey',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'apprunner.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      note: 'App Runner makes a grant of the key',
      source: 'https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html',
    },
  },
  tags: 'tags',
  backup: none('AWS Backup does not know App Runner'),
  alarms: none('not watched yet: it is off in production'),
  exposure: { demands: [is('networkConfiguration.ingressConfiguration.isPubliclyAccessible', false)] },
});

export const autoScalingConfiguration = configuration(SERVICE, 'AutoScalingConfiguration', {
  forms: { crossplane: 'AutoScalingConfigurationVersion', cloudFormation: 'AWS::AppRunner::AutoScalingConfiguration' },
  arn: unknown('its shape, autoscalingconfiguration/{name}/<revision>/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const observabilityConfiguration = configuration(SERVICE, 'ObservabilityConfiguration', {
  forms: { crossplane: 'ObservabilityConfiguration', cloudFormation: 'AWS::AppRunner::ObservabilityConfiguration' },
  arn: unknown('its shape, observabilityconfiguration/{name}/<revision>/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const vpcConnector = configuration(SERVICE, 'VpcConnector', {
  forms: { crossplane: 'VPCConnector', cloudFormation: 'AWS::AppRunner::VpcConnector' },
  arn: unknown('its shape, vpcconnector/{name}/<revision>/<id>/*, is not confirmed'),
  identity: AWS_ID,
  encryption: {
    inTransit: none('carries what the service sends into the VPC: who it talks to asks for TLS'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

export const vpcIngressConnection = configuration(SERVICE, 'VpcIngressConnection', {
  forms: { cloudFormation: 'AWS::AppRunner::VpcIngressConnection' },
  arn: unknown('its shape, vpcingressconnection/{name}/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'Tags',
  alarms: NO_METRICS,
});
