import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Api } from './api';
import { ApiAuthorizer, type RequestAuthorizerProps } from './authorizer';
import { ApiIntegration, type FunctionIntegration } from './integration';
import { ApiRoute } from './route';

/**
 * Bounds:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export interface WebSocketApiProps {
  /** At most 1,024 characters. */
  readonly description: string;
  /** Which field of a message says its route. @default '$request.body.action' */
  readonly routeSelection?: `$request.body.${string}`;
  /** Who may connect, by a name of its own. */
  readonly authorizer: { readonly name: string } & RequestAuthorizerProps;
  /** By name, at most 300. */
  readonly integrations: Readonly<Record<string, FunctionIntegration>>;
  /** By name, at most 300, `$connect` among their keys. */
  readonly routes: Readonly<Record<string, WebSocketRoute>>;
}

export interface WebSocketRoute {
  /** `$connect`, `$disconnect`, `$default`, or what the field of a message says. */
  readonly key: string;
  /** By its name. */
  readonly integration: string;
}

/** Fixed, see the quotas. */
const LONGEST_TIMEOUT = Duration.seconds(29);

/**
 * A WebSocket API. Whoever may connect may send: AWS asks the authorizer once, at `$connect`. Functions answer by
 * sending to the connection, for ACK has no route responses.
 */
export class WebSocketApi extends Api {
  constructor(scope: Construct, id: string, props: WebSocketApiProps) {
    const { description, routeSelection = '$request.body.action', authorizer, integrations, routes } = props;
    super(scope, id, 'WEBSOCKET', { description, routeSelectionExpression: routeSelection });
    this.requireQuotas({ routes, integrations, authorizers: { authorizer } });
    this.requireUniqueKeys(routes);
    if (!Object.values(routes).some(({ key }) => key === '$connect'))
      this.fail('routes: $connect is missing, without it everybody could connect');

    const parts = new Map(
      Object.entries(integrations).map(([name, integration]) => [
        name,
        new ApiIntegration(this, `${id}-${name}`, {
          api: this,
          integration,
          longestTimeout: LONGEST_TIMEOUT,
          payloadFormat: '1.0',
        }),
      ]),
    );
    const connect = new ApiAuthorizer(this, authorizer.name, { api: this, request: authorizer });
    this.allowInvoke(authorizer.function, authorizer.name, 'authorizers/*');
    for (const [name, { key, integration: integrationName }] of Object.entries(routes)) {
      const where = `routes.${name}`;
      this.requireMatch(
        `${where}: key`,
        key,
        /^(?:\$connect|\$disconnect|\$default|[A-Za-z0-9_-]{1,128})$/,
        '$connect, $disconnect, $default, or letters, digits and _ -',
      );
      const integration = this.partOf(where, 'integration', integrationName, parts);
      new ApiRoute(this, `${id}-${name}`, {
        api: this,
        key,
        integration,
        ...(key === '$connect' && { authorizer: connect }),
      });
      if (integration.function) this.allowInvoke(integration.function, name, `*/${key}`);
    }
  }
}
