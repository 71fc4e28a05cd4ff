import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { HttpsListener } from '../elbv2/listener';
import type { FunctionTarget } from '../lambda/function-target';
import type { Api } from './api';
import type { VpcLink } from './vpc-link';

/**
 * A function: it gets the request and answers it. Bounds:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 */
export interface FunctionIntegration {
  readonly function: FunctionTarget;
  /** How long it may take, from 50 ms to the API's longest. @default the longest */
  readonly timeout?: Duration;
}

/** A service inside the VPC, behind a load balancer that speaks TLS. Only HTTP APIs have it. */
export interface PrivateIntegration {
  readonly vpcLink: VpcLink;
  readonly listener: HttpsListener;
  /** Whose certificate the load balancer has to show. */
  readonly serverName: string;
  /**
   * What the service is asked for, with `$request.path.<name>` for what the route's path took.
   * @default the request's path
   */
  readonly path?: string;
  /** @default the longest */
  readonly timeout?: Duration;
}

interface ApiIntegrationProps {
  readonly api: Api;
  readonly integration: FunctionIntegration | PrivateIntegration;
  readonly longestTimeout: Duration;
  /** What of a function's event and answer the API's protocol has: 2.0 with HTTP, 1.0 with WebSocket. */
  readonly payloadFormat: '1.0' | '2.0';
}

const SHORTEST_TIMEOUT = 50;

/** What answers requests of an API. */
export class ApiIntegration extends AwsObject {
  readonly targetRef = { from: { name: this.node.id } };
  readonly function?: FunctionTarget;

  constructor(scope: Construct, id: string, { api, integration, longestTimeout, payloadFormat }: ApiIntegrationProps) {
    super(scope, id);
    const timeout = (integration.timeout ?? longestTimeout).toMilliseconds();
    this.requireRange('timeout', timeout, SHORTEST_TIMEOUT, longestTimeout.toMilliseconds(), ' ms');
    if ('function' in integration) this.function = integration.function;
    new apigateway.Integration(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        apiRef: api.apiRef,
        timeoutInMillis: timeout,
        ...('function' in integration
          ? {
              integrationType: 'AWS_PROXY',
              // with any other method Lambda is not called
              integrationMethod: 'POST',
              connectionType: 'INTERNET',
              integrationUri: api.invocationUri(integration.function),
              payloadFormatVersion: payloadFormat,
            }
          : this.throughLink(integration)),
      },
    });
  }

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html */
  private throughLink({ vpcLink, listener, serverName, path }: PrivateIntegration) {
    this.requireMatch(
      'serverName',
      serverName,
      /^(?=.{1,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/,
      'a lower-case DNS name',
    );
    if (path !== undefined)
      this.requireMatch('path', path, /^\/\S{0,1023}$/, 'a path of at most 1,024 characters from a slash on');
    return {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'ANY',
      connectionType: 'VPC_LINK',
      connectionRef: vpcLink.connectionRef,
      integrationUri: listener.listenerArn,
      // what HTTP_PROXY has only
      payloadFormatVersion: '1.0',
      tlsConfig: { serverNameToVerify: serverName },
      ...(path !== undefined && { requestParameters: { 'overwrite:path': path } }),
    };
  }
}
