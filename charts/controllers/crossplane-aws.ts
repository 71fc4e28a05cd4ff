import { byGroup, crossplaneProvider, type KindInUse } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { ClusterProviderConfig } from '../../constructs/crossplane/cluster-provider-config';
import { ManagedResourceActivation } from '../../constructs/crossplane/managed-resource-activation-policy';
import { CrossplaneProvider } from '../../constructs/crossplane/provider';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf } from './releases';

const REPOSITORY = 'crossplane-contrib/provider-upjet-aws';
const REGISTRY = 'xpkg.upbound.io/upbound';

/** What the providers have in common: configuration, and no objects of AWS's. */
const FAMILY = 'aws.m.upbound.io';

/** Behind the core, which installs the kinds of these. */
const WAVES = { runtimes: 2, family: 3, providers: 4, configuration: 5 } as const;

export interface CrossplaneAwsProps {
  /** Those of the groups of Crossplane's AWS providers. */
  readonly kinds: readonly KindInUse[];
}

/**
 * Crossplane's AWS providers: a package of each service that has objects, at the release of its CRDs, and of its kinds
 * only those in use.
 */
export class CrossplaneAws extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: CrossplaneAwsProps) {
    super(scope, id, environment);
    const { tag } = releaseOf(kinds, REPOSITORY);
    const made = kinds.filter(({ group }) => group !== FAMILY);
    this.provider('family-aws', 'provider-family-aws', tag, WAVES.family);
    for (const [group] of byGroup(made)) {
      const service = group.slice(0, group.indexOf('.'));
      this.provider(`aws-${service}`, crossplaneProvider(service).serviceAccount, tag, WAVES.providers);
    }
    new ManagedResourceActivation(this, 'kinds-in-use', {
      activate: made.map(({ plural, group }) => `${plural}.${group}`),
      wave: WAVES.runtimes,
    });
    new ClusterProviderConfig(this, 'default', { wave: WAVES.configuration });
  }

  private provider(name: string, serviceAccount: string, tag: string, wave: number): void {
    new CrossplaneProvider(this, `provider-${name}`, {
      package: `${REGISTRY}/provider-${name}:${tag}`,
      serviceAccount,
      runtimeWave: WAVES.runtimes,
      wave,
    });
  }
}
