import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { exception } from '../core/exception';
import type { Api } from './api';
import type { ApiAuthorizer } from './authorizer';
import type { ApiIntegration } from './integration';

interface ApiRouteProps {
  readonly api: Api;
  readonly key: string;
  readonly integration: ApiIntegration;
  readonly authorizer?: ApiAuthorizer;
  readonly scopes?: readonly string[];
  /** Why everybody may call it. */
  readonly everybodyBecause?: string;
}

/** Which requests or messages of an API go to which integration, and who may send them. */
export class ApiRoute extends AwsObject {
  constructor(scope: Construct, id: string, props: ApiRouteProps) {
    super(scope, id);
    const { api, key, integration, authorizer, scopes = [], everybodyBecause } = props;
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
    this.requireRange('scopes', scopes.length, 0, 10);
    new apigateway.Route(this, 'Resource', {
      metadata: everybodyBecause === undefined ? this.ackMetadata() : this.openMetadata(everybodyBecause),
      spec: {
        apiRef: api.apiRef,
        routeKey: key,
        targetRef: integration.targetRef,
        apiKeyRequired: false,
        authorizationType: authorizer?.authorizationType ?? 'NONE',
        ...(authorizer && { authorizerRef: authorizer.authorizerRef }),
        ...(scopes.length > 0 && { authorizationScopes: [...scopes] }),
      },
    });
  }

  private openMetadata(because: string): ApiObjectMetadata {
    const metadata = this.ackMetadata();
    const declared = exception(this, { policy: 'public-exposure', because, prop: 'access' });
    return { ...metadata, annotations: { ...metadata.annotations, ...declared } };
  }
}
