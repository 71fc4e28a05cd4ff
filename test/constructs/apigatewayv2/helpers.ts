import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { HttpApi, type HttpApiProps } from '../../../constructs/apigatewayv2/http-api';
import { ApiStage, type ApiStageProps } from '../../../constructs/apigatewayv2/stage';
import { WebSocketApi, type WebSocketApiProps } from '../../../constructs/apigatewayv2/web-socket-api';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { LambdaFunction } from '../../../constructs/lambda/function';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { Queue } from '../../../constructs/sqs/queue';

export const EVERYBODY = { everybody: true, because: 'it says nothing that is not public' } as const;
export const FUNCTION = { arn: 'arn:aws:lambda:us-east-1:123456789012:function:answer' };

/** An HTTP API with one route, which everybody may ask. */
export function httpApi(scope: PlatformChart, change: Partial<HttpApiProps> = {}): HttpApi {
  return new HttpApi(scope, 'api', {
    description: 'An API',
    integrations: { answer: { function: FUNCTION } },
    routes: { all: { key: 'GET /a', integration: 'answer', access: EVERYBODY } },
    ...change,
  });
}

/** A WebSocket API with two routes behind an authorizer. */
export function webSocketApi(scope: PlatformChart, change: Partial<WebSocketApiProps> = {}): WebSocketApi {
  return new WebSocketApi(scope, 'ws', {
    description: 'An API',
    authorizer: { name: 'who', function: FUNCTION, identitySource: ['route.request.querystring.token'] },
    integrations: { answer: { function: FUNCTION } },
    routes: { connect: { key: '$connect', integration: 'answer' }, say: { key: 'say', integration: 'answer' } },
    ...change,
  });
}

/** The default stage, of an HTTP API if no other is given. */
export function stage(scope: PlatformChart, change: Partial<ApiStageProps> = {}): ApiStage {
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

export function group(scope: PlatformChart): SecurityGroup {
  return new SecurityGroup(scope, 'group', { description: 'For tests' });
}

export const zone = (scope: PlatformChart) => new HostedZone(scope, 'zone', { domain: 'company.com', comment: '' });

/** A function of ours, with what it needs. */
export function answer(scope: PlatformChart): LambdaFunction {
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
