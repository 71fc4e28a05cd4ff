import { Duration, type Size } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  NodePool as KarpenterNodePool,
  NodePoolSpecDisruptionConsolidationPolicy,
  NodePoolSpecLimits,
  NodePoolSpecTemplateSpecTaintsEffect,
  NodePoolSpecTemplateSpecRequirementsOperator as Operator,
} from '../../imports/karpenter.sh';
import { clusterScoped } from '../core/cluster-scoped';
import { PlatformObject } from '../core/platform-object';
import { cpuText, memoryText } from '../kubernetes/resource-amount';
import type { NodeClass } from './ec2-node-class';

/** Which instances a pool may have: https://karpenter.sh/v1.14/reference/instance-types/ */
export interface Instances {
  /** `c` for processors, `m` for both, `r` for memory. */
  readonly categories: readonly ('c' | 'm' | 'r')[];
  /** 1 or more: that of m5 is 5. */
  readonly minGeneration: number;
  /** Processors of one, 1 or more. */
  readonly minCpu: number;
  /** `minCpu` or more. */
  readonly maxCpu: number;
}

/** How many nodes may be taken away at the same time. */
export interface DisruptionBudget {
  /** A number, or a share such as `10%`; of several budgets the least counts. */
  readonly nodes: number | string;
  /** When it begins to count, in cron's five fields and UTC. @default it always counts */
  readonly schedule?: { readonly cron: string; readonly lasts: Duration };
}

export interface NodePoolProps {
  readonly nodeClass: NodeClass;
  /** Spot is taken first, and on-demand where there is none: a pool of spot has both. */
  readonly capacityTypes: readonly ('on-demand' | 'spot')[];
  readonly instances: Instances;
  /** Of all its nodes together: at least one instance. */
  readonly limits: { readonly cpu: number; readonly memory: Size };
  /** Nodes are taken away when they are empty only, or also when their Pods fit elsewhere. */
  readonly consolidation: {
    readonly policy: 'WhenEmpty' | 'WhenEmptyOrUnderutilized';
    /** Time without a change of its Pods, whole seconds. */
    readonly after: Duration;
  };
  /** 1 to 50. @default a tenth of the nodes, at least one */
  readonly budgets?: readonly DisruptionBudget[];
  /**
   * Age at which a node is replaced, so that none is older than its image's patches: 1 day to 90 days.
   * @default Duration.days(14)
   */
  readonly expireAfter?: Duration;
  /**
   * What Pods get to leave a node before they are ended in spite of their disruption budgets.
   * @default Duration.hours(4)
   */
  readonly terminationGracePeriod?: Duration;
  /** Of the nodes. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What Pods must tolerate to run here, by key. @default none */
  readonly taints?: Readonly<Record<string, string>>;
  /** Of two pools that fit the heavier is taken, 1 to 100. @default 1 */
  readonly weight?: number;
}

const SHARE = /^(?:100|[0-9]{1,2})%$/;
const CRON = /^(?:@(?:yearly|monthly|weekly|daily|hourly)|(?:[\d*/,-]+ ){4}[\dA-Za-z*/,-]+)$/;

/**
 * Nodes that Karpenter starts for Pods that fit nowhere else, and takes away again.
 * https://karpenter.sh/v1.14/concepts/nodepools/
 */
export class NodePool extends PlatformObject {
  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    const { nodeClass, limits, consolidation, labels = {}, taints = {}, weight = 1 } = props;
    const {
      budgets = [{ nodes: '10%' }],
      expireAfter = Duration.days(14),
      terminationGracePeriod = Duration.hours(4),
    } = props;
    this.check(props);
    this.requireRange('weight', weight, 1, 100);
    const days = expireAfter.toDays({ integral: false });
    if (days < 1 || days > 90) this.fail(`expireAfter is ${days} days, 1 to 90 days are allowed`);
    this.requireRange('budgets', budgets.length, 1, 50);

    const object = new KarpenterNodePool(this, 'Resource', {
      metadata: { name: id },
      spec: {
        weight,
        limits: {
          cpu: NodePoolSpecLimits.fromString(cpuText(limits.cpu)),
          memory: NodePoolSpecLimits.fromString(memoryText(limits.memory)),
        },
        disruption: {
          consolidationPolicy:
            consolidation.policy === 'WhenEmpty'
              ? NodePoolSpecDisruptionConsolidationPolicy.WHEN_EMPTY
              : NodePoolSpecDisruptionConsolidationPolicy.WHEN_EMPTY_OR_UNDERUTILIZED,
          consolidateAfter: this.seconds('consolidation.after', consolidation.after),
          budgets: budgets.map((budget) => this.budget(budget)),
        },
        template: {
          ...(Object.keys(labels).length > 0 && { metadata: { labels: { ...labels } } }),
          spec: {
            nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: nodeClass.node.id },
            expireAfter: this.seconds('expireAfter', expireAfter),
            terminationGracePeriod: this.seconds('terminationGracePeriod', terminationGracePeriod),
            requirements: this.requirements(props),
            ...(Object.keys(taints).length > 0 && {
              taints: Object.entries(taints).map(([key, value]) => ({
                key,
                value,
                effect: NodePoolSpecTemplateSpecTaintsEffect.NO_SCHEDULE,
              })),
            }),
          },
        },
      },
    });
    clusterScoped(object);
  }

  private check({ capacityTypes, instances, limits }: NodePoolProps): void {
    const { categories, minGeneration, minCpu, maxCpu } = instances;
    if (capacityTypes.length === 0) this.fail('capacityTypes is empty: no instance is neither on-demand nor spot');
    if (!capacityTypes.includes('on-demand'))
      this.fail("capacityTypes has no 'on-demand': Pods would wait for as long as AWS has no spot instances");
    if (categories.length === 0) this.fail('instances.categories is empty: no instance is of no category');
    this.requireRange('instances.minGeneration', minGeneration, 1, 20);
    this.requireRange('instances.maxCpu', maxCpu, 1, 896);
    this.requireRange('instances.minCpu', minCpu, 1, maxCpu);
    if (limits.cpu < minCpu)
      this.fail(`limits.cpu is ${limits.cpu}, less than the ${minCpu} processors of its smallest instance`);
    if (limits.memory.toGibibytes() < minCpu)
      this.fail(`limits.memory is ${memoryText(limits.memory)}, less than any instance of ${minCpu} processors has`);
  }

  private requirements({ capacityTypes, instances }: NodePoolProps) {
    const { categories, minGeneration, minCpu, maxCpu } = instances;
    const one = (key: string, operator: Operator, ...values: readonly string[]) => ({
      key,
      operator,
      values: [...values],
    });
    return [
      one('karpenter.sh/capacity-type', Operator.IN, ...capacityTypes),
      one('kubernetes.io/arch', Operator.IN, 'amd64'),
      one('kubernetes.io/os', Operator.IN, 'linux'),
      one('karpenter.k8s.aws/instance-category', Operator.IN, ...categories),
      one('karpenter.k8s.aws/instance-generation', Operator.GTE, String(minGeneration)),
      one('karpenter.k8s.aws/instance-cpu', Operator.GTE, String(minCpu)),
      one('karpenter.k8s.aws/instance-cpu', Operator.LTE, String(maxCpu)),
    ];
  }

  private budget({ nodes, schedule }: DisruptionBudget) {
    const text = String(nodes);
    if (!SHARE.test(text) && !/^\d+$/.test(text))
      this.fail(`budget of '${text}' nodes is not allowed, only a whole number or a share such as 10%`);
    if (/^0+%?$/.test(text) && !schedule)
      this.fail('a budget of no nodes at all times would keep every node for ever: give it a schedule');
    if (!schedule) return { nodes: text };
    this.requireMatch('schedule', schedule.cron, CRON, 'five fields such as 0 9 * * mon-fri, or a word such as @daily');
    const minutes = schedule.lasts.toMinutes({ integral: false });
    this.requireRange('schedule.lasts', minutes, 1, 43_200, ' minutes');
    return { nodes: text, schedule: schedule.cron, duration: `${minutes}m` };
  }

  private seconds(field: string, duration: Duration): string {
    const seconds = duration.toSeconds({ integral: false });
    this.requireRange(field, seconds, 0, Number.MAX_SAFE_INTEGER, ' s');
    return seconds % 3_600 === 0 && seconds > 0 ? `${seconds / 3_600}h` : `${seconds}s`;
  }
}
