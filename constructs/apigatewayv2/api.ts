import { formatArn } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { allowInvoke, type FunctionTarget } from '../lambda/function-target';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html and its WebSocket counterpart */
const MOST = { routes: 300, integrations: 300, authorizers: 10 } as const;

/** What HTTP and WebSocket APIs have in common. Clients reach them by a name of ours only, never by AWS's. */
export abstract class Api extends AwsObject {
  /** Late: AWS makes it up. */
  readonly id: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  /** What objects of this API say of it. */
  readonly apiRef = { from: { name: this.node.id } };

  constructor(scope: Construct, id: string, protocol: 'HTTP' | 'WEBSOCKET', spec: apigateway.ApiSpec) {
    super(scope, id);
    this.protocol = protocol;
    this.requireMatch('API name', this.awsName, /^[\w .-]{1,128}$/, '1 to 128 letters, digits, spaces and _ . -');
    if (spec.description !== undefined) this.requireLength('description', spec.description, 1_024);
    const resource = new apigateway.Api(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        ...spec,
        name: this.awsName,
        protocolType: protocol,
        disableExecuteApiEndpoint: true,
        tags: this.tags,
      },
    });
    this.id = late(resource, 'status.apiID');
  }

  /** Where the API calls a function: https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
  invocationUri({ arn }: FunctionTarget): string {
    return formatArn({
      partition: this.partition,
      service: 'apigateway',
      region: this.landing.region,
      account: 'lambda',
      resource: `path/2015-03-31/functions/${arn}/invocations`,
    });
  }

  /** Lets this API, in any of its stages, invoke a function for one of its routes or authorizers. */
  allowInvoke(target: FunctionTarget, caller: string, path: string): void {
    const { account, region } = this.landing;
    const sourceArn = formatArn({
      partition: this.partition,
      service: 'execute-api',
      region,
      account,
      resource: `${this.id}/${path}`,
    });
    allowInvoke(target, { service: 'apigateway.amazonaws.com', caller: `${this.node.id}-${caller}`, sourceArn });
  }

  protected requireQuotas(parts: Readonly<Record<keyof typeof MOST, object>>): void {
    for (const [name, most] of Object.entries(MOST))
      this.requireRange(name, Object.keys(parts[name as keyof typeof MOST]).length, 0, most);
  }

  /** One of the API's own parts by its name. */
  protected partOf<T>(where: string, what: string, name: string, parts: ReadonlyMap<string, T>): T {
    const part = parts.get(name);
    if (part === undefined)
      this.fail(`${where}: there is no ${what} '${name}', allowed are ${[...parts.keys()].join(', ')}`);
    return part;
  }

  protected requireUniqueKeys(routes: Readonly<Record<string, { readonly key: string }>>): void {
    const names = new Map<string, string>();
    for (const [name, { key }] of Object.entries(routes)) {
      const twin = names.get(key);
      if (twin !== undefined)
        this.fail(`routes.${name}: the key '${key}' is also that of ${twin}, each may stand once`);
      names.set(key, name);
    }
  }
}
