import type { Construct } from 'constructs';
import * as budgets from '../../imports/budgets.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { type BudgetAlert, type BudgetMeasure, budgetProblems, NO_COSTS, RESERVED_SERVICES } from './budget-rules';
import { type BudgetSubscribers, requireSubscribers } from './subscribers';

/** Bounds: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html */
export interface BudgetProps {
  readonly measure: BudgetMeasure;
  /** After which it begins anew. @default 'MONTHLY' */
  readonly period?: BudgetPeriod;
  /** 1 to 10, each said once. */
  readonly alerts: readonly BudgetAlert[];
  readonly subscribers: BudgetSubscribers;
}

export type BudgetPeriod = 'DAILY' | 'MONTHLY' | 'QUARTERLY' | 'ANNUALLY';

/**
 * A limit on what is spent or used, or how well reserved instances are used, and who is told when. Of the account, in
 * no region.
 */
export class Budget extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: BudgetProps) {
    super(scope, id);
    const { measure, period = 'MONTHLY', alerts, subscribers } = props;
    // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html
    this.requireMatch(
      'budget name',
      this.awsName,
      /^(?!.*\/action\/)[^:\\]{1,100}$/,
      '1 to 100 characters without : and \\ and /action/',
    );
    for (const problem of budgetProblems(measure, period, alerts)) this.fail(problem);
    const { topic, emails } = requireSubscribers(subscribers, (message) => this.fail(message));
    topic.allowBudgets();
    this.arn = this.arnFor('budgets.aws.m.upbound.io/Budget');

    new budgets.Budget(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          accountId: this.landing.account,
          timeUnit: period,
          ...this.measured(measure),
          notification: alerts.map(({ when, percent }) => ({
            notificationType: when === 'forecast above' ? 'FORECASTED' : 'ACTUAL',
            comparisonOperator: when === 'actual below' ? 'LESS_THAN' : 'GREATER_THAN',
            thresholdType: 'PERCENTAGE',
            threshold: percent,
            subscriberSnsTopicArns: [topic.arn],
            ...(emails.length > 0 && { subscriberEmailAddresses: emails }),
          })),
          tags: this.tags,
        },
      },
    });
  }

  /**
   * Cost types and filters as AWS wants them:
   * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html
   */
  private measured(measure: BudgetMeasure): Partial<budgets.BudgetSpecForProvider> & { budgetType: string } {
    switch (measure.of) {
      case 'cost':
        return {
          budgetType: 'COST',
          limitAmount: String(measure.usd),
          limitUnit: 'USD',
          ...(measure.tag && {
            costFilter: [{ name: 'TagKeyValue', values: [`user:${measure.tag.key}$${measure.tag.value}`] }],
          }),
        };
      case 'usage':
        return {
          budgetType: 'USAGE',
          limitAmount: String(measure.amount),
          limitUnit: measure.unit,
          costFilter: [{ name: 'UsageTypeGroup', values: [measure.usageTypeGroup] }],
        };
      case 'reservations':
        return {
          budgetType: 'RI_UTILIZATION',
          limitAmount: '100',
          limitUnit: 'PERCENTAGE',
          costTypes: NO_COSTS,
          costFilter: [{ name: 'Service', values: [RESERVED_SERVICES[measure.service]] }],
        };
    }
  }
}
