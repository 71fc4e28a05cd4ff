import { ApiObject, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { PlatformObject } from '../core/platform-object';
import { amountText, exceeds, type ResourceAmount } from './resource-amount';

/** What all Pods of a namespace may ask for together. */
export interface Quota {
  /** Pods that are not finished, 0 or more. */
  readonly pods: number;
  /** Of their requests, in processors. */
  readonly cpu?: number;
  /** Of their requests. */
  readonly memory?: Size;
  /** Of their volumes. */
  readonly storage?: Size;
}

/** What a container may ask for, and what it gets when it asks for nothing. */
export interface ContainerLimits {
  /** @default 10m and 16 MiB */
  readonly min?: ResourceAmount;
  /** Requests of a container that has none. @default 100m and 128 MiB */
  readonly request?: ResourceAmount;
  /** Limits of a container that has none: one that asks for more memory has to have its own. @default 512 MiB */
  readonly limit?: ResourceAmount;
  /** @default no bound */
  readonly max?: ResourceAmount;
}

export interface NamespaceResourcesProps {
  readonly namespace: string;
  /** @default none */
  readonly quota?: Quota;
  readonly limits?: ContainerLimits;
}

/**
 * A LimitRange, and a ResourceQuota where a namespace has one. No Service gets a port of the nodes or a load balancer
 * by itself: what the internet reaches comes in through an Ingress or a TargetGroupBinding.
 * https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class NamespaceResources extends PlatformObject {
  constructor(scope: Construct, id: string, { namespace, quota, limits = {} }: NamespaceResourcesProps) {
    super(scope, id);
    const {
      min = { cpu: 0.01, memory: Size.mebibytes(16) },
      request = { cpu: 0.1, memory: Size.mebibytes(128) },
      limit = { memory: Size.mebibytes(512) },
      max = {},
    } = limits;
    this.requireOrder('min', min, 'request', request);
    this.requireOrder('request', request, 'limit', limit);
    this.requireOrder('request', request, 'max', max);
    this.requireOrder('limit', limit, 'max', max);
    new ApiObject(this, 'LimitRange', {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'containers', namespace },
      spec: {
        limits: [
          {
            type: 'Container',
            min: amountText(min),
            defaultRequest: amountText(request),
            default: amountText(limit),
            ...(Object.keys(max).length > 0 && { max: amountText(max) }),
          },
        ],
      },
    });
    if (quota) this.quota(namespace, quota, min);
  }

  private quota(namespace: string, { pods, cpu, memory, storage }: Quota, min: ResourceAmount): void {
    if (!Number.isInteger(pods) || pods < 0) this.fail(`quota.pods is ${pods}, a whole number from 0 is allowed`);
    if (pods > 0) this.requireOrder('limits.min', min, 'quota', { cpu, memory });
    new ApiObject(this, 'ResourceQuota', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'namespace', namespace },
      spec: {
        hard: {
          pods: String(pods),
          ...amountText({ cpu, memory }, 'requests.'),
          ...(storage && { 'requests.storage': `${storage.toGibibytes()}Gi` }),
          'services.loadbalancers': '0',
          'services.nodeports': '0',
        },
      },
    });
  }

  private requireOrder(low: string, one: ResourceAmount, high: string, other: ResourceAmount): void {
    const excess = exceeds(one, other);
    if (excess) this.fail(`${low} does not fit below ${high}: ${excess}`);
  }
}
