import { formatArn, ROLE_PATH } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as budgets from '../../imports/budgets.aws.m.upbound.io';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { type Action, policyJson } from '../core/policy-document';
import { Role } from '../iam/role';
import type { Budget } from './budget';
import { type BudgetSubscribers, requireSubscribers } from './subscribers';

/** Bounds: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudgetAction.html */
export interface BudgetFreezeProps {
  readonly budget: Budget;
  /** Of what is spent, in percent of the limit: more than 0, at most 1,000,000. */
  readonly percent: number;
  /** What the roles may not do from then on, until a person undoes it. */
  readonly denies: readonly Action[];
  /** Whose. Roles that a controller keeps as git has them would lose the policy again. */
  readonly roles: readonly FrozenRole[];
  /** Asked to say yes, and told what became of it. */
  readonly subscribers: BudgetSubscribers;
}

export interface FrozenRole {
  readonly name: string;
  /** `/platform/`. */
  readonly path: string;
}

/** Attaches a policy that denies, once a budget is exceeded and a person has agreed. Nothing is stopped that runs. */
export class BudgetFreeze extends AwsObject {
  constructor(scope: Construct, id: string, props: BudgetFreezeProps) {
    super(scope, id);
    const { budget, percent, roles, subscribers } = props;
    if (!(percent > 0 && percent <= 1_000_000))
      this.fail(`percent is ${percent} %, more than 0 and at most 1000000 are allowed`);
    this.requireRange('number of roles', roles.length, 1, 100);
    const { topic, emails } = requireSubscribers(subscribers, (message) => this.fail(message));
    topic.allowBudgets();
    const policyArn = this.policy(props);

    new budgets.BudgetAction(this, 'Resource', {
      // without an external name: AWS makes an id
      metadata: { name: id },
      spec: {
        forProvider: {
          accountId: this.landing.account,
          budgetNameRef: { name: budget.node.id },
          notificationType: 'ACTUAL',
          actionThreshold: { actionThresholdType: 'PERCENTAGE', actionThresholdValue: percent },
          actionType: 'APPLY_IAM_POLICY',
          approvalModel: 'MANUAL',
          definition: { iamActionDefinition: { policyArn, roles: roles.map(({ name }) => name) } },
          executionRoleArn: this.role(budget, policyArn, roles).arn,
          subscriber: [
            { subscriptionType: 'SNS', address: topic.arn },
            ...emails.map((address) => ({ subscriptionType: 'EMAIL', address })),
          ],
          tags: this.tags,
        },
      },
    });
  }

  /** By Cloud Control, which knows it by its ARN. */
  private policy({ budget, denies }: BudgetFreezeProps): string {
    const name = this.awsName;
    this.requireMatch('policy name', name, /^[\w+=,.@-]{1,128}$/, 'at most 128 letters, digits and + = , . @ _ -');
    const arn = this.arnFor('AWS::IAM::ManagedPolicy', name, { Path: ROLE_PATH });
    new CloudControlResource(this, `${this.node.id}-policy`, {
      typeName: 'AWS::IAM::ManagedPolicy',
      knownIdentifier: arn,
      properties: {
        ManagedPolicyName: name,
        Path: ROLE_PATH,
        Description: `Attached when the budget ${budget.awsName} is exceeded`,
        PolicyDocument: JSON.parse(
          policyJson([{ sid: 'Freeze', effect: 'Deny', actions: denies, resources: ['*'] }]),
        ) as object,
      },
    });
    return arn;
  }

  /** https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-action-role.html */
  private role(budget: Budget, policyArn: string, roles: readonly FrozenRole[]): Role {
    const { account } = this.landing;
    return new Role(this, `${this.node.id}-execution`, {
      description: `Attaches the policy ${this.awsName}, and takes it off again`,
      assumedBy: {
        service: 'budgets.amazonaws.com',
        conditions: {
          ArnLike: { 'aws:SourceArn': `${budget.arn}*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      },
      policies: {
        freeze: [
          {
            sid: 'AttachOnlyThis',
            actions: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
            resources: roles.map((role) => this.arnOf(role)),
            conditions: { ArnEquals: { 'iam:PolicyARN': policyArn } },
          },
        ],
      },
    });
  }

  private arnOf({ path, name }: FrozenRole): string {
    const { account } = this.landing;
    return formatArn({
      partition: this.partition,
      service: 'iam',
      region: '',
      account,
      resource: `role${path}${name}`,
    });
  }
}
