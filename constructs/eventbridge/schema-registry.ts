import type { Construct } from 'constructs';
import * as schemas from '../../imports/schemas.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { EVENT_NAME, EVENT_NAME_ALLOWED } from './event-name';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-registries-name-registryname.html */
export interface SchemaRegistryProps {
  /** At most 256 characters. */
  readonly description: string;
}

/** Holds the schemas that teams publish for their events. */
export class SchemaRegistry extends AwsObject {
  constructor(scope: Construct, id: string, { description }: SchemaRegistryProps) {
    super(scope, id);
    this.requireMatch('registry name', this.awsName, EVENT_NAME, EVENT_NAME_ALLOWED);
    this.requireLength('description', description, 256);
    new schemas.Registry(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: { forProvider: { region: this.landing.region, description, tags: this.tags } },
    });
  }
}
