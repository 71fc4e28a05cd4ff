import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { AWS_NAMESPACE } from '../constructs/core/aws-namespace';
import { Landing } from '../constructs/core/landing';
import type { Environment } from '../environments';
import { landingOf } from './landing';

/** A chart of the platform: one file of dist, named by its path (`production/messaging/sqs`). */
export class PlatformChart extends Chart {
  readonly environment: Environment;

  constructor(scope: Construct, id: string, environment: Environment, namespace = AWS_NAMESPACE) {
    super(scope, id, {
      namespace,
      labels: { 'app.kubernetes.io/part-of': scope.node.id, 'app.kubernetes.io/component': id },
    });
    this.environment = environment;
    Landing.provide(this, landingOf(environment));
  }
}
