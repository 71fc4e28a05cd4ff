import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';

const BUDGET = 'budgets.aws.m.upbound.io/Budget';
const MONITOR = 'ce.aws.m.upbound.io/AnomalyMonitor';
const RESOURCE = 'cloudcontrol.aws.m.upbound.io/Resource';

const typeOf = (resource: Manifest) => at(resource, 'spec.forProvider.typeName');
const has = (typeName: string) => (evidence: Evidence) =>
  evidence.all(RESOURCE).some((one) => typeOf(one) === typeName);

interface Notification {
  readonly notificationType: string;
  readonly comparisonOperator: string;
}

const budgetsOf = (evidence: Evidence, type: string) =>
  evidence.all(BUDGET).filter((budget) => at(budget, 'spec.forProvider.budgetType') === type);
const notificationsOf = (evidence: Evidence, type: string) =>
  budgetsOf(evidence, type).flatMap((budget) => (at(budget, 'spec.forProvider.notification') ?? []) as Notification[]);

/** What people do in the console, and only they; the category sorts what they look at. */
const person = (because: string, source: string) => ({ chosen: 'by hand', because, source });
const byHand = (evidence: Evidence) => (has('AWS::CE::CostCategory')(evidence) ? 'by hand' : undefined);

/** What the document asks of Cost Explorer and Budgets. */
export const cost: readonly DocumentValue[] = [
  { path: 'Cost Explorer: Usage Analysis', value: true, read: has('AWS::CE::CostCategory') },
  {
    path: 'Cost Explorer: Forecasting',
    value: true,
    read: (evidence) =>
      notificationsOf(evidence, 'COST').some(({ notificationType }) => notificationType === 'FORECASTED'),
  },
  {
    path: 'Cost Explorer: Recommendations',
    value: true,
    read: byHand,
    deviation: person(
      'AWS shows recommendations to whoever opens Cost Explorer; there is nothing to make',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/ri-recommendations.html',
    ),
  },
  {
    path: 'Cost Explorer: Custom Reports',
    value: true,
    read: byHand,
    deviation: person(
      'AWS has no API that saves a report of Cost Explorer; people save theirs in the console, by the cost category',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-reports.html',
    ),
  },
  {
    path: 'Budgets: Budget Alerts',
    value: ['ACTUAL', 'FORECASTED'],
    read: (evidence) => [...new Set(notificationsOf(evidence, 'COST').map((one) => one.notificationType))].sort(),
  },
  { path: 'Budgets: Usage Budgets', value: true, read: (evidence) => budgetsOf(evidence, 'USAGE').length > 0 },
  {
    path: 'Budgets: Reserved Instance utilization',
    value: true,
    read: (evidence) =>
      notificationsOf(evidence, 'RI_UTILIZATION').some((one) => one.comparisonOperator === 'LESS_THAN'),
  },
  {
    path: 'Budgets: Cost Anomaly Detection',
    value: true,
    read: (evidence) => evidence.all(MONITOR).length > 0 && has('AWS::CE::AnomalySubscription')(evidence),
  },
];
