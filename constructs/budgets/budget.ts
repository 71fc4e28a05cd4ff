import type { Construct } from 'constructs';
import * as budgets from '../../imports/budgets.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Topic } from '../sns/topic';
import { type BudgetAlert, type BudgetMeasure, budgetProblems, NO_COSTS, RESERVED_SERVICES } from './budget-rules';

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

/** At most one topic and ten addresses are told of an alert. */
export interface BudgetSubscribers {
  readonly topic: Topic;
  /** @default none */
  readonly emails?: readonly string[];
}

/** A limit on what is spent or used, or how well reserved instances are used, and who is told when. Of the account, in no region. */
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

  /** Cost types and filters as AWS wants them: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html */
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

/** The subscribers of a budget or of an action of it; fails for more than AWS takes. */
export function requireSubscribers(
  { topic, emails = [] }: BudgetSubscribers,
  fail: (message: string) => never,
): { readonly topic: Topic; readonly emails: string[] } {
  // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html
  if (emails.length > 10) fail(`subscribers.emails has ${emails.length} addresses, at most 10 are allowed`);
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  if (twice !== undefined) fail(`subscribers.emails: '${twice}' stands twice`);
  if (topic.isFifo) fail(`subscribers.topic '${topic.node.id}' is a FIFO topic, only a standard one is allowed`);
  return { topic, emails: [...emails] };
}
