import { arnPatternFor } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as events from '../../imports/cloudwatchevents.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Connection } from './connection';
import { EVENT_NAME, EVENT_NAME_ALLOWED } from './event-name';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateApiDestination.html */
export interface ApiDestinationProps {
  readonly connection: Connection;
  /** At most 512 characters. */
  readonly description: string;
  /** An https URL, at most 2,048 characters. */
  readonly endpoint: string;
  readonly method: 'POST' | 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'PATCH' | 'DELETE';
  /** Calls a second at the most, 1 to the account's quota of 300. */
  readonly ratePerSecond: number;
}

const KIND = 'cloudwatchevents.aws.m.upbound.io/APIDestination';

/** An HTTP endpoint outside AWS that rules can call. */
export class ApiDestination extends AwsObject {
  /** Late: AWS puts an id of its own at the end. */
  readonly arn: string;
  /** Every ARN that it can get, for policies. */
  readonly arnPattern: string;

  constructor(
    scope: Construct,
    id: string,
    { connection, description, endpoint, method, ratePerSecond }: ApiDestinationProps,
  ) {
    super(scope, id);
    this.requireMatch('API destination name', this.awsName, EVENT_NAME, EVENT_NAME_ALLOWED);
    this.requireLength('description', description, 512);
    this.requireMatch('endpoint', endpoint, /^https:\/\/\S{1,2040}$/, 'an https URL of at most 2,048 characters');
    this.requireRange('ratePerSecond', ratePerSecond, 1, 300);
    const resource = new events.ApiDestination(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          description,
          connectionArnRef: { name: connection.node.id },
          httpMethod: method,
          invocationEndpoint: endpoint,
          invocationRateLimitPerSecond: ratePerSecond,
        },
      },
    });
    this.arn = late(resource, 'status.atProvider.arn');
    this.arnPattern = arnPatternFor(KIND, this.awsName, this.landing);
  }
}
