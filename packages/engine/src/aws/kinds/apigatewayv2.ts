import { api as apiAlarms } from '../alarms/application';
import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { isNot, isOneOf, matches, matchesNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon API Gateway',
  ack: 'apigatewayv2',
  crossplane: 'apigatewayv2',
  cloudFormation: 'ApiGatewayV2',
  iam: 'apigateway',
  dataProtection: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
};

export const api = configuration(SERVICE, 'Api', {
  forms: { ack: 'API', crossplane: 'API', cloudFormation: 'AWS::ApiGatewayV2::Api' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its id and default address change with it',
  encryption: {
    atRest: none('an HTTP or WebSocket API keeps nothing of what passes; only REST APIs have a cache'),
    // not confirmed
    inTransit: {
      always: 'its endpoints take TLS only; the custom domain decides the version',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
    },
  },
  tags: 'tags',
  backup: none('AWS Backup does not know APIs'),
  alarms: apiAlarms,
  exposure: none('its routes say who may call (apigatewayv2.Route)'),
  internet: isNot('disableExecuteAPIEndpoint', true),
  defaults: { disableExecuteAPIEndpoint: false },
});

export const apiMapping = configuration(SERVICE, 'ApiMapping', {
  forms: {
    ack: { kind: 'APIMapping', found: ['domainName'] },
    crossplane: { kind: 'APIMapping', edges: { apiId: 'network out', domainNameRef: 'network in' } },
    cloudFormation: 'AWS::ApiGatewayV2::ApiMapping',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its API's metrics count its calls"),
});

export const authorizer = configuration(SERVICE, 'Authorizer', {
  forms: {
    ack: { kind: 'Authorizer', found: ['apiID'] },
    crossplane: 'Authorizer',
    cloudFormation: 'AWS::ApiGatewayV2::Authorizer',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its API's metrics count what it refuses (4xx)"),
  edges: { authorizerURI: 'network out' },
});

export const integration = configuration(SERVICE, 'Integration', {
  forms: {
    ack: { kind: 'Integration', found: ['apiID'] },
    crossplane: 'Integration',
    cloudFormation: 'AWS::ApiGatewayV2::Integration',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: {
      demands: [matchesNot('integrationURI', /^http:\/\//)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
    },
  },
  tags: NO_TAGS,
  alarms: none("its API's metrics count its errors (5xx, IntegrationError)"),
  defaults: { connectionType: 'INTERNET' },
  edges: { connectionRef: 'network out', integrationURI: 'network out' },
});

export const route = configuration(SERVICE, 'Route', {
  forms: { ack: { kind: 'Route', found: ['apiID'] }, crossplane: 'Route', cloudFormation: 'AWS::ApiGatewayV2::Route' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its API's metrics count its calls; its own exist only where detailed metrics are on"),
  exposure: {
    demands: [
      isOneOf('authorizationType', ['JWT', 'AWS_IAM', 'CUSTOM'], {
        unless: [matches('routeKey', /^(?!\$connect$)[^ ]+$/)],
      }),
    ],
  },
  defaults: { apiKeyRequired: false, authorizationType: 'NONE' },
  edges: { apiRef: 'network in', authorizerRef: 'network out', targetRef: 'network out' },
});

export const stage = configuration(SERVICE, 'Stage', {
  forms: {
    ack: { kind: 'Stage', found: ['apiID', 'stageName'] },
    crossplane: 'Stage',
    cloudFormation: 'AWS::ApiGatewayV2::Stage',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    atRest: none('keeps nothing of what passes: access logs go to a log group'),
  },
  tags: 'tags',
  alarms: none('its API has one stage that is served, and its metrics count the calls'),
  defaults: { autoDeploy: false },
});

export const vpcLink = configuration(SERVICE, 'VpcLink', {
  forms: { ack: 'VPCLink', crossplane: 'VPCLink', cloudFormation: 'AWS::ApiGatewayV2::VpcLink' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    inTransit: none('carries what its integrations send: they name the listener, whose protocol is TLS'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
  edges: { 'securityGroupIDs[]': 'network out' },
});

export const domainName = configuration(SERVICE, 'DomainName', {
  forms: {
    ack: {
      kind: 'DomainName',
      fields: { 'domainNameConfiguration.securityPolicy': 'domainNameConfigurations[].securityPolicy' },
      found: ['domainName'],
    },
    crossplane: 'DomainName',
    cloudFormation: { kind: 'AWS::ApiGatewayV2::DomainName', fields: { '@name': 'DomainName' } },
  },
  lead: 'crossplane',
  arn: none("not in today's table; built of DomainName"),
  identity: ['@name'],
  why: 'is configuration; its target name changes with it, and the DNS record follows',
  encryption: {
    inTransit: {
      demands: [isOneOf('domainNameConfiguration.securityPolicy', ['TLS_1_2'])],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigatewayv2-domainname-domainnameconfiguration.html',
    },
  },
  tags: 'tags',
  backup: none('AWS Backup does not know domain names'),
  alarms: none("its API's metrics count its calls"),
  exposure: none('the routes behind it say who may call'),
  internet: 'always',
});
