import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { ApiAccountLogging } from '../../constructs/apigatewayv2/account';
import { ApiDomain } from '../../constructs/apigatewayv2/domain-name';
import { HttpApi } from '../../constructs/apigatewayv2/http-api';
import { ApiStage } from '../../constructs/apigatewayv2/stage';
import { VpcLink } from '../../constructs/apigatewayv2/vpc-link';
import { WebSocketApi } from '../../constructs/apigatewayv2/web-socket-api';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import type { Environment } from '../../environments';
import type { Acm } from '../network/acm';
import type { Ec2 } from '../network/ec2';
import type { Elbv2 } from '../network/elbv2';
import type { Route53 } from '../network/route53';
import { PlatformChart } from '../platform-chart';
import type { Cognito } from './cognito';
import type { Lambda } from './lambda';

interface ApiGatewayUses {
  readonly acm: Acm;
  readonly cognito: Cognito;
  readonly ec2: Ec2;
  readonly elbv2: Elbv2;
  readonly lambda: Lambda;
  readonly route53: Route53;
}

/**
 * Groups of logs that AWS delivers: with another prefix each would need room in a policy of all
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html).
 */
const VENDED_LOGS = '/aws/vendedlogs/apigateway/';
const SIGNED_IN = { authorizer: 'jwt-authorizer' };
/** A browser asks it before it sends the token. */
const PREFLIGHT = { everybody: true, because: 'browsers send no token when they ask what a page may send' } as const;

/** The API for requests, and the one that can speak first. */
export class ApiGateway extends PlatformChart {
  readonly http: HttpApi;

  readonly webSocket: WebSocketApi;

  constructor(scope: Construct, id: string, environment: Environment, uses: ApiGatewayUses) {
    super(scope, id, environment);
    this.http = this.httpApi(uses);
    this.webSocket = this.webSocketApi(uses);
    if (environment.api.accountLogging) new ApiAccountLogging(this, 'apigateway-logs');
  }

  private httpApi({ acm, cognito, ec2, elbv2, lambda, route53 }: ApiGatewayUses): HttpApi {
    const { api, domain, edge, outputs } = this.environment;
    const http = new HttpApi(this, 'platform-api', {
      description: 'API of the platform',
      cors: {
        allowOrigins: [`https://${domain}`],
        allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
        allowHeaders: ['authorization'],
      },
      authorizers: {
        'jwt-authorizer': { issuer: `https://${cognito.users.endpoint}`, audience: [cognito.webApp.id] },
      },
      integrations: {
        'api-handler': { function: lambda.apiHandler },
        'api-processing': { function: lambda.apiProcessing },
        'internal-alb': {
          vpcLink: new VpcLink(this, 'platform-vpc', {
            subnetIds: outputs.privateSubnetIds,
            securityGroup: ec2.vpcLink,
          }),
          listener: elbv2.listener,
          serverName: edge.internalLoadBalancer.domain,
          path: '/$request.path.proxy',
        },
      },
      routes: {
        api: { key: 'ANY /api/v1/{proxy+}', integration: 'api-handler', access: SIGNED_IN },
        'api-preflight': { key: 'OPTIONS /api/v1/{proxy+}', integration: 'api-handler', access: PREFLIGHT },
        // one method: ANY would take what browsers ask first, and want a token for it
        process: { key: 'POST /api/v1/process', integration: 'api-processing', access: SIGNED_IN },
        internal: { key: 'ANY /internal/{proxy+}', integration: 'internal-alb', access: SIGNED_IN },
        'internal-preflight': { key: 'OPTIONS /internal/{proxy+}', integration: 'api-handler', access: PREFLIGHT },
      },
    });
    const stage = new ApiStage(this, 'platform-api-default', {
      api: http,
      stageName: '$default',
      throttling: api.throttling,
      accessLog: {
        logGroup: new LogGroup(this, 'platform-api-access', {
          awsPrefix: VENDED_LOGS,
          retentionDays: api.logRetentionDays,
        }),
        fields: {
          requestId: '$context.requestId',
          requestTime: '$context.requestTime',
          sourceIp: '$context.identity.sourceIp',
          userAgent: '$context.identity.userAgent',
          user: '$context.authorizer.claims.sub',
          authorizerError: '$context.authorizer.error',
          routeKey: '$context.routeKey',
          path: '$context.path',
          status: '$context.status',
          responseLength: '$context.responseLength',
          responseLatency: '$context.responseLatency',
          integrationLatency: '$context.integrationLatency',
          integrationError: '$context.integrationErrorMessage',
        },
      },
    });
    new ApiDomain(this, 'api', { zone: route53.zone, domain: edge.apiDomain, certificate: acm.api, api: http, stage });
    return http;
  }

  private webSocketApi({ acm, lambda, route53 }: ApiGatewayUses): WebSocketApi {
    const { api } = this.environment;
    const webSocket = new WebSocketApi(this, 'platform-web-socket', {
      description: 'Tells pages of the platform what happens',
      authorizer: {
        name: 'connection-authorizer',
        function: lambda.authorizeConnection,
        // browsers cannot set a header of their own; access logs hold no query
        identitySource: ['route.request.querystring.token'],
      },
      integrations: { 'api-handler': { function: lambda.apiHandler, timeout: Duration.seconds(29) } },
      routes: {
        connect: { key: '$connect', integration: 'api-handler' },
        disconnect: { key: '$disconnect', integration: 'api-handler' },
        default: { key: '$default', integration: 'api-handler' },
        'send-message': { key: 'sendMessage', integration: 'api-handler' },
      },
    });
    const stage = new ApiStage(this, 'platform-web-socket-live', {
      api: webSocket,
      stageName: 'live',
      throttling: api.throttling,
      accessLog: {
        logGroup: new LogGroup(this, 'platform-web-socket-access', {
          awsPrefix: VENDED_LOGS,
          retentionDays: api.logRetentionDays,
        }),
        fields: {
          requestId: '$context.requestId',
          requestTime: '$context.requestTime',
          connectionId: '$context.connectionId',
          eventType: '$context.eventType',
          routeKey: '$context.routeKey',
          sourceIp: '$context.identity.sourceIp',
          user: '$context.authorizer.principalId',
          status: '$context.status',
          error: '$context.error.message',
          integrationLatency: '$context.integrationLatency',
        },
      },
    });
    new ApiDomain(this, 'web-socket', {
      zone: route53.zone,
      domain: api.webSocketDomain,
      certificate: acm.webSocket,
      api: webSocket,
      stage,
    });
    return webSocket;
  }
}
