import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { Api } from './api';

/**
 * A variable of access logs:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export type ContextVariable = `$context.${string}`;

/** Bounds: https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html */
export interface ApiStageProps {
  readonly api: Api;
  /**
   * `$default`, which HTTP APIs alone have and no path names, or at most 128 letters, digits, hyphens and underscores.
   */
  readonly stageName: string;
  /** More than this gets 429. */
  readonly throttling: Throttling;
  /** What of each request, or message, stands where; `requestId` among it. */
  readonly accessLog: {
    readonly logGroup: LogGroup;
    readonly fields: { readonly requestId: ContextVariable } & Readonly<Record<string, ContextVariable>>;
  };
}

/**
 * Of every route. An account may have 10,000 a second and a burst of 5,000 unless AWS gave it more:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export interface Throttling {
  /** Requests at once, 1 to 5,000. */
  readonly burst: number;
  /** Requests a second, 1 to 10,000. */
  readonly rate: number;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LONGEST_FORMAT = 3 * 1_024;

/** A version of an API that clients can call. What changes in the API changes here at once. */
export class ApiStage extends AwsObject {
  readonly stageName: string;

  constructor(scope: Construct, id: string, { api, stageName, throttling, accessLog }: ApiStageProps) {
    super(scope, id);
    this.stageName = stageName;
    this.requireMatch(
      'stageName',
      stageName,
      /^(?:\$default|[\w-]{1,128})$/,
      '$default, or at most 128 letters, digits, hyphens and underscores',
    );
    if (stageName === '$default' && api.protocol === 'WEBSOCKET')
      this.fail('stageName is $default, which only HTTP APIs have');
    this.requireRange('throttling.burst', throttling.burst, 1, 5_000);
    this.requireRange('throttling.rate', throttling.rate, 1, 10_000);
    const format = canonicalJson(accessLog.fields);
    this.requireLength('accessLog.fields', format, LONGEST_FORMAT);
    new apigateway.Stage(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        apiRef: api.apiRef,
        stageName,
        // the controller reads it without asking whether it is there
        autoDeploy: true,
        accessLogSettings: { destinationArn: accessLog.logGroup.arn, format },
        defaultRouteSettings: {
          detailedMetricsEnabled: true,
          throttlingBurstLimit: throttling.burst,
          throttlingRateLimit: throttling.rate,
          // HTTP APIs have no such log; AWS makes the group of this one
          // (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html)
          ...(api.protocol === 'WEBSOCKET' && { loggingLevel: 'ERROR', dataTraceEnabled: false }),
        },
        tags: this.tags,
      },
    });
  }
}
