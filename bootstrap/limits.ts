import { BOOTSTRAP_PATH } from '@aws-platform/engine/aws';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { EnvironmentData } from '../environments';
import { acknowledge, acknowledgePolicy } from './acknowledgements';
import { controllersBoundaryOf } from './iam/controllers-boundary';
import { freezePolicy } from './iam/freeze';
import { controllersBoundaryName, freezeName } from './iam/names';

/**
 * The policies that are there before the first role: the boundary of everything in the cluster, and the freeze of
 * spending.
 */
export class Limits extends Construct {
  constructor(scope: Construct, id: string, environment: EnvironmentData) {
    super(scope, id);
    const { document, because } = controllersBoundaryOf(environment);
    const boundary = new CfnManagedPolicy(this, 'controllers-boundary', {
      managedPolicyName: controllersBoundaryName(environment),
      path: BOOTSTRAP_PATH,
      description: 'What nothing in the cluster that has a role of the bootstrap may ever do',
      policyDocument: document,
    });
    acknowledgePolicy(boundary, document);
    acknowledge(boundary, [{ id: 'AwsSolutions-IAM5[Action::*]', because }]);
    new CfnManagedPolicy(this, 'freeze', {
      managedPolicyName: freezeName(environment),
      path: BOOTSTRAP_PATH,
      description: 'Attached when the budget is exceeded so far that a person agrees',
      policyDocument: freezePolicy,
    });
  }
}
