import { AWS_ID, NO_ARN, NO_END, NO_KEY, NO_METRICS, NO_PROTECTION, NO_TAGS, none, ONLY_CALLS } from './answers';
import { isNot } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Cognito',
  ack: 'cognitoidentityprovider',
  crossplane: 'cognitoidp',
  cloudFormation: 'Cognito',
  iam: 'cognito-idp',
  dataProtection: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
};

export const userPool = kind(SERVICE, 'UserPool', {
  forms: {
    ack: 'UserPool',
    crossplane: { kind: 'UserPool', fields: { 'keyConfiguration.kmsKeyArn': null } },
    cloudFormation: { kind: 'AWS::Cognito::UserPool', fields: { tags: 'UserPoolTags' } },
  },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'users, and their passwords and second factors, which nobody can export',
  encryption: {
    atRest: {
      always:
        'encrypted with an AWS owned key; AWS has keyConfiguration.kmsKeyArn, the pinned kinds have no field for it',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
    inTransit: {
      always: 'its endpoints take TLS only',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
    // not confirmed
    key: {
      field: 'keyConfiguration.kmsKeyArn',
      controller: [
        'kms:CreateGrant',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      users: { 'cognito-idp.amazonaws.com': ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'] },
      note: "only with a key of one's own; lambdaConfig.kmsKeyId is the key of custom senders",
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: 'ACTIVE',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  },
  backup: none('AWS Backup does not know user pools'),
  alarms: none('publishes calls and throttles by client, of which none is watched yet'),
  exposure: none('everybody may sign up or in: that is what it is for; its clients say how'),
  edges: { lambdaConfig: 'event out' },
});

export const identityPool = kind(SERVICE, 'IdentityPool', {
  forms: {
    crossplane: { kind: 'Pool', group: 'cognitoidentity' },
    cloudFormation: { kind: 'AWS::Cognito::IdentityPool', fields: { tags: 'IdentityPoolTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'identity ids, under which applications keep data of their users',
  encryption: {
    atRest: {
      always: 'encrypted with an AWS owned key, which cannot be changed',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
    inTransit: {
      always: 'its endpoints take TLS only',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('Cognito has none for identity pools'),
  backup: none('AWS Backup does not know identity pools'),
  alarms: NO_METRICS,
  exposure: { demands: [isNot('allowUnauthenticatedIdentities', true)] },
});

export const identityPoolRoleAttachment = configuration(SERVICE, 'IdentityPoolRoleAttachment', {
  forms: {
    crossplane: { kind: 'PoolRolesAttachment', group: 'cognitoidentity' },
    cloudFormation: 'AWS::Cognito::IdentityPoolRoleAttachment',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const identityPoolPrincipalTag = configuration(SERVICE, 'IdentityPoolPrincipalTag', {
  forms: {
    crossplane: { kind: 'CognitoIdentityPoolProviderPrincipalTag', group: 'cognitoidentity' },
    cloudFormation: 'AWS::Cognito::IdentityPoolPrincipalTag',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolClient = configuration(SERVICE, 'UserPoolClient', {
  forms: { crossplane: 'UserPoolClient', cloudFormation: 'AWS::Cognito::UserPoolClient' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration; its id and secret change with it, and applications need the new ones',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolDomain = configuration(SERVICE, 'UserPoolDomain', {
  forms: { crossplane: 'UserPoolDomain', cloudFormation: 'AWS::Cognito::UserPoolDomain' },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: {
      always: 'takes TLS only',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html',
    },
    key: none(
      "its key is named elsewhere: CloudFormation's handler lists KMS actions for pools with a key of their own",
    ),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
  internet: 'always',
});

export const userPoolGroup = configuration(SERVICE, 'UserPoolGroup', {
  forms: { crossplane: 'UserGroup', cloudFormation: 'AWS::Cognito::UserPoolGroup' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration; who is in it goes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolIdentityProvider = configuration(SERVICE, 'UserPoolIdentityProvider', {
  forms: { crossplane: 'IdentityProvider', cloudFormation: 'AWS::Cognito::UserPoolIdentityProvider' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is configuration; its secret comes from a Secret by reference',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolResourceServer = configuration(SERVICE, 'UserPoolResourceServer', {
  forms: { crossplane: 'ResourceServer', cloudFormation: 'AWS::Cognito::UserPoolResourceServer' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolUser = kind(SERVICE, 'UserPoolUser', {
  forms: { crossplane: 'User', cloudFormation: { kind: 'AWS::Cognito::UserPoolUser', fields: { '@name': null } } },
  arn: NO_ARN,
  identity: ['@name'],
  stateful: 'one user with password and second factor',
  encryption: {
    atRest: none("its pool's key encrypts it"),
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: NO_TAGS,
  protection: NO_PROTECTION,
  backup: none('AWS Backup does not know users'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const userPoolUserToGroupAttachment = configuration(SERVICE, 'UserPoolUserToGroupAttachment', {
  forms: { crossplane: 'UserInGroup', cloudFormation: 'AWS::Cognito::UserPoolUserToGroupAttachment' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolRiskConfigurationAttachment = configuration(SERVICE, 'UserPoolRiskConfigurationAttachment', {
  forms: { crossplane: 'RiskConfiguration', cloudFormation: 'AWS::Cognito::UserPoolRiskConfigurationAttachment' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const userPoolUICustomizationAttachment = configuration(SERVICE, 'UserPoolUICustomizationAttachment', {
  forms: { crossplane: 'UserPoolUICustomization', cloudFormation: 'AWS::Cognito::UserPoolUICustomizationAttachment' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
