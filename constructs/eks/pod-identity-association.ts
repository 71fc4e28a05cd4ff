import { Construct } from 'constructs';
import * as eks from '../../imports/eks.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import { Role } from '../iam/role';

export interface PodIdentityProps {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** What its Pods do in AWS, at most 1,000 characters. */
  readonly description: string;
  /** What they may do, by name. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/**
 * An IAM role, named by the id, for the Pods of a service account, by EKS Pod Identity. Pods get it when they start:
 * those that were there before have to start again. On Fargate take IrsaServiceAccount
 * (https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html).
 */
export class PodIdentity extends AwsObject {
  /**
   * Makes the identity of a construct's Pods beside it in its chart, not within. What kro makes of one construct comes
   * in one graph, and Pods in one graph with their role would start before they have it.
   */
  static beside(construct: Construct, id: string, props: PodIdentityProps): PodIdentity {
    return new PodIdentity(new Construct(construct.node.scope!, `${construct.node.id}-identity`), id, props);
  }

  readonly role: Role;

  constructor(scope: Construct, id: string, props: PodIdentityProps) {
    super(scope, id);
    const { namespace, serviceAccount, description, policies } = props;
    for (const [field, value] of Object.entries({ namespace, serviceAccount }))
      this.requireMatch(
        field,
        value,
        /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
        'at most 63 lower-case letters, digits and hyphens, a letter or digit at both ends',
      );
    this.role = new Role(this, id, {
      description,
      assumedBy: { podsOf: { namespace, name: serviceAccount } },
      policies,
    });
    new eks.PodIdentityAssociation(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        clusterName: this.need('cluster').name,
        namespace,
        serviceAccount,
        roleArn: this.role.arn,
        tags: this.tags,
      },
    });
  }
}
