import type { Construct } from 'constructs';
import * as events from '../../imports/cloudwatchevents.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { SecretKey } from '../kubernetes/secret-key';
import { EVENT_NAME, EVENT_NAME_ALLOWED } from './event-name';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnection.html */
export interface ConnectionProps {
  /** At most 512 characters. */
  readonly description: string;
  /** The header that carries the API key, and the Secret that holds it. */
  readonly apiKey: { readonly header: string; readonly secret: SecretKey };
}

/** How EventBridge signs in at an HTTP endpoint. AWS keeps the key in Secrets Manager. */
export class Connection extends AwsObject {
  constructor(scope: Construct, id: string, { description, apiKey }: ConnectionProps) {
    super(scope, id);
    this.requireMatch('connection name', this.awsName, EVENT_NAME, EVENT_NAME_ALLOWED);
    this.requireLength('description', description, 512);
    const { header, secret } = apiKey;
    new events.Connection(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          description,
          authorizationType: 'API_KEY',
          authParameters: { apiKey: { key: header, valueSecretRef: { ...secret } } },
        },
      },
    });
  }
}
