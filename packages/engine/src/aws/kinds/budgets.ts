import { AWS_ID, NO_ARN, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Budgets',
  crossplane: 'budgets',
  cloudFormation: 'Budgets',
  iam: 'budgets',
  dataProtection: 'https://docs.aws.amazon.com/cost-management/latest/userguide/data-protection.html',
};

export const budget = configuration(SERVICE, 'Budget', {
  forms: {
    crossplane: 'Budget',
    cloudFormation: {
      kind: 'AWS::Budgets::Budget',
      fields: { '@name': null },
      without: { tags: none('its kind has no field for tags') },
    },
  },
  arn: { resource: 'budget/{name}', global: true },
  identity: ['@name'],
  why: 'is configuration: its history goes with it, what was paid stays in Cost Explorer',
  tags: 'tags',
  alarms: none('is an alarm itself'),
  edges: { 'notification[]': 'event out' },
});

export const budgetAction = configuration(SERVICE, 'BudgetAction', {
  forms: {
    crossplane: 'BudgetAction',
    cloudFormation: { kind: 'AWS::Budgets::BudgetsAction', fields: { tags: 'ResourceTags' } },
  },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: 'tags',
  alarms: none('is what follows an alarm'),
  edges: { budgetNameRef: 'event in', 'subscriber[]': 'event out' },
});
