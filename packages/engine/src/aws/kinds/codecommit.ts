import { AWS_ID, NO_ARN, NO_METRICS, NO_PROTECTION, NO_TAGS, none } from './answers';
import { isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS CodeCommit',
  crossplane: 'codecommit',
  cloudFormation: 'CodeCommit',
  iam: 'codecommit',
  dataProtection: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
};

export const repository = kind(SERVICE, 'Repository', {
  forms: {
    crossplane: 'Repository',
    cloudFormation: { kind: 'AWS::CodeCommit::Repository', fields: { '@name': null } },
  },
  arn: '{name}',
  identity: ['@name'],
  stateful: 'history that nobody has cloned',
  encryption: {
    // not confirmed
    atRest: {
      demands: [isSet('kmsKeyId')],
      always: 'always encrypted; kmsKeyId takes another key than aws/codecommit',
      source: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
    },
    // not confirmed
    inTransit: {
      always: 'git over HTTPS or SSH only',
      source: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyId',
      controller: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      users: {
        'whoever clones or pushes': [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
    },
  },
  tags: 'tags',
  protection: NO_PROTECTION,
  backup: none('AWS Backup does not know repositories: a clone is its backup'),
  alarms: none('publishes no metrics; its events go to EventBridge'),
  exposure: none('IAM alone says who reads'),
});

export const approvalRuleTemplate = configuration(SERVICE, 'ApprovalRuleTemplate', {
  forms: { crossplane: 'ApprovalRuleTemplate' },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const approvalRuleTemplateAssociation = configuration(SERVICE, 'ApprovalRuleTemplateAssociation', {
  forms: { crossplane: 'ApprovalRuleTemplateAssociation' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
