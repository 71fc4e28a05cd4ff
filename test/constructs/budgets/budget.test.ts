import type { PlatformChart } from '../../../charts/platform-chart';
import { Budget, type BudgetProps } from '../../../constructs/budgets/budget';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';

const alerts = (scope: PlatformChart) => new Topic(scope, 'alerts');
const above = { when: 'actual above', percent: 100 } as const;
const budget = (scope: PlatformChart, change: Partial<BudgetProps> = {}, id = 'spending') =>
  new Budget(scope, id, {
    measure: { of: 'cost', usd: 1_000 },
    alerts: [above],
    subscribers: change.subscribers ?? { topic: alerts(scope) },
    ...change,
  });
const reservations = { of: 'reservations', service: 'RDS' } as const;
const forProvider = (scope: PlatformChart, name: string) =>
  manifests(scope)[name]!.spec['forProvider'] as Record<string, unknown>;

describe('Budget', () => {
  test('GIVEN a limit for a tag WHEN a budget is made THEN topic and addresses are told, and the topic lets budgets publish', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const topic = alerts(scope);
    const { arn } = budget(scope, {
      measure: { of: 'cost', usd: 1_000, tag: { key: 'Environment', value: 'staging' } },
      alerts: [{ when: 'forecast above', percent: 80 }, above],
      subscribers: { topic, emails: ['finance@company.com'] },
    });
    expect(arn).toBe('arn:aws:budgets::123456789012:budget/staging-spending');
    const { metadata } = manifests(scope)['spending']!;
    expect(metadata.annotations).toHaveProperty(['crossplane.io/external-name'], 'staging-spending');
    expect(forProvider(scope, 'spending')).toMatchObject({
      budgetType: 'COST',
      limitAmount: '1000',
      limitUnit: 'USD',
      costFilter: [{ name: 'TagKeyValue', values: ['user:Environment$staging'] }],
      notification: [
        { notificationType: 'FORECASTED', comparisonOperator: 'GREATER_THAN', threshold: 80 },
        {
          notificationType: 'ACTUAL',
          threshold: 100,
          subscriberEmailAddresses: ['finance@company.com'],
          subscriberSnsTopicArns: [topic.arn],
        },
      ],
    });
    const { Statement } = JSON.parse(manifests(scope)['alerts']!.spec['policy'] as string);
    expect(Statement[0]).toMatchObject({
      Sid: 'AllowBudgets',
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:budgets::123456789012:*' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  test('GIVEN reservations WHEN a budget is made THEN its limit is all of them, of one service, and it tells below', () => {
    const scope = chart();
    budget(scope, { measure: reservations, alerts: [{ when: 'actual below', percent: 80 }] });
    expect(forProvider(scope, 'spending')).toMatchObject({
      budgetType: 'RI_UTILIZATION',
      limitAmount: '100',
      limitUnit: 'PERCENTAGE',
      costFilter: [{ name: 'Service', values: ['Amazon Relational Database Service'] }],
      costTypes: { includeSubscription: true, includeTax: false },
      notification: [{ notificationType: 'ACTUAL', comparisonOperator: 'LESS_THAN', threshold: 80 }],
    });
  });

  const where = 'production/test/chart';
  const emails = Array.from({ length: 11 }, (_, index) => `p${index}@company.com`);
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a budget name with a colon',
      (scope) => budget(scope, {}, 'all:spending'),
      `${where}/all:spending: budget name 'all:spending' (12 characters) is not allowed, only 1 to 100 characters without : and \\`,
    ],
    [
      'a budget name with a backslash',
      (scope) => budget(scope, {}, 'all\\spending'),
      `budget name 'all\\spending' (12 characters) is not allowed`,
    ],
    ['a budget name of 101 letters', (scope) => budget(scope, {}, 'b'.repeat(101)), '(101 characters) is not allowed'],
    [
      'a threshold of 0',
      (scope) => budget(scope, { alerts: [{ when: 'actual above', percent: 0 }] }),
      `${where}/spending: the alert 'actual above' is at 0 %, more than 0 and at most 1000000 are allowed`,
    ],
    [
      'a threshold over a million',
      (scope) => budget(scope, { alerts: [{ when: 'actual above', percent: 1_000_001 }] }),
      `${where}/spending: the alert 'actual above' is at 1000001 %, more than 0 and at most 1000000 are allowed`,
    ],
    [
      'a threshold that is no number',
      (scope) => budget(scope, { alerts: [{ when: 'actual above', percent: Number.NaN }] }),
      `${where}/spending: the alert 'actual above' is at NaN %, more than 0`,
    ],
    [
      'reservations used by more than all',
      (scope) => budget(scope, { measure: reservations, alerts: [{ when: 'actual below', percent: 101 }] }),
      `${where}/spending: the alert 'actual below' is at 101 %, more than 0 and at most 100 are allowed`,
    ],
    [
      'reservations that tell above',
      (scope) => budget(scope, { measure: reservations }),
      `${where}/spending: the alert 'actual above' is not for reservations, only 'actual below' is`,
    ],
    [
      'reservations with a forecast',
      (scope) => budget(scope, { measure: reservations, alerts: [{ when: 'forecast above', percent: 80 }] }),
      `${where}/spending: the alert 'forecast above' is not for reservations, only 'actual below' is`,
    ],
    [
      'a cost that tells below',
      (scope) => budget(scope, { alerts: [{ when: 'actual below', percent: 80 }] }),
      `${where}/spending: the alert 'actual below' is for reservations only, not for cost`,
    ],
    [
      'the forecast of a day',
      (scope) => budget(scope, { period: 'DAILY', alerts: [{ when: 'forecast above', percent: 80 }] }),
      `${where}/spending: a daily budget has no forecast, only of actual values can be told`,
    ],
    ['no alert', (scope) => budget(scope, { alerts: [] }), `${where}/spending: the budget has 0 alerts, 1 to 10 are`],
    [
      '11 alerts',
      (scope) =>
        budget(scope, {
          alerts: Array.from({ length: 11 }, (_, index) => ({ when: 'actual above', percent: index + 1 })),
        }),
      `${where}/spending: the budget has 11 alerts, 1 to 10 are allowed`,
    ],
    [
      'an alert that stands twice',
      (scope) => budget(scope, { alerts: [above, above] }),
      `${where}/spending: the alert 'actual above 100 %' stands twice`,
    ],
    [
      'a limit of nothing',
      (scope) => budget(scope, { measure: { of: 'cost', usd: 0 } }),
      `${where}/spending: the limit is 0, more than 0 is needed`,
    ],
    [
      'usage without a unit',
      (scope) => budget(scope, { measure: { of: 'usage', amount: 1, unit: '', usageTypeGroup: 'EC2: Running Hours' } }),
      `${where}/spending: a budget of usage needs a unit`,
    ],
    [
      '11 addresses',
      (scope) => budget(scope, { subscribers: { topic: alerts(scope), emails } }),
      `${where}/spending: subscribers.emails has 11 addresses, at most 10 are allowed`,
    ],
    [
      'a FIFO topic',
      (scope) => budget(scope, { subscribers: { topic: new Topic(scope, 'alerts.fifo', { fifo: {} }) } }),
      `${where}/spending: subscribers.topic 'alerts.fifo' is a FIFO topic, only a standard one is allowed`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
