import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { FunctionTarget } from '../lambda/function-target';
import type { Api } from './api';

/** Bounds: https://docs.aws.amazon.com/apigateway/latest/api/API_JWTConfiguration.html */
export interface JwtAuthorizerProps {
  /** Who signs the tokens, an https URL as in their `iss`. */
  readonly issuer: string;
  /** One of these has to be a token's `aud`, or its `client_id` where it has none; 1 to 50. */
  readonly audience: readonly string[];
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html */
export interface RequestAuthorizerProps {
  readonly function: FunctionTarget;
  /** What the function cannot do without; a request that lacks one gets 401. */
  readonly identitySource: readonly `route.request.${'header' | 'querystring'}.${string}`[];
}

type ApiAuthorizerProps = { readonly api: Api } & (
  | { readonly jwt: JwtAuthorizerProps }
  | { readonly request: RequestAuthorizerProps }
);

/** Where requests carry their token. */
const AUTHORIZATION = '$request.header.Authorization';

/** Who may call an API. Its name is the API's alone, so that no prefix of the landing stands before it. */
export class ApiAuthorizer extends AwsObject {
  readonly authorizerRef = { from: { name: this.node.id } };
  readonly authorizationType: 'JWT' | 'CUSTOM';

  constructor(scope: Construct, id: string, props: ApiAuthorizerProps) {
    super(scope, id);
    this.requireMatch('authorizer name', id, /^[\w.-]{1,128}$/, '1 to 128 letters, digits and _ . -');
    this.authorizationType = 'jwt' in props ? 'JWT' : 'CUSTOM';
    new apigateway.Authorizer(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        apiRef: props.api.apiRef,
        name: id,
        authorizerType: 'jwt' in props ? 'JWT' : 'REQUEST',
        ...('jwt' in props ? this.jwt(props.jwt) : this.request(props.api, props.request)),
      },
    });
  }

  private jwt({ issuer, audience }: JwtAuthorizerProps) {
    this.requireMatch('issuer', issuer, /^https:\/\/[^\s?#]+$/, 'an https URL');
    this.requireRange('audience', audience.length, 1, 50);
    return { identitySource: [AUTHORIZATION], jwtConfiguration: { issuer, audience: [...audience] } };
  }

  private request(api: Api, { function: target, identitySource }: RequestAuthorizerProps) {
    this.requireRange('identitySource', identitySource.length, 1, 50);
    return { identitySource: [...identitySource], authorizerUri: api.invocationUri(target) };
  }
}
