import { stateMachine as stateMachineAlarms } from '../alarms/application';
import { none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Step Functions',
  ack: 'sfn',
  crossplane: 'sfn',
  cloudFormation: 'StepFunctions',
  iam: 'states',
  dataProtection: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
};

export const stateMachine = configuration(SERVICE, 'StateMachine', {
  forms: {
    ack: { kind: 'StateMachine', fields: { 'encryptionConfiguration.kmsKeyId': null } },
    crossplane: { kind: 'StateMachine', fields: { name: '@name' } },
    cloudFormation: 'AWS::StepFunctions::StateMachine',
  },
  arn: 'stateMachine:{name}',
  identity: ['name'],
  why: 'is configuration; executions that run are stopped, and their history goes with it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'AWS owned key; AWS has encryptionConfiguration.kmsKeyId, the pinned kinds have no field for it',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    },
    // not confirmed
    key: {
      field: 'encryptionConfiguration.kmsKeyId',
      controller: ['kms:DescribeKey', 'kms:GenerateDataKey'],
      users: { 'its role': ['kms:Decrypt', 'kms:GenerateDataKey'], 'reader of executions': ['kms:Decrypt'] },
      note: "only with a key of one's own",
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    },
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: stateMachineAlarms,
  exposure: none('IAM alone says who starts it'),
  defaults: { 'loggingConfiguration.level': 'OFF', 'tracingConfiguration.enabled': false, type_: 'STANDARD' },
  edges: { definition: 'event out' },
  documents: { definition: 'state-machine' },
});

export const activity = configuration(SERVICE, 'Activity', {
  forms: {
    ack: 'Activity',
    crossplane: { kind: 'Activity', fields: { name: '@name' } },
    cloudFormation: 'AWS::StepFunctions::Activity',
  },
  arn: 'activity:{name}',
  identity: ['name'],
  encryption: {
    // not confirmed
    atRest: {
      always: 'AWS owned key; AWS has encryptionConfiguration, the pinned kind has no field for it',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    },
    // not confirmed
    key: none('which key encrypts it is not confirmed'),
  },
  tags: 'tags',
  alarms: none("its state machine's failures count"),
});
