import type { Construct } from 'constructs';
import * as events from '../../imports/cloudwatchevents.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
export interface EventBusProps {
  /** What its events are about, at most 512 characters. */
  readonly description: string;
}

/**
 * A custom event bus. By Crossplane, because the ACK kind has no description. Encrypted with the key that AWS owns: a
 * key of ours would forbid schema discovery on the bus, and the ACK Archive could not use it
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html).
 */
export class EventBus extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { description }: EventBusProps) {
    super(scope, id);
    this.requireMatch(
      'bus name',
      this.awsName,
      /^(?!default$)[._A-Za-z0-9-]{1,256}$/,
      "at most 256 letters, digits and . - _, except 'default'",
    );
    this.requireLength('description', description, 512);
    this.arn = this.arnFor('cloudwatchevents.aws.m.upbound.io/Bus');

    new events.Bus(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: { forProvider: { region: this.landing.region, description, tags: this.tags } },
    });
  }
}
