import type { BudgetPeriod } from './budget';

/** What a budget counts. */
export type BudgetMeasure =
  | {
      readonly of: 'cost';
      readonly usd: number;
      /**
       * Only what has this tag, once a person has activated its key for cost allocation.
       * @default everything of the account
       */
      readonly tag?: { readonly key: string; readonly value: string };
    }
  | {
      readonly of: 'usage';
      readonly amount: number;
      /** As AWS measures the group: `Hrs`, `GB`. */
      readonly unit: string;
      /** Such as `EC2: Running Hours`: without one, AWS would add up what has different units. */
      readonly usageTypeGroup: string;
    }
  /** Of what is reserved, how much is used: one service in one budget. */
  | { readonly of: 'reservations'; readonly service: ReservedService };

/** When to tell: what was or will be reached, in percent of the limit. */
export interface BudgetAlert {
  readonly when: 'actual above' | 'forecast above' | 'actual below';
  /** More than 0, at most 1,000,000; of reservations at most 100. */
  readonly percent: number;
}

/** The names that bills have for them; AWS knows reservations of these services only. */
export const RESERVED_SERVICES = {
  EC2: 'Amazon Elastic Compute Cloud - Compute',
  ElastiCache: 'Amazon ElastiCache',
  OpenSearch: 'Amazon OpenSearch Service',
  RDS: 'Amazon Relational Database Service',
  Redshift: 'Amazon Redshift',
} as const;

export type ReservedService = keyof typeof RESERVED_SERVICES;

/**
 * Of a budget of reservations. AWS takes no other, and the provider would say `true`:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/budgets_budget
 */
export const NO_COSTS = {
  includeCredit: false,
  includeDiscount: false,
  includeOtherSubscription: false,
  includeRecurring: false,
  includeRefund: false,
  includeSubscription: true,
  includeSupport: false,
  includeTax: false,
  includeUpfront: false,
  useBlended: false,
};

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html */
const MOST_PERCENT = 1_000_000;
const MOST_ALERTS = 10;

/** What AWS would refuse of a budget, or never tell of. */
export function* budgetProblems(
  measure: BudgetMeasure,
  period: BudgetPeriod,
  alerts: readonly BudgetAlert[],
): Generator<string> {
  if (alerts.length < 1 || alerts.length > MOST_ALERTS)
    yield `the budget has ${alerts.length} alerts, 1 to ${MOST_ALERTS} are allowed`;
  yield* measureProblems(measure);
  const seen = new Set<string>();
  for (const alert of alerts) {
    const said = `${alert.when} ${alert.percent} %`;
    if (seen.has(said)) yield `the alert '${said}' stands twice`;
    seen.add(said);
    yield* alertProblems(measure, period, alert);
  }
}

function* measureProblems(measure: BudgetMeasure): Generator<string> {
  const limit = measure.of === 'cost' ? measure.usd : measure.of === 'usage' ? measure.amount : 1;
  if (!(limit > 0 && Number.isFinite(limit))) yield `the limit is ${limit}, more than 0 is needed`;
  if (measure.of === 'usage' && (measure.unit === '' || measure.usageTypeGroup === ''))
    yield 'a budget of usage needs a unit and the group of usage types that has it';
}

function* alertProblems(
  { of }: BudgetMeasure,
  period: BudgetPeriod,
  { when, percent }: BudgetAlert,
): Generator<string> {
  const isOfReservations = of === 'reservations';
  const most = isOfReservations ? 100 : MOST_PERCENT;
  if (!(percent > 0 && percent <= most))
    yield `the alert '${when}' is at ${percent} %, more than 0 and at most ${most} are allowed`;
  // https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/budgets-create.html
  if (period === 'DAILY' && when === 'forecast above')
    yield 'a daily budget has no forecast, only of actual values can be told';
  if (isOfReservations && when !== 'actual below')
    yield `the alert '${when}' is not for reservations, only 'actual below' is`;
  if (!isOfReservations && when === 'actual below')
    yield `the alert 'actual below' is for reservations only, not for ${of}`;
}
