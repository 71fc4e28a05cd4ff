import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { NodeAccess } from '../../constructs/node-access';
import { NodeRole } from '../../constructs/node-role';
import { PlatformChart } from '../../constructs/platform-chart';
import { Queue } from '../../constructs/queue';
import { DEFAULT_BUS, Rule } from '../../constructs/rule';
import type { Environment } from '../../environments';
import type { Sqs } from '../messaging/sqs';

/** How long a warning is worth something: a spot instance is gone two minutes after it. */
const WORTH = Duration.minutes(5);

/** What Karpenter waits for. Patterns: https://karpenter.sh/docs/reference/cloudformation/#rules */
const INTERRUPTIONS = [
  { id: 'karpenter-health-events', source: 'aws.health', detailType: 'AWS Health Event' },
  { id: 'karpenter-spot-interruptions', source: 'aws.ec2', detailType: 'EC2 Spot Instance Interruption Warning' },
  { id: 'karpenter-rebalances', source: 'aws.ec2', detailType: 'EC2 Instance Rebalance Recommendation' },
  { id: 'karpenter-state-changes', source: 'aws.ec2', detailType: 'EC2 Instance State-change Notification' },
];

/** What Karpenter needs in AWS: the role of its nodes, their way into the cluster, and word of interruptions. */
export class Karpenter extends PlatformChart {
  readonly nodeRole = new NodeRole(this, 'karpenter-node-role', 'Nodes that Karpenter starts');

  readonly nodeAccess = new NodeAccess(this, 'karpenter-node', this.nodeRole);

  /** Karpenter reads it. */
  readonly interruptions = new Queue(this, 'karpenter-interruptions', {
    retention: WORTH,
    deadLetter: {
      none: true,
      because:
        'Karpenter deletes what it cannot read, and a warning is worth nothing after minutes: its instance is gone',
    },
  });

  constructor(scope: Construct, id: string, environment: Environment, { sqs }: { readonly sqs: Sqs }) {
    super(scope, id, environment);
    for (const { id: name, source, detailType } of INTERRUPTIONS)
      new Rule(this, name, {
        bus: DEFAULT_BUS,
        description: `${detailType}, for Karpenter`,
        pattern: { source: [source], 'detail-type': [detailType] },
        deadLetterQueue: sqs.undeliveredEvents,
        targets: [
          { id: this.interruptions.node.id, queue: this.interruptions, retry: { attempts: 185, maxAge: WORTH } },
        ],
      });
  }
}
