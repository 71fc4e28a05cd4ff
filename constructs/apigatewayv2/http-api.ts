import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Api } from './api';
import { ApiAuthorizer, type JwtAuthorizerProps } from './authorizer';
import { ApiIntegration, type FunctionIntegration, type PrivateIntegration } from './integration';
import { ApiRoute } from './route';

/** Bounds: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export interface HttpApiProps {
  /** At most 1,024 characters. */
  readonly description: string;
  /** Which pages of other origins may call it. @default none */
  readonly cors?: Cors;
  /** By name, at most 10. @default none */
  readonly authorizers?: Readonly<Record<string, JwtAuthorizerProps>>;
  /** By name, at most 300. */
  readonly integrations: Readonly<Record<string, FunctionIntegration | PrivateIntegration>>;
  /** By name, at most 300. */
  readonly routes: Readonly<Record<string, HttpRoute>>;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface Cors {
  /** Such as `https://platform.company.com`; `*` only without credentials. */
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly HttpMethod[];
  /** In lower case, as browsers compare them. */
  readonly allowHeaders: readonly string[];
  /** Whether browsers send cookies. @default false */
  readonly allowCredentials?: boolean;
  /** How long browsers keep the answer, 0 s to 1 day. @default Duration.hours(1) */
  readonly maxAge?: Duration;
}

export type HttpMethod = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT';

export interface HttpRoute {
  /**
   * A method or `ANY` and a path, where `{name}` stands for a segment and a last `{name+}` for all that follow; or
   * `$default`.
   */
  readonly key: string;
  /** By its name. */
  readonly integration: string;
  /** Who may call it: whom an authorizer lets in, or everybody, and why. */
  readonly access: { readonly authorizer: string; readonly scopes?: readonly string[] } | Everybody;
}

/** Says that a route needs no token, and why. */
export interface Everybody {
  readonly everybody: true;
  readonly because: string;
}

/** Fixed: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LONGEST_TIMEOUT = Duration.seconds(30);
const SEGMENT = String.raw`(?:[\w.~!$&'()*+,;=:@%-]+|\{[\w.-]+\})`;
const ROUTE_KEY = new RegExp(
  String.raw`^(?:\$default|(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/(?:${SEGMENT}(?:\/${SEGMENT})*)?(?:(?<=[^/])\/\{[\w.-]+\+\}|(?<= \/)\{[\w.-]+\+\})?)$`,
);

/** An HTTP API. */
export class HttpApi extends Api {
  constructor(scope: Construct, id: string, props: HttpApiProps) {
    const { description, cors, authorizers = {}, integrations, routes } = props;
    super(scope, id, 'HTTP', {
      description,
      ...(cors && {
        corsConfiguration: {
          allowCredentials: cors.allowCredentials ?? false,
          allowHeaders: [...cors.allowHeaders],
          allowMethods: [...cors.allowMethods],
          allowOrigins: [...cors.allowOrigins],
          maxAge: (cors.maxAge ?? Duration.hours(1)).toSeconds(),
        },
      }),
    });
    this.requireQuotas({ routes, integrations, authorizers });
    if (cors) this.requireCors(cors);
    this.requireUniqueKeys(routes);
    this.makeRoutes(routes, this.makeIntegrations(integrations), this.makeAuthorizers(authorizers));
  }

  private makeAuthorizers(authorizers: NonNullable<HttpApiProps['authorizers']>): Map<string, ApiAuthorizer> {
    return new Map(
      Object.entries(authorizers).map(([name, jwt]) => [name, new ApiAuthorizer(this, name, { api: this, jwt })]),
    );
  }

  private makeIntegrations(integrations: HttpApiProps['integrations']): Map<string, ApiIntegration> {
    return new Map(
      Object.entries(integrations).map(([name, integration]) => [
        name,
        new ApiIntegration(this, `${this.node.id}-${name}`, {
          api: this,
          integration,
          longestTimeout: LONGEST_TIMEOUT,
          payloadFormat: '2.0',
        }),
      ]),
    );
  }

  private makeRoutes(
    routes: HttpApiProps['routes'],
    integrations: ReadonlyMap<string, ApiIntegration>,
    authorizers: ReadonlyMap<string, ApiAuthorizer>,
  ): void {
    for (const [name, { key, integration: integrationName, access }] of Object.entries(routes)) {
      const where = `routes.${name}`;
      this.requireMatch(
        `${where}: key`,
        key,
        ROUTE_KEY,
        'a method or ANY and a path such as GET /a/{b}/{c+}, or $default',
      );
      const integration = this.partOf(where, 'integration', integrationName, integrations);
      new ApiRoute(this, `${this.node.id}-${name}`, {
        api: this,
        key,
        integration,
        ...('everybody' in access
          ? { everybodyBecause: access.because }
          : { authorizer: this.partOf(where, 'authorizer', access.authorizer, authorizers), scopes: access.scopes }),
      });
      if (integration.function) this.allowInvoke(integration.function, name, `*/${sourceOf(key)}`);
    }
  }

  private requireCors({ allowOrigins, allowHeaders, allowCredentials = false, maxAge }: Cors): void {
    if (allowCredentials && [...allowOrigins, ...allowHeaders].includes('*'))
      this.fail("cors: '*' together with allowCredentials is not allowed, name the origins and headers");
    for (const origin of allowOrigins)
      this.requireMatch(
        'cors.allowOrigins',
        origin,
        /^(?:\*|https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?|http:\/\/localhost(?::\d+)?)$/,
        'an https origin without a path, http://localhost, or *',
      );
    for (const header of allowHeaders)
      this.requireMatch('cors.allowHeaders', header, /^(?:\*|[a-z0-9-]+)$/, 'lower-case names of headers, or *');
    if (maxAge) this.requireRange('cors.maxAge', maxAge.toSeconds(), 0, 86_400, ' s');
  }
}

/** The end of what AWS says a request's source is: `ANY /api/{proxy+}` is any method of that path. */
function sourceOf(key: string): string {
  const [method = '', path = ''] = key.split(' ');
  if (key === '$default') return '$default';
  return `${method === 'ANY' ? '*' : method}${path}`;
}
