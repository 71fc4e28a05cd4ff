import { mayAllow, type Policies, type Question } from '../../src/iam';
import { ACCOUNT, policy, QUEUE, ROLE } from './fixtures';

const BOOTSTRAP = `arn:aws:iam::${ACCOUNT}:role/platform-bootstrap/*`;
const question: Question = { principal: ROLE, action: 'iam:Create*', resource: BOOTSTRAP };
const answer = (policies: Policies, more: Partial<Question> = {}) =>
  mayAllow({ ...question, ...more }, policies).answer;
const role = (...statements: object[]): Policies => ({ identity: [policy('role/worker', ...(statements as []))] });

describe('anything within patterns', () => {
  test.each<[string, Policies, string]>([
    ['no policies', {}, 'nothing'],
    ['everything', role({}), 'something'],
    ['one of the actions', role({ Action: 'iam:CreateRole' }), 'something'],
    ['another action', role({ Action: 'iam:DeleteRole' }), 'nothing'],
    ['actions that end alike', role({ Action: 'iam:*Role' }), 'something'],
    ['roles of another path', role({ Resource: `arn:aws:iam::${ACCOUNT}:role/platform/*` }), 'nothing'],
    ['roles of a name', role({ Resource: `arn:aws:iam::${ACCOUNT}:role/*deployer` }), 'something'],
    ['roles of another account', role({ Resource: 'arn:aws:iam::444455556666:role/*' }), 'nothing'],
    ['all actions but those', role({ NotAction: ['iam:Create*', 'sts:*'] }), 'nothing'],
    ['all actions but some of those', role({ NotAction: ['iam:CreateRole'] }), 'something'],
    ['all resources but those', role({ NotResource: `arn:aws:iam::*:role/platform-bootstrap/*` }), 'nothing'],
    ['all resources but one of those', role({ NotResource: `arn:aws:iam::*:role/platform-bootstrap/a` }), 'something'],
    ['everything but what is denied', role({}, { Effect: 'Deny', Action: 'iam:C*' }), 'nothing'],
    ['everything but one action', role({}, { Effect: 'Deny', Action: 'iam:CreateRole' }), 'something'],
    [
      'what two denies cover together',
      role(
        { Action: ['iam:CreateRole', 'iam:CreateUser'] },
        { Effect: 'Deny', Action: 'iam:CreateRole' },
        { Effect: 'Deny', Action: 'iam:CreateU*', Resource: 'arn:aws:iam::*:role/*' },
      ),
      'nothing',
    ],
    [
      'a deny under a condition that is not known',
      role({}, { Effect: 'Deny', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      'unknown',
    ],
    ['under a condition that is not known', role({ Condition: { StringEquals: { 'x:y': '1' } } }), 'unknown'],
    ['a variable that is not known', role({ Resource: 'arn:aws:iam::*:role/platform-bootstrap/${x:y}' }), 'unknown'],
    ['nothing that is understood', role({ Condition: { StringEqual: { 'x:y': '1' } } }), 'unknown'],
    [
      'a part that is free, beside one that is not known',
      role({}, { Effect: 'Deny', Action: 'iam:CreateRole', Condition: { StringEquals: { 'x:y': '1' } } }),
      'something',
    ],
    [
      'what the boundary leaves out',
      { ...role({}), boundary: policy('the boundary', { Action: ['sqs:*', 'iam:Get*'] }) },
      'nothing',
    ],
    [
      'what the boundary has for other roles',
      {
        ...role({ Action: 'iam:*' }),
        boundary: policy('the boundary', { Resource: `arn:aws:iam::${ACCOUNT}:role/platform/*` }),
      },
      'nothing',
    ],
    ['what no SCP allows', { ...role({}), scps: [[policy('scp', { Action: 'sqs:*' })]] }, 'nothing'],
  ])('GIVEN %s WHEN asked for iam:Create* of roles below a path THEN the answer is right', (_, policies, expected) => {
    expect(answer(policies)).toBe(expected);
  });

  test('GIVEN that something is allowed WHEN asked THEN there is an example, and what allows it', () => {
    expect(
      mayAllow(question, role({ Sid: 'Roles', Action: 'iam:CreateRole', Resource: 'arn:aws:iam::*:role/*' })),
    ).toEqual({
      answer: 'something',
      example: { action: 'iam:createrole', resource: `arn:aws:iam::${ACCOUNT}:role/platform-bootstrap/` },
      because: [{ message: 'allowed by statement Roles of role/worker', policy: 'role/worker', statement: 'Roles' }],
    });
  });

  test("GIVEN a queue's policy WHEN asked what a service may send THEN it alone counts", () => {
    const resource = policy('the queue', { Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage' });
    const asked = { resource: QUEUE, principal: 'sns.amazonaws.com' };
    expect(answer({ resource }, { ...asked, action: 'sqs:*' })).toBe('something');
    expect(answer({ resource }, { ...asked, action: 'sqs:Receive*' })).toBe('nothing');
    expect(answer({ resource }, { ...asked, action: '*', principal: 's3.amazonaws.com' })).toBe('nothing');
  });

  test('GIVEN a trust policy WHEN asked for assuming the role THEN identity policies alone do not count', () => {
    const trust = policy('the trust policy', { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' });
    const asked = { action: 'sts:AssumeRole', resource: BOOTSTRAP };
    expect(answer({ ...role({}), resource: trust }, asked)).toBe('nothing');
    expect(answer(role({}), asked)).toBe('unknown');
  });

  test('GIVEN resources of another account WHEN asked THEN both sides count', () => {
    const asked = { action: 'sqs:*', resource: 'arn:aws:sqs:*:444455556666:*' };
    expect(answer(role({}), asked)).toBe('nothing');
    expect(answer({ ...role({}), resource: policy('queue', { Principal: { AWS: ACCOUNT } }) }, asked)).toBe(
      'something',
    );
  });

  test('GIVEN any resource WHEN asked THEN also those whose account is not known', () => {
    expect(answer(role({ Action: 's3:*' }), { action: 's3:*', resource: '*', resourceAccount: ACCOUNT })).toBe(
      'something',
    );
    expect(answer(role({ Action: 's3:*' }), { action: ['sqs:*', 'iam:*'], resource: '*' })).toBe('nothing');
  });
});
