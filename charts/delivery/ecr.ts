import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ImageRules } from '../../constructs/ecr/lifecycle-policy';
import { PullThroughCache } from '../../constructs/ecr/pull-through-cache';
import { ImageRepository } from '../../constructs/ecr/repository';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** The platform's own images, and copies of the public ones that it needs. */
export class Ecr extends PlatformChart {
  private readonly untagged: ImageRules = {
    'lost their tag': {
      images: 'untagged',
      expire: { after: Duration.days(this.environment.delivery.ecr.untaggedDays) },
    },
  };

  private readonly lifecycle: ImageRules = {
    ...this.untagged,
    // a build's tag is its commit; what is released gets a second one
    'released long ago': { images: { tags: ['v*'] }, expire: { allBut: this.environment.delivery.ecr.releases } },
    'built long ago': { images: { tags: ['build-*'] }, expire: { allBut: 2 * this.environment.delivery.ecr.releases } },
  };

  /** Of the applications that run on the platform. */
  readonly application = new ImageRepository(this, 'platform-application', { lifecycle: this.lifecycle });

  /** Jenkins with the plugins that it needs. */
  readonly jenkins = new ImageRepository(this, 'jenkins', { lifecycle: this.lifecycle });

  /** What Jenkins starts its builds in. */
  readonly jenkinsAgent = new ImageRepository(this, 'jenkins-agent', { lifecycle: this.lifecycle });

  readonly caches: readonly PullThroughCache[];

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    this.caches = environment.delivery.ecr.caches.map(
      (upstream) => new PullThroughCache(this, upstream, { upstream, lifecycle: this.untagged }),
    );
  }
}
