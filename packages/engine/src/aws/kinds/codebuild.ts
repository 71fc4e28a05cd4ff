import { buildProject as buildProjectAlarms } from '../alarms/application';
import { AWS_ID, NO_ARN, NO_TAGS, none } from './answers';
import { isAbsentOr, isNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS CodeBuild',
  crossplane: 'codebuild',
  cloudFormation: 'CodeBuild',
  iam: 'codebuild',
  dataProtection: 'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
};

export const project = configuration(SERVICE, 'Project', {
  forms: { crossplane: 'Project', cloudFormation: { kind: 'AWS::CodeBuild::Project', fields: { '@name': null } } },
  arn: 'project/{name}',
  identity: ['@name'],
  why: 'is configuration: artifacts, caches and logs stand in buckets, registries and log groups',
  encryption: {
    atRest: {
      demands: [
        isAbsentOr('artifacts.encryptionDisabled', false),
        isAbsentOr('secondaryArtifacts[].encryptionDisabled', false),
        isAbsentOr('logsConfig.s3Logs?.encryptionDisabled', false),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
    },
    // not confirmed
    key: {
      field: 'encryptionKey',
      controller: [],
      users: {
        'its role': [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
    },
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: buildProjectAlarms,
  exposure: { demands: [isNot('projectVisibility', 'PUBLIC_READ')] },
  edges: { 'vpcConfig.securityGroupIds[]': 'network out' },
});

export const reportGroup = configuration(SERVICE, 'ReportGroup', {
  forms: {
    crossplane: 'ReportGroup',
    cloudFormation: { kind: 'AWS::CodeBuild::ReportGroup', fields: { '@name': null } },
  },
  arn: 'report-group/{name}',
  identity: ['@name'],
  why: 'its reports of tests expire after 30 days, and are exported where somebody wants them longer',
  encryption: {
    atRest: {
      demands: [isAbsentOr('exportConfig.s3Destination?.encryptionDisabled', false)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-reportgroup.html',
    },
    // not confirmed
    key: none('which key encrypts it is not confirmed'),
  },
  tags: 'tags',
  backup: none('AWS Backup does not know report groups'),
  alarms: none('its builds have one'),
});

export const webhook = configuration(SERVICE, 'Webhook', {
  forms: { crossplane: 'Webhook' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('builds that it starts count'),
  exposure: none("takes calls of the source host, signed by a secret of AWS's"),
});
