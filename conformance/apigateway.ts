import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { every } from './readers';

const API = 'apigatewayv2.services.k8s.aws/API';
const AUTHORIZER = 'apigatewayv2.services.k8s.aws/Authorizer';
const INTEGRATION = 'apigatewayv2.services.k8s.aws/Integration';
const ROUTE = 'apigatewayv2.services.k8s.aws/Route';
const STAGE = 'apigatewayv2.services.k8s.aws/Stage';
const DOMAIN_NAME = 'apigatewayv2.aws.m.upbound.io/DomainName';
const HTTP_API = 'platform-api';
const JWT = 'jwt-authorizer';
const LATE_ARN = '.status.ackResourceMetadata.arn}';

const http = (path: string) => (evidence: Evidence) => evidence.field(API, HTTP_API, path);
const jwt = (path: string) => (evidence: Evidence) =>
  evidence.field(AUTHORIZER, JWT, 'spec.apiRef.from.name') === HTTP_API
    ? evidence.field(AUTHORIZER, JWT, path)
    : undefined;
const link = (path: string) => (evidence: Evidence) => evidence.field(INTEGRATION, 'platform-api-internal-alb', path);
const throttling = (field: string) => (evidence: Evidence) =>
  evidence.field(STAGE, 'platform-api-default', `spec.defaultRouteSettings.${field}`);
const routeTo = (integration: string) => (evidence: Evidence) =>
  routesOf(evidence).find(
    (route) =>
      at(route, 'spec.targetRef.from.name') === integration &&
      !String(at(route, 'spec.routeKey')).startsWith('OPTIONS'),
  );

/** The method or the path of the route that leads to an integration. */
const routeKey = (integration: string, part: 'method' | 'path') => (evidence: Evidence) =>
  (at(routeTo(integration)(evidence), 'spec.routeKey') as string | undefined)?.split(' ')[part === 'method' ? 0 : 1];

function routesOf(evidence: Evidence): Manifest[] {
  return evidence.all(ROUTE).filter((route) => at(route, 'spec.apiRef.from.name') === HTTP_API);
}

/** The document's sections both describe the one HTTP API. */
const inBothSections = (values: readonly DocumentValue[]) =>
  ['APIGateway Integration', 'APIGateway'].flatMap((section) =>
    values.map((value) => ({ ...value, path: `${section}.${value.path}` })),
  );

/** What the document asks of API Gateway, in its two sections. */
export const apigateway: readonly DocumentValue[] = [
  ...inBothSections([
    { path: 'Type', value: 'HTTP', read: http('spec.protocolType') },
    { path: 'Authorizers[0].Name', value: 'jwt-authorizer', read: jwt('spec.name') },
    { path: 'Authorizers[0].Type', value: 'JWT', read: jwt('spec.authorizerType') },
    {
      path: 'Authorizers[0].IdentitySource',
      value: '$request.header.Authorization',
      read: jwt('spec.identitySource[0]'),
    },
  ]),
  {
    path: 'APIGateway Integration.Cors.AllowOrigins',
    value: ['https://platform.company.com'],
    read: http('spec.corsConfiguration.allowOrigins'),
  },
  {
    path: 'APIGateway Integration.Cors.AllowMethods',
    value: ['GET', 'POST', 'PUT', 'DELETE'],
    read: http('spec.corsConfiguration.allowMethods'),
  },
  {
    path: 'APIGateway Integration.Routes[0].Method',
    value: 'ANY',
    read: routeKey('platform-api-api-handler', 'method'),
  },
  {
    path: 'APIGateway Integration.Routes[0].Path',
    value: '/api/v1/{proxy+}',
    read: routeKey('platform-api-api-handler', 'path'),
  },
  {
    path: 'APIGateway Integration.Routes[0].Integration.Type',
    value: 'AWS_PROXY',
    read: (evidence) => evidence.field(INTEGRATION, 'platform-api-api-handler', 'spec.integrationType'),
  },
  {
    path: 'APIGateway Integration.Routes[0].Integration.Uri',
    value:
      'arn:aws:apigateway:region:lambda:path/2015-03-31/functions/arn:aws:lambda:region:account:function:api-handler/invocations',
    read: (evidence) =>
      neutralInvocation(evidence, evidence.field(INTEGRATION, 'platform-api-api-handler', 'spec.integrationURI')),
  },
  {
    path: 'APIGateway.CustomDomainName.DomainName',
    value: 'api.company.com',
    read: (evidence) => evidence.find(DOMAIN_NAME, 'api')?.metadata.annotations?.[EXTERNAL_NAME],
  },
  {
    path: 'APIGateway.CustomDomainName.CertificateArn',
    value: '${ACMCertificate.Arn}',
    read: (evidence) => {
      const arn = evidence.field(DOMAIN_NAME, 'api', 'spec.forProvider.domainNameConfiguration.certificateArn');
      const isOfName =
        evidence.field('acm.services.k8s.aws/Certificate', 'api', 'spec.domainName') === 'api.company.com';
      return isOfName && String(arn).endsWith(LATE_ARN) ? '${ACMCertificate.Arn}' : arn;
    },
  },
  { path: 'APIGateway.Throttling.BurstLimit', value: 5_000, read: throttling('throttlingBurstLimit') },
  { path: 'APIGateway.Throttling.RateLimit', value: 10_000, read: throttling('throttlingRateLimit') },
  {
    path: 'APIGateway.Authorizers[0].JwtConfiguration.Issuer',
    value: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_XXXXXXXXX',
    read: (evidence) => {
      const issuer = jwt('spec.jwtConfiguration.issuer')(evidence);
      const region = evidence.field(
        'cognitoidp.aws.m.upbound.io/UserPool',
        'platform-users',
        'spec.forProvider.region',
      );
      return issuer === 'https://${platformUsers.status.atProvider.endpoint}'
        ? `https://cognito-idp.${region}.amazonaws.com/${region}_XXXXXXXXX`
        : issuer;
    },
  },
  { path: 'APIGateway.Integrations[0].Type', value: 'HTTP_PROXY', read: link('spec.integrationType') },
  { path: 'APIGateway.Integrations[0].ConnectionType', value: 'VPC_LINK', read: link('spec.connectionType') },
  {
    path: 'APIGateway.Integrations[0].Uri',
    value: 'http://internal-alb.company.com/{proxy}',
    read: (evidence) => {
      const uri = link('spec.integrationURI')(evidence);
      const host = link('spec.tlsConfig.serverNameToVerify')(evidence);
      const path = link('spec.requestParameters.overwrite:path')(evidence);
      return String(uri).endsWith(LATE_ARN) ? `the listener of https://${host}${path}` : uri;
    },
    deviation: {
      chosen: 'the listener of https://internal-alb.company.com/$request.path.proxy',
      because:
        'through a VPC link an HTTP API takes the ARN of a listener and no URL; the path is a parameter, and the load balancer speaks TLS',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
    },
  },
  {
    path: 'LambdaFunctions.APIProcessing.Events.APIGateway',
    value: '/api/v1/process',
    read: routeKey('platform-api-api-processing', 'path'),
  },
  {
    path: 'API Gateway: HTTP/REST APIs',
    value: ['HTTP', 'REST'],
    read: (evidence) =>
      evidence
        .all(API)
        .map((api) => at(api, 'spec.protocolType'))
        .filter((type) => type !== 'WEBSOCKET'),
    deviation: {
      chosen: ['HTTP'],
      because: 'both configurations of the document are of the type HTTP, which is the cheaper and faster of the two',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  {
    path: 'API Gateway: WebSocket APIs',
    value: true,
    read: (evidence) => evidence.all(API).some((api) => at(api, 'spec.protocolType') === 'WEBSOCKET'),
  },
  {
    path: 'API Gateway: Request/Response Transformation: paths and headers',
    value: true,
    read: (evidence) => evidence.all(INTEGRATION).some((one) => at(one, 'spec.requestParameters') !== undefined),
  },
  {
    path: 'API Gateway: Request/Response Transformation: bodies',
    value: true,
    read: (evidence) => evidence.all(INTEGRATION).some((one) => at(one, 'spec.requestTemplates') !== undefined),
    deviation: {
      chosen: false,
      because: 'only REST APIs map bodies; functions and services read and write them as they are',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  {
    path: 'API Gateway: Rate Limiting',
    value: true,
    read: (evidence) =>
      every(evidence.all(STAGE), (stage) => at(stage, 'spec.defaultRouteSettings.throttlingRateLimit') !== undefined),
  },
  {
    path: 'API Gateway: API Keys and Usage Plans',
    value: true,
    read: (evidence) => evidence.all(ROUTE).some((route) => at(route, 'spec.apiKeyRequired') === true),
    deviation: {
      chosen: false,
      because: 'only REST APIs have keys with usage plans; who calls an HTTP API is in its token',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  {
    path: 'API Gateway: Custom Authorizers: Lambda-based authentication',
    value: true,
    read: (evidence) => evidence.all(AUTHORIZER).some((one) => at(one, 'spec.authorizerType') === 'REQUEST'),
  },
  {
    path: 'API Gateway: CloudWatch Integration',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(STAGE),
        (stage) =>
          at(stage, 'spec.accessLogSettings.destinationARN') !== undefined &&
          at(stage, 'spec.defaultRouteSettings.detailedMetricsEnabled') === true,
      ),
  },
  {
    path: 'WAF: in front of the API',
    value: 'at the API',
    read: (evidence) =>
      evidence
        .all('cloudfront.services.k8s.aws/Distribution')
        .some(
          (one) =>
            at(one, 'spec.distributionConfig.webACLID') !== undefined &&
            JSON.stringify(at(one, 'spec.distributionConfig.origins')).includes('"api.company.com"'),
        )
        ? 'at the distribution'
        : undefined,
    deviation: {
      chosen: 'at the distribution',
      because: 'a firewall cannot be put on an HTTP API; CloudFront, through which the site calls it, carries one',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
];

/** An invocation's ARN as the document writes it, with `region` and `account` in place of the environment's. */
function neutralInvocation(evidence: Evidence, uri: unknown): string | undefined {
  const [, functionArn] = /functions\/(arn:\S+)\/invocations$/.exec(String(uri)) ?? [];
  const neutral = evidence.neutral(functionArn);
  if (functionArn === undefined || neutral === undefined) return undefined;
  return String(uri)
    .replace(functionArn, neutral)
    .replace(/^arn:([^:]+):apigateway:[^:]+:/, 'arn:$1:apigateway:region:');
}
