import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterScoped } from '../core/cluster-scoped';
import { PlatformObject } from '../core/platform-object';

/** The class of controllers: charts/controllers/priorities.ts. */
export const PLATFORM_CRITICAL = 'platform-critical';

export interface PriorityProps {
  /**
   * The higher comes first, below 1,000,000,000, from which on it is the system's. Cluster Autoscaler makes no room for
   * less than -10: https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md
   */
  readonly value: number;
  /** One sentence: for which Pods. */
  readonly description: string;
  /** Whether Pods that came first have to go for one of these. @default true */
  readonly preempts?: boolean;
}

/**
 * Which Pods come first when there is no room for all, named by its id. Nothing but its description can be changed
 * later.
 */
export class Priority extends PlatformObject {
  constructor(scope: Construct, id: string, { value, description, preempts = true }: PriorityProps) {
    super(scope, id);
    if (!Number.isInteger(value) || value < -10 || value >= 1_000_000_000)
      this.fail(`value is ${value}, a whole number from -10 to 999999999 is allowed`);
    if (id.startsWith('system-')) this.fail("names that begin with 'system-' are the system's");
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: id },
      value,
      globalDefault: false,
      description,
      preemptionPolicy: preempts ? 'PreemptLowerPriority' : 'Never',
    });
    clusterScoped(object);
  }
}
