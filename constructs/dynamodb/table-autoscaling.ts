import type { Construct } from 'constructs';
import * as autoscaling from '../../imports/applicationautoscaling.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { type CapacityRange, MAX_UNITS, UTILIZATION } from './table-capacity';

/** Bounds: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
export interface TableAutoscalingProps extends CapacityRange {
  /** In AWS. */
  readonly tableName: string;
  /** @default the table's own capacity */
  readonly indexName?: string;
  readonly dimension: 'Read' | 'Write';
  /** Where the table or its replica is. */
  readonly region: string;
}

/** After a change; AWS looks at a minute's use at a time. */
const COOLDOWN_SECONDS = 60;

/**
 * Keeps the capacity of a table or of an index to its use: a scalable target and its policy. Until the table is there
 * AWS refuses both, and the controller asks again: they are not made to wait for a healthy table, because a table with
 * replicas becomes that only with them.
 */
export class TableAutoscaling extends AwsObject {
  constructor(scope: Construct, id: string, props: TableAutoscalingProps) {
    super(scope, id);
    const { tableName, indexName, dimension, region, min, max, targetUtilization } = props;
    this.requireRange('min', min, 1, MAX_UNITS, ' units');
    this.requireRange('max', max, 1, MAX_UNITS, ' units');
    if (min > max) this.fail(`min is ${min} units, at most max, ${max}, is allowed`);
    this.requireRange('targetUtilization', targetUtilization, UTILIZATION.min, UTILIZATION.max, ' %');

    const table = `table/${tableName}`;
    const target = {
      serviceNamespace: 'dynamodb',
      resourceId: indexName === undefined ? table : `${table}/index/${indexName}`,
      scalableDimension: `dynamodb:${indexName === undefined ? 'table' : 'index'}:${dimension}CapacityUnits`,
    };
    const metadata = this.ackMetadata(region);
    new autoscaling.ScalableTarget(this, 'Target', {
      metadata,
      spec: { ...target, minCapacity: min, maxCapacity: max },
    });
    new autoscaling.ScalingPolicy(this, 'Policy', {
      metadata,
      spec: {
        ...target,
        policyName: this.awsName,
        policyType: 'TargetTrackingScaling',
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${dimension}CapacityUtilization` },
          targetValue: targetUtilization,
          scaleInCooldown: COOLDOWN_SECONDS,
          scaleOutCooldown: COOLDOWN_SECONDS,
          // AWS's default; it comes back when the policy is read, and the controller would see a difference for ever
          disableScaleIn: false,
        },
      },
    });
  }
}
