import { AWS_ID, NO_METRICS, NO_TAGS } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon API Gateway',
  crossplane: 'apigateway',
  cloudFormation: 'ApiGateway',
  iam: 'apigateway',
  dataProtection: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
};

export const account = configuration(SERVICE, 'Account', {
  forms: { crossplane: 'Account', cloudFormation: 'AWS::ApiGateway::Account' },
  lead: 'cloudFormation',
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is one setting of the account and region: the role with which API Gateway writes logs',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
