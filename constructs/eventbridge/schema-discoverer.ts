import type { Construct } from 'constructs';
import * as schemas from '../../imports/schemas.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { EventBus } from './event-bus';

export interface SchemaDiscovererProps {
  readonly bus: EventBus;
  /** At most 256 characters. */
  readonly description: string;
}

/** Writes the schemas of a bus's events into AWS's registry `discovered-schemas`. One a bus at the most. */
export class SchemaDiscoverer extends AwsObject {
  constructor(scope: Construct, id: string, { bus, description }: SchemaDiscovererProps) {
    super(scope, id);
    this.requireLength('description', description, 256);
    new schemas.Discoverer(this, 'Resource', {
      // AWS names a discoverer after its bus, so it has no name of its own
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          description,
          sourceArnRef: { name: bus.node.id },
          tags: this.tags,
        },
      },
    });
  }
}
