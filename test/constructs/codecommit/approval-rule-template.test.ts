import type { PlatformChart } from '../../../charts/platform-chart';
import { ApprovalRuleTemplate } from '../../../constructs/codecommit/approval-rule-template';
import { CodeRepository } from '../../../constructs/codecommit/repository';
import { chart, manifests } from '../scope';

const template = (scope: PlatformChart, change: object = {}, id = 'reviews') =>
  new ApprovalRuleTemplate(scope, id, {
    description: 'Reviews',
    approvals: 2,
    repositories: [new CodeRepository(scope, 'code', { description: 'Code' })],
    ...change,
  });

describe('ApprovalRuleTemplate', () => {
  test('GIVEN a template WHEN it is made THEN each repository has it, and those roles alone approve', () => {
    const scope = chart();
    template(scope, { roles: ['Reviewer'], branches: ['main', 'release'] });
    const all = manifests(scope);
    const { content } = all['reviews']!.spec['forProvider'] as Record<string, string>;
    expect(JSON.parse(content!)).toEqual({
      Version: '2018-11-08',
      DestinationReferences: ['refs/heads/main', 'refs/heads/release'],
      Statements: [
        {
          Type: 'Approvers',
          NumberOfApprovalsNeeded: 2,
          ApprovalPoolMembers: ['arn:aws:sts::123456789012:assumed-role/Reviewer/*'],
        },
      ],
    });
    expect(all['reviews-code']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      approvalRuleTemplateNameRef: { name: 'reviews' },
      repositoryNameRef: { name: 'code' },
    });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'no approval',
      (scope) => template(scope, { approvals: 0 }),
      `${where}/reviews: approvals is 0, a whole number from 1 to 200 is allowed`,
    ],
    [
      '201 approvals',
      (scope) => template(scope, { approvals: 201 }),
      `${where}/reviews: approvals is 201, a whole number from 1 to 200 is allowed`,
    ],
    [
      '51 roles that approve',
      (scope) => template(scope, { roles: Array.from({ length: 51 }, (_, index) => `r${index}`) }),
      `${where}/reviews: number of roles is 51, a whole number from 0 to 50 is allowed`,
    ],
    [
      'a template of more than 3,000 characters',
      (scope) => template(scope, { roles: Array.from({ length: 50 }, (_, index) => `role-with-a-long-name-${index}`) }),
      `${where}/reviews: content has `,
    ],
    [
      'a branch with a blank',
      (scope) => template(scope, { branches: ['my branch'] }),
      `${where}/reviews: branch 'my branch' (9 characters) is not allowed`,
    ],
    [
      'a template of no repository',
      (scope) => template(scope, { repositories: [] }),
      `${where}/reviews: repositories is empty, at least one is needed`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
