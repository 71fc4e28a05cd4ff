import { Duration } from 'cdk8s';
import { Certificate } from '../../../constructs/acm/certificate';
import type { HttpApiProps, HttpRoute } from '../../../constructs/apigatewayv2/http-api';
import { VpcLink } from '../../../constructs/apigatewayv2/vpc-link';
import { HttpsListener } from '../../../constructs/elbv2/listener';
import { InternalLoadBalancer } from '../../../constructs/elbv2/load-balancer';
import { TargetGroup } from '../../../constructs/elbv2/target-group';
import { chart, manifests, wired } from '../scope';
import { answer, EVERYBODY, FUNCTION, group, httpApi, zone } from './helpers';

const routes = (...keys: string[]): Record<string, HttpRoute> =>
  Object.fromEntries(keys.map((key, index) => [`r${index}`, { key, integration: 'answer', access: EVERYBODY }]));

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
