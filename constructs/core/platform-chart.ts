import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Environment } from '../../environments';
import { Landing } from './landing';
import { landingOf } from './landing-of';

/** The namespace of every ACK and Crossplane object: references across namespaces become opt-in upstream (docs/adr/0002). */
export const AWS_NAMESPACE = 'aws';

/** A folder of charts that Argo CD syncs as one Application. */
export class PlatformApplication extends Construct {
  /** One sentence for people, at most 255 characters. */
  readonly description: string;

  constructor(scope: Construct, id: string, description: string) {
    super(scope, id);
    this.description = description;
  }
}

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
