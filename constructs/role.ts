import type { Construct } from 'constructs';
import * as iam from '../imports/iam.services.k8s.aws';
import { formatArn } from '../lib/aws/arn';
import { ROLE_PATH } from '../lib/aws/role-path';
import { AwsObject, tagList } from './aws-object';
import { type Conditions, policyJson, type Statement } from './policy';

/** Bounds: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export interface RoleProps {
  /** What the role is for, at most 1,000 characters. */
  readonly description: string;
  /** The AWS service that may assume it, and when. */
  readonly assumedBy: { readonly service: string; readonly conditions?: Conditions };
  /** Policies by name. @default none */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** Names of policies that AWS keeps, for what only AWS knows the permissions of. @default none */
  readonly managedPolicies?: readonly string[];
}

const KIND = 'iam.services.k8s.aws/Role';

/** An IAM role that an AWS service assumes. */
export class Role extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id);
    const { description, assumedBy, policies = {}, managedPolicies = [] } = props;
    this.requireMatch('role name', this.awsName, /^[\w+=,.@-]{1,64}$/, 'at most 64 letters, digits and + = , . @ _ -');
    this.requireLength('description', description, 1_000);
    const { service, conditions } = assumedBy;
    this.arn = this.arnFor(KIND, this.awsName, { path: ROLE_PATH });

    new iam.Role(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        path: ROLE_PATH,
        description,
        assumeRolePolicyDocument: policyJson([
          { sid: 'Assume', principals: { services: [service] }, actions: ['sts:AssumeRole'], conditions },
        ]),
        ...(Object.keys(policies).length > 0 && {
          // whoever writes permissions cannot write more than the boundary has; AWS's own policies need none
          permissionsBoundary: this.environment.outputs.permissionsBoundary,
          inlinePolicies: Object.fromEntries(
            Object.entries(policies).map(([name, statements]) => [name, policyJson(statements)]),
          ),
        }),
        ...(managedPolicies.length > 0 && { policies: managedPolicies.map((name) => this.managedPolicyArn(name)) }),
        maxSessionDuration: 3_600,
        tags: tagList(this.tags),
      },
    });
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
