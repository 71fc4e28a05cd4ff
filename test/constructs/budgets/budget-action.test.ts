import type { PlatformChart } from '../../../charts/platform-chart';
import { Budget } from '../../../constructs/budgets/budget';
import { BudgetFreeze } from '../../../constructs/budgets/budget-action';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';

const alerts = (scope: PlatformChart) => new Topic(scope, 'alerts');
const above = { when: 'actual above', percent: 100 } as const;
const POLICY = 'arn:aws:iam::123456789012:policy/platform-bootstrap/platform-freeze';
const EXECUTION = 'arn:aws:iam::123456789012:role/platform-bootstrap/platform-freeze-execution';
const freeze = (scope: PlatformChart, change: object = {}) => {
  const topic = alerts(scope);
  return new BudgetFreeze(scope, 'freeze', {
    budget: new Budget(scope, 'spending', {
      measure: { of: 'cost', usd: 1_000 },
      alerts: [above],
      subscribers: { topic },
    }),
    percent: 120,
    policyArn: POLICY,
    roles: ['karpenter'],
    executionRole: { arn: EXECUTION },
    subscribers: { topic },
    ...change,
  });
};

describe('BudgetFreeze', () => {
  test('GIVEN a freeze WHEN it is made THEN a person has to agree, and it makes neither policy nor role', () => {
    const scope = chart();
    freeze(scope);
    const all = manifests(scope);
    expect(all['freeze']!.spec['forProvider']).toMatchObject({
      approvalModel: 'MANUAL',
      actionType: 'APPLY_IAM_POLICY',
      budgetNameRef: { name: 'spending' },
      definition: { iamActionDefinition: { policyArn: POLICY, roles: ['karpenter'] } },
      executionRoleArn: EXECUTION,
    });
    expect(Object.keys(all).sort()).toEqual(['alerts', 'freeze', 'spending']);
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a freeze at 0 %',
      (scope) => freeze(scope, { percent: 0 }),
      `${where}/freeze: percent is 0 %, more than 0 and at most 1000000 are allowed`,
    ],
    [
      'a freeze of nobody',
      (scope) => freeze(scope, { roles: [] }),
      `${where}/freeze: number of roles is 0, a whole number from 1 to 100 is allowed`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
