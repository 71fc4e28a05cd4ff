import {
  eventSourceMapping as eventSourceMappingAlarms,
  lambdaFunction as lambdaFunctionAlarms,
} from '../alarms/application';
import { AWS_ID, elsewhere, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { isNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Lambda',
  ack: 'lambda',
  crossplane: 'lambda',
  cloudFormation: 'Lambda',
  iam: 'lambda',
  dataProtection: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
};

export const functionKind = configuration(SERVICE, 'Function', {
  forms: {
    ack: { kind: 'Function', late: ['durableConfig'] },
    crossplane: { kind: 'Function', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::Lambda::Function', fields: { name: 'FunctionName' } },
  },
  arn: 'function:{name}',
  identity: ['name'],
  why: 'is configuration and code, which stand in git and a bucket',
  encryption: {
    // not confirmed
    atRest: {
      always:
        'code and variables are encrypted with AWS keys; kmsKeyArn takes another for variables, snapshots and cached images, code.sourceKmsKeyArn for the package',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
    },
    inTransit: none('is invoked by calls of AWS APIs; a URL takes TLS only'),
    // not confirmed
    key: {
      field: 'kmsKeyARN',
      controller: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      users: { 'its role': ['kms:Decrypt'] },
      note: 'Lambda makes a grant to the role as it is at that moment; condition kms:EncryptionContext:aws:lambda:FunctionArn',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
    },
  },
  tags: 'tags',
  backup: none('nothing to back up: git and the bucket of code hold it'),
  alarms: lambdaFunctionAlarms,
  exposure: none('permissions, aliases and URLs are kinds of their own'),
  defaults: {
    architectures: ['x86_64'],
    'ephemeralStorage.size': 512,
    memorySize: 128,
    packageType: 'Zip',
    'snapStart.applyOn': 'None',
    timeout: 3,
    'tracingConfig.mode': 'PassThrough',
  },
  edges: {
    'environment.variables': 'network out',
    functionEventInvokeConfig: 'event out',
    'vpcConfig.securityGroupRefs': 'network out',
  },
});

export const eventSourceMapping = configuration(SERVICE, 'EventSourceMapping', {
  forms: {
    ack: { kind: 'EventSourceMapping', fields: { kmsKeyArn: null } },
    crossplane: 'EventSourceMapping',
    cloudFormation: 'AWS::Lambda::EventSourceMapping',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its position in the stream goes with it',
  encryption: {
    atRest: {
      always: 'filter criteria: AWS owned key, AWS has kmsKeyArn, the pinned kind has no field',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
    },
    key: {
      field: 'kmsKeyArn',
      controller: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      users: {},
      note: 'with a key for its filter alone',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
    },
  },
  tags: 'tags',
  alarms: eventSourceMappingAlarms,
  defaults: { enabled: true, maximumBatchingWindowInSeconds: 0 },
  edges: { destinationConfig: 'event out', eventSourceARN: 'event in', functionRef: 'event out' },
});

export const permission = configuration(SERVICE, 'Permission', {
  forms: { crossplane: 'Permission', cloudFormation: 'AWS::Lambda::Permission' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { demands: [isNot('functionUrlAuthType', 'NONE')] },
  edges: { functionName: 'permission out', sourceArn: 'permission out' },
});

export const alias = configuration(SERVICE, 'Alias', {
  forms: {
    ack: 'Alias',
    crossplane: { kind: 'Alias', fields: { name: '@name' }, without: { exposure: elsewhere('Permission') } },
    cloudFormation: 'AWS::Lambda::Alias',
  },
  arn: unknown('its shape, function:{functionName}:{name}, is not confirmed'),
  identity: ['name', 'functionName'],
  tags: NO_TAGS,
  alarms: none("its function's metrics count its calls"),
  exposure: { demands: [isNot('permissions[].functionURLAuthType', 'NONE')] },
});

export const url = configuration(SERVICE, 'Url', {
  forms: {
    ack: { kind: 'FunctionURLConfig', found: ['functionName', 'qualifier'] },
    crossplane: { kind: 'FunctionURL', fields: { authType: 'authorizationType' } },
    cloudFormation: 'AWS::Lambda::Url',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    // not confirmed
    inTransit: {
      always: 'takes TLS only',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    },
  },
  tags: NO_TAGS,
  alarms: none('not watched: not in use'),
  exposure: { demands: [isNot('authType', 'NONE')] },
});

export const version = configuration(SERVICE, 'Version', {
  forms: { ack: { kind: 'Version', found: ['functionName'] }, cloudFormation: 'AWS::Lambda::Version' },
  arn: unknown('its shape, function:{functionName}:<number>, is not confirmed'),
  identity: AWS_ID,
  why: 'is a copy of code and configuration; an alias that leads to it fails without it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
