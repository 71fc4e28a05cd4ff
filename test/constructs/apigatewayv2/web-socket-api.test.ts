import { Duration } from 'cdk8s';
import type { WebSocketApiProps } from '../../../constructs/apigatewayv2/web-socket-api';
import { chart, manifests, wired } from '../scope';
import { answer, FUNCTION, webSocketApi } from './helpers';

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
