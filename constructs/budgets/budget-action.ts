import type { Construct } from 'constructs';
import * as budgets from '../../imports/budgets.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Budget } from './budget';
import { type BudgetSubscribers, requireSubscribers } from './subscribers';

/** Bounds: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudgetAction.html */
export interface BudgetFreezeProps {
  readonly budget: Budget;
  /** Of what is spent, in percent of the limit: more than 0, at most 1,000,000. */
  readonly percent: number;
  /** ARN of the policy that says what the roles may not do from then on, until a person undoes it. */
  readonly policyArn: string;
  /** Names of the roles. Roles that a controller keeps as git has them would lose the policy again. */
  readonly roles: readonly string[];
  /** As whom AWS Budgets attaches the policy, and takes it off again. */
  readonly executionRole: { readonly arn: string };
  /** Asked to say yes, and told what became of it. */
  readonly subscribers: BudgetSubscribers;
}

/** Attaches a policy that denies, once a budget is exceeded and a person has agreed. Nothing is stopped that runs. */
export class BudgetFreeze extends AwsObject {
  constructor(scope: Construct, id: string, props: BudgetFreezeProps) {
    super(scope, id);
    const { budget, percent, policyArn, roles, executionRole, subscribers } = props;
    if (!(percent > 0 && percent <= 1_000_000))
      this.fail(`percent is ${percent} %, more than 0 and at most 1000000 are allowed`);
    this.requireRange('number of roles', roles.length, 1, 100);
    const { topic, emails } = requireSubscribers(subscribers, (message) => this.fail(message));
    topic.allowBudgets();

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
          definition: { iamActionDefinition: { policyArn, roles: [...roles] } },
          executionRoleArn: executionRole.arn,
          subscriber: [
            { subscriptionType: 'SNS', address: topic.arn },
            ...emails.map((address) => ({ subscriptionType: 'EMAIL', address })),
          ],
          tags: this.tags,
        },
      },
    });
  }
}
