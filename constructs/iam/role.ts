import { formatArn, ROLE_PATH } from '@aws-platform/engine/aws';
import { Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import * as iam from '../../imports/iam.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { type Conditions, policyJson, type Statement } from '../core/policy-document';
import { tagList } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export interface RoleProps {
  /** What the role is for, at most 1,000 characters. */
  readonly description: string;
  /** Who may assume it. */
  readonly assumedBy: ServiceTrust | PodTrust | ServiceAccountTrust | IdentityPoolTrust;
  /** Policies by name. @default none */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** Names of policies that AWS keeps, for what only AWS knows the permissions of. @default none */
  readonly managedPolicies?: readonly string[];
}

/** An AWS service, and when it may. */
export interface ServiceTrust {
  readonly service: string;
  readonly conditions?: Conditions;
}

/**
 * Pods of a service account, by EKS Pod Identity, which tells AWS whose they are
 * (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html).
 */
export interface PodTrust {
  readonly podsOf: { readonly namespace: string; readonly name: string };
}

/**
 * A service account of the cluster, by the token that its Pods carry
 * (https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html).
 */
export interface ServiceAccountTrust {
  readonly serviceAccount: { readonly namespace: string; readonly name: string };
}

/**
 * Whoever signed in at an identity pool
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html).
 */
export interface IdentityPoolTrust {
  readonly identityPoolId: string;
}

/** Tokens of identity pools are its. */
const COGNITO_IDENTITY = 'cognito-identity.amazonaws.com';

const KIND = 'iam.services.k8s.aws/Role';
/**
 * Of all inline policies of a role, in characters:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const LONGEST = 10_240;

/** An IAM role that an AWS service assumes. */
export class Role extends AwsObject {
  readonly arn: string;
  private readonly policies = new Map<string, readonly Statement[]>();

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id);
    const { description, assumedBy, policies = {}, managedPolicies = [] } = props;
    this.requireMatch('role name', this.awsName, /^[\w+=,.@-]{1,64}$/, 'at most 64 letters, digits and + = , . @ _ -');
    this.requireLength('description', description, 1_000);
    this.arn = this.arnFor(KIND, this.awsName, { path: ROLE_PATH });
    for (const [name, statements] of Object.entries(policies)) this.allow(name, ...statements);

    new iam.Role(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        path: ROLE_PATH,
        description,
        assumeRolePolicyDocument: policyJson([this.trust(assumedBy)]),
        permissionsBoundary: this.landing.permissionsBoundary,
        inlinePolicies: Lazy.any({ produce: () => this.inlinePolicies() }) as unknown as Record<string, string>,
        ...(managedPolicies.length > 0 && { policies: managedPolicies.map((name) => this.managedPolicyArn(name)) }),
        maxSessionDuration: 3_600,
        tags: tagList(this.tags),
      },
    });
  }

  /**
   * Adds statements to a policy, a new one where it has none of that name: what uses a role gives it what that takes.
   */
  allow(policy: string, ...statements: readonly Statement[]): void {
    this.policies.set(policy, [...(this.policies.get(policy) ?? []), ...statements]);
    const all = Object.values(this.inlinePolicies() ?? {});
    this.requireLength('policies', all.join(''), LONGEST);
  }

  private inlinePolicies(): Record<string, string> | undefined {
    if (this.policies.size === 0) return undefined;
    return Object.fromEntries([...this.policies].map(([name, statements]) => [name, policyJson(statements)]));
  }

  private trust(assumedBy: RoleProps['assumedBy']): Statement {
    if ('service' in assumedBy) {
      const { service, conditions } = assumedBy;
      return { sid: 'Assume', principals: { services: [service] }, actions: ['sts:AssumeRole'], conditions };
    }
    if ('identityPoolId' in assumedBy)
      return {
        sid: 'Assume',
        principals: { identityProvider: COGNITO_IDENTITY },
        actions: ['sts:AssumeRoleWithWebIdentity'],
        conditions: {
          StringEquals: { [`${COGNITO_IDENTITY}:aud`]: assumedBy.identityPoolId },
          'ForAnyValue:StringLike': { [`${COGNITO_IDENTITY}:amr`]: 'authenticated' },
        },
      };
    if ('podsOf' in assumedBy) return this.podTrust(assumedBy);
    const { namespace, name } = assumedBy.serviceAccount;
    const issuer = this.need('cluster').oidcIssuer.replace('https://', '');
    return {
      sid: 'Assume',
      principals: {
        identityProvider: formatArn({
          partition: this.partition,
          service: 'iam',
          region: '',
          account: this.landing.account,
          resource: `oidc-provider/${issuer}`,
        }),
      },
      actions: ['sts:AssumeRoleWithWebIdentity'],
      conditions: {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${name}`,
        },
      },
    };
  }

  private podTrust({ podsOf: { namespace, name } }: PodTrust): Statement {
    return {
      sid: 'Assume',
      principals: { services: ['pods.eks.amazonaws.com'] },
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      conditions: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': formatArn({
            partition: this.partition,
            service: 'eks',
            region: this.landing.region,
            account: this.landing.account,
            resource: `cluster/${this.need('cluster').name}`,
          }),
          'aws:RequestTag/kubernetes-namespace': namespace,
          'aws:RequestTag/kubernetes-service-account': name,
        },
      },
    };
  }

  private managedPolicyArn(name: string): string {
    return formatArn({
      partition: this.partition,
      service: 'iam',
      region: '',
      account: 'aws',
      resource: `policy/${name}`,
    });
  }
}
