import { InputError } from '@aws-platform/engine/errors';
import { SYNC_WAVE } from '@aws-platform/engine/manifests';
import { Construct } from 'constructs';
import { ManagedResourceActivationPolicy } from '../../imports/apiextensions.crossplane.io';
import { clusterScoped } from '../core/cluster-scoped';

export interface ManagedResourceActivationProps {
  /**
   * Names of kinds: `buses.cloudwatchevents.aws.m.upbound.io`. Crossplane would take `*` for every kind that there is.
   */
  readonly activate: readonly string[];
  readonly wave: number;
}

/**
 * Turns on kinds that Crossplane's providers bring: the API server serves no others, and no controller runs for them. A
 * kind that leaves the list stays on, so that its last objects can go
 * (https://docs.crossplane.io/latest/managed-resources/managed-resource-activation-policies/).
 */
export class ManagedResourceActivation extends Construct {
  constructor(scope: Construct, id: string, { activate, wave }: ManagedResourceActivationProps) {
    super(scope, id);
    if (activate.length === 0) throw new InputError(`${this.node.path}: activate is empty`);
    for (const name of activate)
      if (!/^[a-z0-9]+\.[a-z0-9-]+\.aws\.m\.upbound\.io$/.test(name))
        throw new InputError(
          `${this.node.path}: '${name}' is not allowed, only a kind's whole name: buses.cloudwatchevents.aws.m.upbound.io`,
        );
    clusterScoped(
      new ManagedResourceActivationPolicy(this, 'Resource', {
        metadata: { name: id, annotations: { [SYNC_WAVE]: String(wave) } },
        spec: { activate: [...activate].sort() },
      }),
    );
  }
}
