import { partitionOf } from '@aws-platform/engine/aws';
import type { Environment } from '../../../environments';

/** The beginnings of an environment's ARNs, `regional` in its home region: `regional('ec2')('instance/*')`. */
export function arnsIn({ account, region }: Environment) {
  const partition = partitionOf(region);
  return {
    regional: (service: string) => (resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
    /** In the home region and every other one. */
    anyRegion: (service: string) => (resource: string) => `arn:${partition}:${service}:*:${account}:${resource}`,
    /** Of AWS's own images, snapshots and parameters. */
    public: (service: string) => (resource: string) => `arn:${partition}:${service}:${region}::${resource}`,
    global: (service: string) => (resource: string) => `arn:${partition}:${service}::${account}:${resource}`,
  };
}
