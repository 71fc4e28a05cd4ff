import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { Certificate } from '../../constructs/acm/certificate';
import { ApiDomain, type ApiDomainProps } from '../../constructs/apigatewayv2/domain-name';
import { HttpApi, type HttpApiProps, type HttpRoute } from '../../constructs/apigatewayv2/http-api';
import { ApiStage, type ApiStageProps } from '../../constructs/apigatewayv2/stage';
import { VpcLink } from '../../constructs/apigatewayv2/vpc-link';
import { WebSocketApi, type WebSocketApiProps } from '../../constructs/apigatewayv2/web-socket-api';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { HttpsListener } from '../../constructs/elbv2/listener';
import { InternalLoadBalancer } from '../../constructs/elbv2/load-balancer';
import { TargetGroup } from '../../constructs/elbv2/target-group';
import { LambdaFunction } from '../../constructs/lambda/function';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { Queue } from '../../constructs/sqs/queue';
import { chart, manifests, wired } from './scope';

const EVERYBODY = { everybody: true, because: 'it says nothing that is not public' } as const;
const FUNCTION = { arn: 'arn:aws:lambda:us-east-1:123456789012:function:answer' };

function httpApi(scope: PlatformChart, change: Partial<HttpApiProps> = {}): HttpApi {
  return new HttpApi(scope, 'api', {
    description: 'An API',
    integrations: { answer: { function: FUNCTION } },
    routes: { all: { key: 'GET /a', integration: 'answer', access: EVERYBODY } },
    ...change,
  });
}

function webSocketApi(scope: PlatformChart, change: Partial<WebSocketApiProps> = {}): WebSocketApi {
  return new WebSocketApi(scope, 'ws', {
    description: 'An API',
    authorizer: { name: 'who', function: FUNCTION, identitySource: ['route.request.querystring.token'] },
    integrations: { answer: { function: FUNCTION } },
    routes: { connect: { key: '$connect', integration: 'answer' }, say: { key: 'say', integration: 'answer' } },
    ...change,
  });
}

const routes = (...keys: string[]): Record<string, HttpRoute> =>
  Object.fromEntries(keys.map((key, index) => [`r${index}`, { key, integration: 'answer', access: EVERYBODY }]));

function stage(scope: PlatformChart, change: Partial<ApiStageProps> = {}): ApiStage {
  return new ApiStage(scope, 'stage', {
    api: change.api ?? httpApi(scope),
    stageName: '$default',
    throttling: { burst: 10, rate: 20 },
    accessLog: {
      logGroup: new LogGroup(scope, 'access', { retentionDays: 7 }),
      fields: { requestId: '$context.requestId' },
    },
    ...change,
  });
}

function group(scope: PlatformChart): SecurityGroup {
  return new SecurityGroup(scope, 'group', { description: 'For tests' });
}

const zone = (scope: PlatformChart) => new HostedZone(scope, 'zone', { domain: 'company.com', comment: '' });

function answer(scope: PlatformChart): LambdaFunction {
  return new LambdaFunction(scope, 'answer', {
    description: 'Answers',
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    code: { bucketName: 'code', key: 'answer.zip', sha256: `${'A'.repeat(43)}=` },
    timeout: Duration.seconds(3),
    memoryMb: 128,
    logGroup: new LogGroup(scope, 'functions', { retentionDays: 7 }),
    failures: new Queue(scope, 'failures'),
  });
}

describe('HttpApi', () => {
  test('GIVEN a function WHEN it is an integration THEN it gets whole requests in the newer format, through its invocation ARN', () => {
    const scope = chart();
    httpApi(scope, { integrations: { answer: { function: FUNCTION, timeout: Duration.seconds(3) } } });
    const all = wired(scope);
    expect(all['API api']!.spec).toMatchObject({ protocolType: 'HTTP', disableExecuteAPIEndpoint: true });
    expect(all['Integration api-answer']!.spec).toEqual({
      apiRef: { from: { name: 'api' } },
      connectionType: 'INTERNET',
      integrationMethod: 'POST',
      integrationType: 'AWS_PROXY',
      integrationURI: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION.arn}/invocations`,
      payloadFormatVersion: '2.0',
      timeoutInMillis: 3_000,
    });
    expect(all['Route api-all']!.spec).toMatchObject({
      routeKey: 'GET /a',
      targetRef: { from: { name: 'api-answer' } },
      authorizationType: 'NONE',
    });
  });

  test('GIVEN a function of ours WHEN routes lead to it THEN each may invoke it, and nothing else of the API', () => {
    const scope = chart();
    httpApi(scope, {
      integrations: { answer: { function: answer(scope) } },
      routes: {
        all: { key: 'ANY /api/v1/{proxy+}', integration: 'answer', access: EVERYBODY },
        one: { key: 'POST /process', integration: 'answer', access: EVERYBODY },
        rest: { key: '$default', integration: 'answer', access: EVERYBODY },
      },
    });
    const made = wired(scope);
    const sources = ['all', 'one', 'rest'].map((name) => {
      const { forProvider } = made[`Permission answer-api-${name}`]!.spec as {
        forProvider: { sourceArn: string; principal: string };
      };
      expect(forProvider.principal).toBe('apigateway.amazonaws.com');
      return forProvider.sourceArn;
    });
    const before = 'arn:aws:execute-api:us-east-1:123456789012:${api.status.apiID}';
    expect(sources).toEqual([`${before}/*/*/api/v1/{proxy+}`, `${before}/*/POST/process`, `${before}/*/$default`]);
  });

  test('GIVEN a JWT authorizer WHEN a route names it THEN requests need a token with its scopes', () => {
    const scope = chart();
    httpApi(scope, {
      authorizers: { jwt: { issuer: 'https://issuer.com/pool', audience: ['client'] } },
      routes: { all: { key: 'GET /a', integration: 'answer', access: { authorizer: 'jwt', scopes: ['read'] } } },
    });
    const all = manifests(scope);
    expect(all['jwt']!.spec).toMatchObject({
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://issuer.com/pool', audience: ['client'] },
    });
    expect(all['api-all']!.spec).toMatchObject({
      authorizationType: 'JWT',
      authorizerRef: { from: { name: 'jwt' } },
      authorizationScopes: ['read'],
    });
  });

  test('GIVEN a listener in the VPC WHEN it is an integration THEN the request goes there by the link, and the name is verified', () => {
    const scope = chart();
    const domain = 'inside.company.com';
    const securityGroup = group(scope);
    const link = new VpcLink(scope, 'link', { subnetIds: ['subnet-1', 'subnet-2'], securityGroup });
    const listener = new HttpsListener(scope, 'listener', {
      loadBalancer: new InternalLoadBalancer(scope, 'balancer', {
        subnetIds: ['subnet-1', 'subnet-2'],
        securityGroup,
        deletionProtection: true,
      }),
      certificate: new Certificate(scope, 'inside', { zone: zone(scope), domain }),
      targetGroup: new TargetGroup(scope, 'pods', { port: 8080, healthCheckPath: '/' }),
    });
    httpApi(scope, {
      integrations: { answer: { vpcLink: link, listener, serverName: domain, path: '/$request.path.proxy' } },
    });
    expect(wired(scope)['Integration api-answer']!.spec).toMatchObject({
      integrationType: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionRef: { from: { name: 'link' } },
      integrationURI: '${listener.status.ackResourceMetadata.arn}',
      tlsConfig: { serverNameToVerify: domain },
      requestParameters: { 'overwrite:path': '/$request.path.proxy' },
    });
  });

  test('GIVEN a route for everybody WHEN it is made THEN its manifest says why', () => {
    const scope = chart();
    httpApi(scope);
    expect(manifests(scope)['api-all']!.metadata.annotations).toMatchObject({
      'exception.platform.company.com/public-exposure': EVERYBODY.because,
    });
  });

  test.each([
    [
      'a missing integration',
      { routes: { all: { key: 'GET /a', integration: 'anser', access: EVERYBODY } } },
      "routes.all: there is no integration 'anser', allowed are answer",
    ],
    [
      '11 scopes',
      {
        authorizers: { jwt: { issuer: 'https://a.com', audience: ['c'] } },
        routes: {
          all: {
            key: 'GET /a',
            integration: 'answer',
            access: { authorizer: 'jwt', scopes: Array.from({ length: 11 }, (_, index) => `s${index}`) },
          },
        },
      },
      'scopes is 11, a whole number from 0 to 10',
    ],
    [
      'a missing authorizer',
      { routes: { all: { key: 'GET /a', integration: 'answer', access: { authorizer: 'jwt' } } } },
      "routes.all: there is no authorizer 'jwt', allowed are",
    ],
    [
      'a key that stands twice',
      { routes: routes('GET /a', 'GET /a') },
      "routes.r1: the key 'GET /a' is also that of r0, each may stand once",
    ],
    [
      'a key without a method',
      { routes: routes('/a') },
      "routes.r0: key '/a' (2 characters) is not allowed, only a method or ANY and a path",
    ],
    ['a method that is none', { routes: routes('FETCH /a') }, "key 'FETCH /a'"],
    ['a greedy variable that is not the last', { routes: routes('GET /{a+}/b') }, "key 'GET /{a+}/b'"],
    ['an empty segment', { routes: routes('GET /a//b') }, "key 'GET /a//b'"],
    [
      '301 routes',
      { routes: routes(...Array.from({ length: 301 }, (_, index) => `GET /${index}`)) },
      'routes is 301, a whole number from 0 to 300 is allowed',
    ],
    [
      '301 integrations',
      {
        integrations: Object.fromEntries(
          Array.from({ length: 301 }, (_, index) => [`i${index}`, { function: FUNCTION }]),
        ),
      },
      'integrations is 301, a whole number from 0 to 300',
    ],
    [
      '11 authorizers',
      {
        authorizers: Object.fromEntries(
          Array.from({ length: 11 }, (_, index) => [`a${index}`, { issuer: 'https://a.com', audience: ['c'] }]),
        ),
      },
      'authorizers is 11, a whole number from 0 to 10',
    ],
    [
      'a timeout that is too short',
      { integrations: { answer: { function: FUNCTION, timeout: Duration.millis(49) } } },
      'timeout is 49 ms, a whole number from 50 to 30000 ms',
    ],
    [
      'a timeout that is too long',
      { integrations: { answer: { function: FUNCTION, timeout: Duration.millis(30_001) } } },
      'timeout is 30001 ms, a whole number from 50 to 30000 ms',
    ],
    [
      'an issuer without TLS',
      { authorizers: { jwt: { issuer: 'http://a.com', audience: ['c'] } } },
      "issuer 'http://a.com' (12 characters) is not allowed, only an https URL",
    ],
    [
      'no audience',
      { authorizers: { jwt: { issuer: 'https://a.com', audience: [] } } },
      'audience is 0, a whole number from 1 to 50',
    ],
    [
      'every origin with credentials',
      { cors: { allowOrigins: ['*'], allowMethods: ['GET'], allowHeaders: [], allowCredentials: true } },
      "cors: '*' together with allowCredentials is not allowed, name the origins and headers",
    ],
    [
      'an origin with a path',
      { cors: { allowOrigins: ['https://a.com/'], allowMethods: ['GET'], allowHeaders: [] } },
      "cors.allowOrigins 'https://a.com/'",
    ],
    [
      'an origin without TLS',
      { cors: { allowOrigins: ['http://a.com'], allowMethods: ['GET'], allowHeaders: [] } },
      'an https origin without a path',
    ],
    [
      'a header in capitals',
      { cors: { allowOrigins: ['https://a.com'], allowMethods: ['GET'], allowHeaders: ['Authorization'] } },
      "cors.allowHeaders 'Authorization' (13 characters) is not allowed, only lower-case names",
    ],
    [
      'answers that browsers keep too long',
      { cors: { allowOrigins: ['https://a.com'], allowMethods: ['GET'], allowHeaders: [], maxAge: Duration.days(2) } },
      'cors.maxAge is 172800 s, a whole number from 0 to 86400 s',
    ],
    [
      'a short reason',
      { routes: { all: { key: 'GET /a', integration: 'answer', access: { everybody: true, because: 'why not' } } } },
      "because is 'why not', a reason of at least 10 characters is required",
    ],
    [
      'a description that is too long',
      { description: 'x'.repeat(1_025) },
      'description has 1025 characters, at most 1024 are allowed',
    ],
  ] as [string, Partial<HttpApiProps>, string][])(
    'GIVEN %s WHEN an API is made THEN it is refused',
    (_, change, message) => {
      expect(() => httpApi(chart(), change)).toThrow(message);
    },
  );
});

describe('WebSocketApi', () => {
  test('GIVEN an authorizer WHEN an API is made THEN it is asked at $connect alone, and functions speak the older format', () => {
    const scope = chart();
    webSocketApi(scope);
    const all = manifests(scope);
    expect(all['ws']!.spec).toMatchObject({
      protocolType: 'WEBSOCKET',
      routeSelectionExpression: '$request.body.action',
    });
    expect(all['ws-connect']!.spec).toMatchObject({
      authorizationType: 'CUSTOM',
      authorizerRef: { from: { name: 'who' } },
    });
    expect(all['ws-say']!.spec).toMatchObject({ authorizationType: 'NONE' });
    expect(all['ws-answer']!.spec).toMatchObject({ payloadFormatVersion: '1.0', timeoutInMillis: 29_000 });
    expect(all['who']!.spec).toMatchObject({
      authorizerType: 'REQUEST',
      identitySource: ['route.request.querystring.token'],
    });
  });

  test('GIVEN functions of ours WHEN they authorize and answer THEN each is let in for just that', () => {
    const scope = chart();
    const ours = answer(scope);
    webSocketApi(scope, {
      authorizer: { name: 'who', function: ours, identitySource: ['route.request.querystring.token'] },
      integrations: { answer: { function: ours } },
    });
    const all = wired(scope);
    const sources = ['who', 'connect', 'say'].map(
      (name) => (all[`Permission answer-ws-${name}`]!.spec['forProvider'] as { sourceArn: string }).sourceArn,
    );
    const before = 'arn:aws:execute-api:us-east-1:123456789012:${ws.status.apiID}';
    expect(sources).toEqual([`${before}/authorizers/*`, `${before}/*/$connect`, `${before}/*/say`]);
  });

  test.each([
    [
      'no $connect',
      { routes: { say: { key: 'say', integration: 'answer' } } },
      'routes: $connect is missing, without it everybody could connect',
    ],
    [
      'a missing integration',
      { routes: { connect: { key: '$connect', integration: 'no' } } },
      "routes.connect: there is no integration 'no', allowed are answer",
    ],
    [
      'a key with a path',
      {
        routes: { connect: { key: '$connect', integration: 'answer' }, get: { key: 'GET /a', integration: 'answer' } },
      },
      "routes.get: key 'GET /a'",
    ],
    [
      'a key that stands twice',
      {
        routes: {
          connect: { key: '$connect', integration: 'answer' },
          again: { key: '$connect', integration: 'answer' },
        },
      },
      "routes.again: the key '$connect' is also that of connect",
    ],
    [
      'a timeout that only HTTP APIs have',
      { integrations: { answer: { function: FUNCTION, timeout: Duration.seconds(30) } } },
      'timeout is 30000 ms, a whole number from 50 to 29000 ms',
    ],
    [
      'no identity source',
      { authorizer: { name: 'who', function: FUNCTION, identitySource: [] } },
      'identitySource is 0, a whole number from 1 to 50',
    ],
  ] as [string, Partial<WebSocketApiProps>, string][])(
    'GIVEN %s WHEN a WebSocket API is made THEN it is refused',
    (_, change, message) => {
      expect(() => webSocketApi(chart(), change)).toThrow(message);
    },
  );
});

describe('ApiStage', () => {
  test('GIVEN limits and fields WHEN a stage is made THEN it deploys by itself, throttles every route and logs in JSON', () => {
    const scope = chart();
    stage(scope);
    expect(manifests(scope)['stage']!.spec).toMatchObject({
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destinationARN: 'arn:aws:logs:us-east-1:123456789012:log-group:access',
        format: '{"requestId":"$context.requestId"}',
      },
      defaultRouteSettings: { throttlingBurstLimit: 10, throttlingRateLimit: 20, detailedMetricsEnabled: true },
    });
  });

  test.each([
    ['no burst', { throttling: { burst: 0, rate: 1 } }, 'throttling.burst is 0, a whole number from 1 to 5000'],
    ['a burst beyond the account', { throttling: { burst: 5_001, rate: 1 } }, 'throttling.burst is 5001'],
    ['no rate', { throttling: { burst: 1, rate: 0 } }, 'throttling.rate is 0, a whole number from 1 to 10000'],
    ['a rate beyond the account', { throttling: { burst: 1, rate: 10_001 } }, 'throttling.rate is 10001'],
    ['a name with a slash', { stageName: 'a/b' }, "stageName 'a/b' (3 characters) is not allowed, only $default"],
  ] as [string, Partial<ApiStageProps>, string][])(
    'GIVEN %s WHEN a stage is made THEN it is refused',
    (_, change, message) => {
      expect(() => stage(chart(), change)).toThrow(message);
    },
  );

  test('GIVEN a WebSocket API WHEN a stage is made THEN it logs errors but no messages, and $default is refused', () => {
    const scope = chart();
    stage(scope, { api: webSocketApi(scope), stageName: 'live' });
    expect(manifests(scope)['stage']!.spec['defaultRouteSettings']).toMatchObject({
      loggingLevel: 'ERROR',
      dataTraceEnabled: false,
    });
    const another = chart();
    expect(() => stage(another, { api: webSocketApi(another) })).toThrow(
      'stageName is $default, which only HTTP APIs have',
    );
  });

  test('GIVEN more fields than a template holds WHEN a stage is made THEN it is refused', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`field${index}`, '$context.path' as const]),
    );
    const scope = chart();
    const logGroup = new LogGroup(scope, 'more', { retentionDays: 7 });
    expect(() =>
      stage(scope, { accessLog: { logGroup, fields: { ...fields, requestId: '$context.requestId' } } }),
    ).toThrow('at most 3072 are allowed');
  });
});

describe('ApiDomain', () => {
  const domainOf = (scope: PlatformChart, change: Partial<ApiDomainProps> = {}) => {
    const domain = 'api.company.com';
    const ours = zone(scope);
    const live = stage(scope);
    return new ApiDomain(scope, 'name', {
      zone: ours,
      domain,
      certificate: new Certificate(scope, 'certificate', { zone: ours, domain }),
      api: scope.node.findChild('api') as HttpApi,
      stage: live,
      ...change,
    });
  };

  test('GIVEN an API and a certificate WHEN it gets a name THEN records lead there once AWS says where', () => {
    const scope = chart();
    domainOf(scope);
    const all = wired(scope);
    expect(all['DomainName name']!.metadata.annotations).toMatchObject({
      'crossplane.io/external-name': 'api.company.com',
    });
    expect(all['DomainName name']!.spec).toMatchObject({
      forProvider: {
        domainNameConfiguration: {
          certificateArn: '${certificate.status.ackResourceMetadata.arn}',
          endpointType: 'REGIONAL',
          securityPolicy: 'TLS_1_2',
        },
      },
    });
    expect(all['APIMapping name']!.spec).toMatchObject({
      forProvider: { apiId: '${api.status.apiID}', domainNameRef: { name: 'name' }, stage: '$default' },
    });
    for (const type of ['A', 'AAAA'])
      expect(all[`RecordSet name-${type.toLowerCase()}`]!.spec).toMatchObject({
        recordType: type,
        name: 'api.company.com.',
        aliasTarget: { dnsName: expect.stringContaining('.domainNameConfiguration.targetDomainName}') },
      });
  });

  test.each([
    [
      'a name outside the zone',
      { domain: 'api.other.com' },
      "domain 'api.other.com' lies outside the zone, only company.com",
    ],
    [
      'a certificate for another name',
      { domain: 'b.company.com' },
      "certificate is for 'api.company.com', only one for 'b.company.com'",
    ],
  ])('GIVEN %s WHEN an API gets it THEN it is refused', (_, change, message) => {
    expect(() => domainOf(chart(), change)).toThrow(message);
  });

  test('GIVEN a certificate of another region WHEN an API gets its name THEN it is refused', () => {
    const scope = chart();
    const elsewhere = new Certificate(scope, 'elsewhere', {
      zone: new HostedZone(scope, 'other', { domain: 'company.com', comment: '' }),
      domain: 'api.company.com',
      region: 'us-west-2',
    });
    expect(() => domainOf(scope, { certificate: elsewhere })).toThrow(
      'certificate is in us-west-2, only us-east-1 is allowed',
    );
  });
});

describe('VpcLink', () => {
  test('GIVEN one subnet WHEN a link is made THEN it is refused', () => {
    const scope = chart();
    expect(() => new VpcLink(scope, 'link', { subnetIds: ['subnet-1'], securityGroup: group(scope) })).toThrow(
      'subnetIds is 1, a whole number from 2 to 10 is allowed',
    );
  });
});
