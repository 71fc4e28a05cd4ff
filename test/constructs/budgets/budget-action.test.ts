import type { PlatformChart } from '../../../charts/platform-chart';
import { Budget } from '../../../constructs/budgets/budget';
import { BudgetFreeze } from '../../../constructs/budgets/budget-action';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';

const alerts = (scope: PlatformChart) => new Topic(scope, 'alerts');
const above = { when: 'actual above', percent: 100 } as const;
const freeze = (scope: PlatformChart, change: object = {}) => {
  const topic = alerts(scope);
  return new BudgetFreeze(scope, 'freeze', {
    budget: new Budget(scope, 'spending', {
      measure: { of: 'cost', usd: 1_000 },
      alerts: [above],
      subscribers: { topic },
    }),
    percent: 120,
    denies: ['ec2:RunInstances'],
    roles: [{ path: '/platform-bootstrap/', name: 'karpenter' }],
    subscribers: { topic },
    ...change,
  });
};

describe('BudgetFreeze', () => {
  test('GIVEN a freeze WHEN it is made THEN a person has to agree, and its role can attach that one policy there alone', () => {
    const scope = chart();
    freeze(scope);
    const all = manifests(scope);
    const policyArn = 'arn:aws:iam::123456789012:policy/platform/freeze';
    expect(all['freeze']!.spec['forProvider']).toMatchObject({
      approvalModel: 'MANUAL',
      actionType: 'APPLY_IAM_POLICY',
      budgetNameRef: { name: 'spending' },
      definition: { iamActionDefinition: { policyArn, roles: ['karpenter'] } },
      executionRoleArn: 'arn:aws:iam::123456789012:role/platform/freeze-execution',
    });
    const { desiredState } = all['freeze-policy']!.spec['forProvider'] as Record<string, string>;
    expect(JSON.parse(desiredState!)).toMatchObject({
      PolicyDocument: { Statement: [{ Effect: 'Deny', Action: 'ec2:RunInstances' }] },
    });
    const { freeze: text } = all['freeze-execution']!.spec['inlinePolicies'] as Record<string, string>;
    expect(JSON.parse(text!).Statement).toEqual([
      {
        Sid: 'AttachOnlyThis',
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
        Resource: 'arn:aws:iam::123456789012:role/platform-bootstrap/karpenter',
        Condition: { ArnEquals: { 'iam:PolicyARN': policyArn } },
      },
    ]);
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
