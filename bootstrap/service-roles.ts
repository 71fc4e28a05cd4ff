import { BOOTSTRAP_PATH } from '@aws-platform/engine/aws';
import type { Manifest } from '@aws-platform/engine/manifests';
import { Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Environment } from '../environments';
import { acknowledgeManaged } from './acknowledgements';
import { bootstrapRoleArn, controllersBoundaryArn } from './iam/names';
import { type ServiceRole, serviceRolesOf } from './iam/tables/service-roles';

/**
 * The roles of services that reach data or other roles: those that dist names, and those that AWS looks up by their
 * names.
 */
export class ServiceRoles extends Construct {
  constructor(scope: Construct, id: string, environment: Environment, manifests: readonly Manifest[]) {
    super(scope, id);
    const text = JSON.stringify(manifests);
    for (const role of serviceRolesOf(environment))
      if (role.nameIsAwsOwn || text.includes(bootstrapRoleArn(role.name, environment))) this.make(role, environment);
  }

  private make(role: ServiceRole, environment: Environment): void {
    const { name, nameIsAwsOwn = false, description, service, trustedWhen, managed, statements } = role;
    const { partition } = Stack.of(this);
    const made = new CfnRole(this, `${name.slice(nameIsAwsOwn ? 0 : environment.namePrefix.length)}-role`, {
      roleName: name,
      path: nameIsAwsOwn ? '/' : BOOTSTRAP_PATH,
      description,
      permissionsBoundary: controllersBoundaryArn(environment),
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Assume',
            Effect: 'Allow',
            Principal: { Service: service },
            Action: ['sts:AssumeRole'],
            ...(trustedWhen && { Condition: trustedWhen }),
          },
        ],
      },
      ...(managed && {
        managedPolicyArns: managed.policies.map((policy) => `arn:${partition}:iam::aws:policy/${policy}`),
      }),
      ...(statements && {
        policies: [{ policyName: 'own', policyDocument: { Version: '2012-10-17', Statement: statements } }],
      }),
    });
    if (managed) acknowledgeManaged(made, managed.policies, managed.because);
  }
}
