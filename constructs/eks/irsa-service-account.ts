import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import { Role } from '../iam/role';
import type { Namespace } from '../kubernetes/namespace';

export interface IrsaServiceAccountProps {
  readonly namespace: Namespace;
  /** What its Pods do in AWS, at most 1,000 characters. */
  readonly description: string;
  /** What they may do, by name. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/**
 * A service account whose Pods have an IAM role, by the cluster's identity provider. For Pods on Fargate: the agent of
 * Pod Identity does not run there (https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html), so elsewhere
 * take that.
 */
export class IrsaServiceAccount extends AwsObject {
  readonly role: Role;

  constructor(scope: Construct, id: string, { namespace, description, policies }: IrsaServiceAccountProps) {
    super(scope, id);
    const name = namespace.node.id;
    this.requireMatch(
      'service account name',
      id,
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      'at most 63 lower-case letters, digits and hyphens, a letter or digit at both ends',
    );
    this.role = new Role(this, `${name}-${id}`, {
      description,
      assumedBy: { serviceAccount: { namespace: name, name: id } },
      policies,
    });
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: id, namespace: name, annotations: { 'eks.amazonaws.com/role-arn': this.role.arn } },
      // the token for AWS is mounted by EKS; none for the Kubernetes API
      automountServiceAccountToken: false,
    });
  }
}
