import { Size } from 'cdk8s';
import type { Quota } from '../constructs/kubernetes/namespace-resources';
import type { Environment } from '../environments';

/** A namespace's quota as an environment has it. */
export function quotaOf({ pods, cpu, memoryGibibytes, storageGibibytes }: Environment['quotas']['jenkins']): Quota {
  return {
    pods,
    cpu,
    memory: Size.gibibytes(memoryGibibytes),
    storage: Size.gibibytes(storageGibibytes),
  };
}
