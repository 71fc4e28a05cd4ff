import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/** What makes an object one, whatever its conditions say at the moment. */
const OBJECT = 'customresource_group, customresource_kind, namespace, name';
const which = '{{ $labels.customresource_kind }} {{ $labels.name }}';

/** What ACK and Crossplane say of what they make: packages/engine/src/aws/object-metrics.ts. */
export const awsObjects: readonly AlertingRule[] = [
  {
    alert: 'AwsObjectNotReady',
    // controllers of ACK that have no Ready yet say ACK.ResourceSynced
    expr: `min by (${OBJECT}) (aws_object_condition{type="Ready"}) == 0 or (min by (${OBJECT}) (aws_object_condition{type="ACK.ResourceSynced"}) == 0 unless min by (${OBJECT}) (aws_object_condition{type="Ready"}))`,
    for: '15m',
    severity: 'warning',
    summary: `${which} has not been ready for a quarter of an hour`,
    description: 'What it should be in AWS it is not, or not yet. What reads values of it waits.',
  },
  {
    alert: 'AwsObjectNotSynced',
    expr: `min by (${OBJECT}) (aws_object_condition{type="Synced"}) == 0`,
    for: '15m',
    severity: 'warning',
    summary: `Crossplane cannot bring ${which} to AWS`,
    description: 'AWS refuses the last change, or cannot be asked. What was there before still is.',
  },
  {
    alert: 'AwsObjectTerminal',
    expr: `max by (${OBJECT}) (aws_object_condition{type="ACK.Terminal"}) == 1`,
    for: '5m',
    severity: 'critical',
    summary: `ACK has given up on ${which}`,
    description: 'The controller does not try again before the manifest changes: AWS has refused what it says.',
  },
  {
    alert: 'AwsObjectWithoutStatus',
    expr: `max by (${OBJECT}) (aws_object_created) unless max by (${OBJECT}) (aws_object_condition)`,
    for: '15m',
    severity: 'warning',
    summary: `No controller says anything of ${which}`,
    description: 'The controller of its kind does not run, may not read it, or is not there.',
  },
  {
    alert: 'AwsObjectStuckInDeletion',
    expr: `time() - max by (${OBJECT}) (aws_object_deleted) > 3600`,
    for: '5m',
    severity: 'warning',
    summary: `${which} has been leaving for more than an hour`,
    description: 'Its finalizer stays until AWS has deleted it: something there still holds it.',
  },
];
