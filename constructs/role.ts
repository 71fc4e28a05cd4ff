import type { Construct } from 'constructs';
import * as iam from '../imports/iam.services.k8s.aws';
import { AwsObject, tagList } from './aws-object';
import { type Conditions, policyJson, type Statement } from './policy';

/** Bounds: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export interface RoleProps {
  /** What the role is for, at most 1,000 characters. */
  readonly description: string;
  /** The AWS service that may assume it, and when. */
  readonly assumedBy: { readonly service: string; readonly conditions?: Conditions };
  /** Policies by name. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/** The path of every role that the platform makes: whoever may pass roles on is limited to it. */
export const ROLE_PATH = '/platform/';

const KIND = 'iam.services.k8s.aws/Role';

/** An IAM role that an AWS service assumes. */
export class Role extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { description, assumedBy, policies }: RoleProps) {
    super(scope, id);
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
        inlinePolicies: Object.fromEntries(
          Object.entries(policies).map(([name, statements]) => [name, policyJson(statements)]),
        ),
        maxSessionDuration: 3_600,
        tags: tagList(this.tags),
      },
    });
  }
}
