import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ce from '../../imports/ce.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalyMonitor.html */
export interface AnomalyMonitorProps {
  /** Of a monitor that is there already: it is taken over. @default a new one is made */
  readonly existingArn?: string;
}

/**
 * Watches what every AWS service of the account costs, each by itself. An account has one of these, and AWS makes it
 * when somebody begins to use Cost Explorer: a second one is refused
 * (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2515).
 */
export class AnomalyMonitor extends AwsObject {
  /** Known once AWS has made it. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { existingArn }: AnomalyMonitorProps = {}) {
    super(scope, id);
    this.requireLength('monitor name', this.awsName, 1_024);
    const resource = new ce.AnomalyMonitor(this, 'Resource', {
      metadata: { name: id, ...(existingArn !== undefined && { annotations: { [EXTERNAL_NAME]: existingArn } }) },
      spec: {
        forProvider: {
          name: this.awsName,
          monitorType: 'DIMENSIONAL',
          monitorDimension: 'SERVICE',
          tags: this.tags,
        },
      },
    });
    this.arn = late(resource, 'status.atProvider.arn');
  }
}
