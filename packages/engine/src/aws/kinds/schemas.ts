import { AWS_ID, NO_METRICS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EventBridge Schemas',
  crossplane: 'schemas',
  cloudFormation: 'EventSchemas',
  iam: 'schemas',
  dataProtection: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
};

export const registry = configuration(SERVICE, 'Registry', {
  forms: { crossplane: 'Registry', cloudFormation: { kind: 'AWS::EventSchemas::Registry', fields: { '@name': null } } },
  arn: 'registry/{name}',
  identity: ['@name'],
  why: 'what discovery has found comes again with the events',
  encryption: {
    // not confirmed
    atRest: {
      always: 'encrypted by EventBridge with an AWS owned key',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    },
  },
  tags: 'tags',
  backup: none('AWS Backup does not know schemas'),
  alarms: NO_METRICS,
  exposure: none('its policy is a kind of its own'),
});

export const discoverer = configuration(SERVICE, 'Discoverer', {
  forms: { crossplane: 'Discoverer', cloudFormation: 'AWS::EventSchemas::Discoverer' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is a switch of a bus',
  tags: 'tags',
  alarms: NO_METRICS,
  edges: { sourceArnRef: 'event in' },
});
