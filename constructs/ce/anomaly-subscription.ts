import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { cloudFormationTags } from '../core/tags';
import type { Topic } from '../sns/topic';
import type { AnomalyMonitor } from './anomaly-monitor';
import { COST_EXPLORER_REGION } from './region';

/** Bounds: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html */
export interface AnomalySubscriptionProps {
  /** At least one. */
  readonly monitors: readonly AnomalyMonitor[];
  /** A topic is told at once, an address in a summary. */
  readonly to: { readonly topic: Topic } | { readonly email: string; readonly every: 'DAILY' | 'WEEKLY' };
  /** What an anomaly has to cost more than expected, in both: 0 to 10,000,000,000. */
  readonly threshold: { readonly usd: number; readonly percent: number };
}

/** Tells of what costs unusually much. By Cloud Control: the provider has no kind for it. */
export class AnomalySubscription extends AwsObject {
  constructor(scope: Construct, id: string, { monitors, to, threshold }: AnomalySubscriptionProps) {
    super(scope, id);
    this.requireLength('subscription name', this.awsName, 1_024);
    if (monitors.length === 0) this.fail('monitors is empty, at least one is needed');
    for (const [name, value] of Object.entries(threshold))
      if (!(value >= 0 && value <= 10_000_000_000))
        this.fail(`threshold.${name} is ${value}, 0 to 10000000000 is allowed`);
    if ('topic' in to) {
      if (to.topic.isFifo) this.fail(`topic '${to.topic.node.id}' is a FIFO topic, only a standard one is allowed`);
      to.topic.allowCostAnomalies();
    }

    new CloudControlResource(this, id, {
      typeName: 'AWS::CE::AnomalySubscription',
      region: COST_EXPLORER_REGION,
      properties: {
        SubscriptionName: this.awsName,
        MonitorArnList: monitors.map(({ arn }) => arn),
        // AWS takes a topic with IMMEDIATE and addresses with the others
        Frequency: 'topic' in to ? 'IMMEDIATE' : to.every,
        Subscribers: ['topic' in to ? { Type: 'SNS', Address: to.topic.arn } : { Type: 'EMAIL', Address: to.email }],
        ThresholdExpression: canonicalJson({
          And: [
            atLeast('ANOMALY_TOTAL_IMPACT_ABSOLUTE', threshold.usd),
            atLeast('ANOMALY_TOTAL_IMPACT_PERCENTAGE', threshold.percent),
          ],
        }),
        ResourceTags: cloudFormationTags(this.tags),
      },
    });
  }
}

function atLeast(Key: string, value: number): object {
  return { Dimensions: { Key, MatchOptions: ['GREATER_THAN_OR_EQUAL'], Values: [String(value)] } };
}
