import type { ApiStageProps } from '../../../constructs/apigatewayv2/stage';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { chart, manifests } from '../scope';
import { stage, webSocketApi } from './helpers';

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
