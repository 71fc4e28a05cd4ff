import { graphqlApi as graphqlApiAlarms } from '../alarms/application';
import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { is, isNot, matchesNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS AppSync',
  crossplane: 'appsync',
  cloudFormation: 'AppSync',
  iam: 'appsync',
  dataProtection: 'https://docs.aws.amazon.com/appsync/latest/devguide/data-protection.html',
};

export const graphQLApi = configuration(SERVICE, 'GraphQLApi', {
  forms: { crossplane: 'GraphQLAPI', cloudFormation: 'AWS::AppSync::GraphQLApi' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its id, address and API keys change with it',
  encryption: {
    atRest: none('keeps nothing of what passes; its cache is a kind of its own (ApiCache)'),
    // not confirmed
    inTransit: {
      always: 'its endpoints take TLS only',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/data-protection.html',
    },
  },
  tags: 'tags',
  backup: none('AWS Backup does not know AppSync'),
  alarms: graphqlApiAlarms,
  exposure: {
    demands: [
      isNot('authenticationType', 'API_KEY'),
      isNot('additionalAuthenticationProvider[].authenticationType', 'API_KEY'),
    ],
  },
});

export const apiCache = configuration(SERVICE, 'ApiCache', {
  forms: { crossplane: 'APICache', cloudFormation: 'AWS::AppSync::ApiCache' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is a cache: what it loses is asked for again',
  encryption: {
    // not confirmed
    atRest: {
      demands: [is('atRestEncryptionEnabled', true)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apicache.html',
    },
    // not confirmed
    inTransit: {
      demands: [is('transitEncryptionEnabled', true)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apicache.html',
    },
  },
  tags: NO_TAGS,
  backup: none('is a cache'),
  alarms: none("its API's latency shows when it does not help"),
  exposure: none('only its API reaches it'),
});

export const dataSource = configuration(SERVICE, 'DataSource', {
  forms: { crossplane: 'Datasource', cloudFormation: { kind: 'AWS::AppSync::DataSource', fields: { '@name': null } } },
  arn: unknown('its shape, apis/<apiId>/datasources/{name}, is not confirmed'),
  identity: ['@name'],
  encryption: {
    inTransit: {
      demands: [
        matchesNot('httpConfig.endpoint', /^http:\/\//),
        matchesNot('elasticsearchConfig.endpoint', /^http:\/\//),
        matchesNot('opensearchserviceConfig.endpoint', /^http:\/\//),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
    },
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const functionConfiguration = configuration(SERVICE, 'FunctionConfiguration', {
  forms: { crossplane: 'Function', cloudFormation: 'AWS::AppSync::FunctionConfiguration' },
  arn: unknown('its shape, apis/<apiId>/functions/<id>, is not confirmed'),
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const resolver = configuration(SERVICE, 'Resolver', {
  forms: { crossplane: 'Resolver', cloudFormation: 'AWS::AppSync::Resolver' },
  arn: unknown('its shape, apis/<apiId>/types/{type}/resolvers/{field}, is not confirmed'),
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
