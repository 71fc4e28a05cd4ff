import { BOOTSTRAP_PATH } from '@aws-platform/engine/aws';
import type { Manifest } from '@aws-platform/engine/manifests';
import { CfnPodIdentityAssociation } from 'aws-cdk-lib/aws-eks';
import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Environment } from '../environments';
import { acknowledgePolicy } from './acknowledgements';
import { boundaryOf } from './iam/boundary';
import { type Controller, controllersOf } from './iam/controllers';
import { boundaryName, controllersBoundaryArn } from './iam/names';
import { ServiceRoles } from './service-roles';
import { PlatformStack } from './stack';

/**
 * What the controllers in the cluster may do in AWS: a role and a Pod Identity association for each that the objects of
 * dist need, the boundary of the roles that they make, and the roles of services that they may only pass on.
 */
export class ControllersStack extends PlatformStack {
  constructor(scope: Construct, environment: Environment, manifests: readonly Manifest[]) {
    const { region, network } = environment;
    super(scope, 'controllers', environment, {
      description: "IAM of the platform's controllers",
      region,
      availabilityZones: network.availabilityZones,
    });
    const limits = boundaryOf(manifests, environment);
    const boundary = new CfnManagedPolicy(this, 'boundary', {
      managedPolicyName: boundaryName(environment),
      path: BOOTSTRAP_PATH,
      description: 'The most that a role in dist may do',
      policyDocument: limits,
    });
    acknowledgePolicy(boundary, limits);
    new ServiceRoles(this, 'service-roles', environment, manifests);
    for (const controller of controllersOf(manifests, environment)) this.admit(controller, environment);
  }

  private admit(controller: Controller, environment: Environment): void {
    const { name, namespace, serviceAccount, policy, isWebIdentity } = controller;
    const { namePrefix, outputs } = environment;
    const role = new CfnRole(this, `${name}-role`, {
      roleName: `${namePrefix}${name}`,
      path: BOOTSTRAP_PATH,
      description: `The controller ${name}`,
      permissionsBoundary: controllersBoundaryArn(environment),
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          isWebIdentity ? this.byToken(controller, environment) : this.byPodIdentity(controller, environment),
        ],
      },
      policies: [{ policyName: 'kinds-in-dist', policyDocument: policy }],
    });
    acknowledgePolicy(role, policy);
    if (isWebIdentity) return;
    new CfnPodIdentityAssociation(this, name, {
      clusterName: outputs.clusterName,
      namespace,
      serviceAccount,
      roleArn: role.attrArn,
    });
  }

  private byPodIdentity({ namespace, serviceAccount }: Controller, { account, region, outputs }: Environment): object {
    return {
      Sid: 'Pod',
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      // EKS tells which Pod it is for: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': `arn:${this.partition}:eks:${region}:${account}:cluster/${outputs.clusterName}`,
          'aws:RequestTag/kubernetes-namespace': namespace,
          'aws:RequestTag/kubernetes-service-account': serviceAccount,
        },
      },
    };
  }

  /** https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
  private byToken({ namespace, serviceAccount }: Controller, { account, outputs }: Environment): object {
    const issuer = outputs.oidcIssuer.replace('https://', '');
    return {
      Sid: 'Pod',
      Effect: 'Allow',
      Principal: { Federated: `arn:${this.partition}:iam::${account}:oidc-provider/${issuer}` },
      Action: ['sts:AssumeRoleWithWebIdentity'],
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
        },
      },
    };
  }
}
