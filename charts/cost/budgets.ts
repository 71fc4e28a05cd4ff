import { KARPENTER, SPENDING_FREEZE, SPENDING_FREEZE_ROLE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { Budget } from '../../constructs/budgets/budget';
import { BudgetFreeze } from '../../constructs/budgets/budget-action';
import type { Environment } from '../../environments';
import { bootstrapPolicyArn, bootstrapRole } from '../bootstrap-role';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';

/** What may be spent, and who is told before and when it is. Amounts are the environment's. */
export class Budgets extends PlatformChart {
  readonly spending: Budget;

  constructor(scope: Construct, id: string, environment: Environment, { sns }: { readonly sns: Sns }) {
    super(scope, id, environment);
    const { email, budget, account } = environment.cost;
    const subscribers = { topic: sns.alerts, emails: [email] };

    this.spending = new Budget(this, 'platform-spending', {
      measure: {
        of: 'cost',
        usd: budget.monthlyUsd,
        tag: { key: 'Environment', value: environment.tags['Environment']! },
      },
      alerts: [
        { when: 'forecast above', percent: budget.forecastPercent },
        { when: 'actual above', percent: budget.actualPercent },
      ],
      subscribers,
    });
    // what it denies, and to whom it may be attached, is the bootstrap's: bootstrap/iam/freeze.ts
    new BudgetFreeze(this, 'platform-spending-freeze', {
      budget: this.spending,
      percent: budget.freezePercent,
      policyArn: bootstrapPolicyArn(SPENDING_FREEZE, environment),
      roles: [`${environment.namePrefix}${KARPENTER.serviceAccount}`],
      executionRole: bootstrapRole(SPENDING_FREEZE_ROLE, environment),
      subscribers,
    });
    if (account) this.ofAccount(account, subscribers);
  }

  private ofAccount(
    { usage, reservations }: NonNullable<Environment['cost']['account']>,
    subscribers: { readonly topic: Sns['alerts']; readonly emails: readonly string[] },
  ): void {
    new Budget(this, 'instance-hours', {
      measure: { of: 'usage', amount: usage.runningHours, unit: 'Hrs', usageTypeGroup: 'EC2: Running Hours' },
      alerts: [{ when: 'actual above', percent: usage.percent }],
      subscribers,
    });
    for (const service of reservations.services)
      new Budget(this, `${service.toLowerCase()}-reservations`, {
        measure: { of: 'reservations', service },
        alerts: [{ when: 'actual below', percent: reservations.utilizationPercent }],
        subscribers,
      });
  }
}
