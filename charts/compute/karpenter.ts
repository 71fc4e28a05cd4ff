import { KARPENTER_INTERRUPTIONS } from '@aws-platform/engine/aws';
import { Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { platformKey } from '../../constructs/core/platform-key';
import { NodeAccess } from '../../constructs/eks/access-entry';
import { NodeRole } from '../../constructs/eks/node-role';
import { DEFAULT_BUS, Rule } from '../../constructs/eventbridge/rule';
import { NodeClass } from '../../constructs/karpenter/ec2-node-class';
import { NodePool } from '../../constructs/karpenter/node-pool';
import { Queue } from '../../constructs/sqs/queue';
import type { Environment } from '../../environments';
import type { Sqs } from '../messaging/sqs';
import { PlatformChart } from '../platform-chart';

/** How long a warning is worth something: a spot instance is gone two minutes after it. */
const WORTH = Duration.minutes(5);

/** What Karpenter waits for. Patterns: https://karpenter.sh/docs/reference/cloudformation/#rules */
const INTERRUPTIONS = [
  { id: 'karpenter-health-events', source: 'aws.health', detailType: 'AWS Health Event' },
  { id: 'karpenter-spot-interruptions', source: 'aws.ec2', detailType: 'EC2 Spot Instance Interruption Warning' },
  { id: 'karpenter-rebalances', source: 'aws.ec2', detailType: 'EC2 Instance Rebalance Recommendation' },
  { id: 'karpenter-state-changes', source: 'aws.ec2', detailType: 'EC2 Instance State-change Notification' },
];

/** Of the company, in UTC: one node at a time while people work. */
const OFFICE_HOURS = { cron: '0 13 * * mon-fri', lasts: Duration.hours(9) };

/** Karpenter's nodes, and what it needs in AWS: their role, their way into the cluster, and word of interruptions. */
export class Karpenter extends PlatformChart {
  /**
   * On and of the nodes that Karpenter starts. Pods that tolerate and select it are Karpenter's, all others the managed
   * groups': two autoscalers that answered one waiting Pod would both start a node for it.
   */
  private readonly karpenters = { [platformKey(this, 'nodes')]: 'karpenter' };

  /** As on the managed group of spot instances: charts/compute/eks.ts. */
  private readonly interruptible = { [platformKey(this, 'capacity-type')]: 'spot' };

  readonly nodeRole = new NodeRole(this, 'karpenter-node-role', 'Nodes that Karpenter starts');

  readonly nodeAccess = new NodeAccess(this, 'karpenter-node', this.nodeRole);

  readonly nodeClass = new NodeClass(this, 'al2023', {
    role: this.nodeRole,
    imageRelease: this.environment.compute.karpenter.imageRelease,
  });

  readonly general = new NodePool(this, 'general', {
    nodeClass: this.nodeClass,
    capacityTypes: ['on-demand'],
    instances: this.instances,
    limits: limitsOf(this.environment.compute.karpenter.general),
    consolidation: { policy: 'WhenEmptyOrUnderutilized', after: Duration.minutes(5) },
    budgets: [{ nodes: '10%' }, { nodes: 1, schedule: OFFICE_HOURS }],
    labels: this.karpenters,
    taints: this.karpenters,
  });

  /** For Pods that can live with two minutes' notice; on-demand where AWS has no spot instances. */
  readonly spot = new NodePool(this, 'spot', {
    nodeClass: this.nodeClass,
    capacityTypes: ['spot', 'on-demand'],
    instances: this.instances,
    limits: limitsOf(this.environment.compute.karpenter.spot),
    consolidation: { policy: 'WhenEmptyOrUnderutilized', after: Duration.minutes(1) },
    budgets: [{ nodes: '20%' }],
    labels: { ...this.karpenters, ...this.interruptible },
    taints: { ...this.karpenters, ...this.interruptible },
  });

  /** Karpenter reads it. */
  readonly interruptions = new Queue(this, KARPENTER_INTERRUPTIONS, {
    retention: WORTH,
    deadLetter: {
      none: true,
      because:
        'Karpenter deletes what it cannot read, and a warning is worth nothing after minutes: its instance is gone',
    },
  });

  private get instances() {
    const { maxInstanceCpu } = this.environment.compute.karpenter;
    return { categories: ['c', 'm', 'r'], minGeneration: 5, minCpu: 2, maxCpu: maxInstanceCpu } as const;
  }

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

function limitsOf({ cpu, memoryGibibytes }: { readonly cpu: number; readonly memoryGibibytes: number }) {
  return { cpu, memory: Size.gibibytes(memoryGibibytes) };
}
