import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as eventbridge from '../../imports/eventbridge.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';
import type { EventBus } from './event-bus';
import { type EventPattern, patternJson } from './event-pattern';

/** Bounds: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html */
export interface ArchiveProps extends StatefulProps {
  readonly bus: EventBus;
  /** At most 512 characters. */
  readonly description: string;
  /** How long events can be replayed, in whole days. @default for ever */
  readonly retention?: Duration;
  /** Which events are kept. @default all */
  readonly pattern?: EventPattern;
}

/** Keeps a bus's events for replay. It holds data, so it outlives its manifest. */
export class Archive extends AwsObject {
  constructor(scope: Construct, id: string, { bus, description, retention, pattern, removal }: ArchiveProps) {
    super(scope, id);
    this.requireMatch('archive name', this.awsName, /^[._A-Za-z0-9-]{1,48}$/, 'at most 48 letters, digits and . - _');
    this.requireLength('description', description, 512);
    new eventbridge.Archive(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        name: this.awsName,
        description,
        // the bus is Crossplane's, which an ACK reference cannot reach
        eventSourceArn: bus.arn,
        eventPattern: pattern && patternJson(this.node.path, pattern),
        retentionDays: retention?.toDays() ?? 0,
      },
    });
  }
}
