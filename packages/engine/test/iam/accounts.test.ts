import { type Policies, type Principal, type Request, readPolicy } from '../../src/iam';
import { ACCOUNT, decisionOf, KEY, messagesOf, OTHER, policy, QUEUE, ROLE, USER } from './fixtures';

const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/worker/i-0123`;
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/carlossalazar`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const inSession: Principal = { role: ROLE, session: 'i-0123' };

const all = policy('role/worker', {});
const other = policy('role/worker', { Action: 's3:*' });
const to = (principal: unknown, more: object = {}) => policy("the queue's policy", { Principal: principal, ...more });

/**
 * The table "Resource-based policies and implicit denies in other policy types (same account)".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
describe("a resource's policy in the same account", () => {
  const nothing = { identity: [other], boundary: policy('the boundary', { Action: 's3:*' }) };
  const bounded = { identity: [other], boundary: policy('the boundary', { Action: 'sqs:*' }) };
  const session = [policy('the session', { Action: 's3:*' })];

  test.each<[string, Principal, unknown, Policies, string]>([
    ['a role', inSession, ROLE, { identity: [other] }, 'allowed'],
    ['a role', inSession, ROLE, nothing, 'denied'],
    ['a role', inSession, ROLE, bounded, 'allowed'],
    ['a role', inSession, ROLE, { ...bounded, session }, 'denied'],
    ['a role', SESSION, ROLE, { identity: [other] }, 'allowed'],
    ['a session', inSession, SESSION, nothing, 'allowed'],
    ['a session', inSession, SESSION, { ...nothing, session }, 'allowed'],
    ['another session', inSession, `${SESSION}4`, nothing, 'denied'],
    ['a session, of a role whose session is not known', ROLE, SESSION, nothing, 'unknown'],
    ['a user', USER, USER, nothing, 'allowed'],
    ['another user', USER, `${USER}2`, nothing, 'denied'],
    ['a federated user', FEDERATED, FEDERATED, nothing, 'allowed'],
    ['the user who federated', FEDERATED, USER, nothing, 'unknown'],
    ['everyone', ROLE, '*', nothing, 'allowed'],
    ['the account', inSession, ROOT, { identity: [other] }, 'denied'],
    ['the account', inSession, ACCOUNT, { identity: [all] }, 'allowed'],
    ['the account', inSession, ACCOUNT, { ...bounded, identity: [all] }, 'allowed'],
    ['the account', inSession, ACCOUNT, { ...nothing, identity: [all] }, 'denied'],
    ['a canonical user', inSession, undefined, { identity: [other] }, 'unknown'],
  ])(
    'GIVEN it names %s WHEN %j asks THEN the limits count as documented',
    (_, principal, named, policies, decision) => {
      const element =
        named === undefined ? { CanonicalUser: '79a59df900b949e5' } : named === '*' ? '*' : { AWS: named };
      expect(decisionOf({ principal }, { ...policies, resource: to(element) })).toBe(decision);
    },
  );

  test('GIVEN that it denies the account WHEN its role asks THEN it is denied', () => {
    const denying = policy("the queue's policy", { Sid: 'No', Effect: 'Deny', Principal: { AWS: ACCOUNT } });
    expect(messagesOf({}, { identity: [all], resource: denying })).toEqual([
      "denied by statement No of the queue's policy",
    ]);
  });

  test('GIVEN a session policy that allows less WHEN asked THEN it limits the role', () => {
    expect(decisionOf({ principal: inSession }, { identity: [all], session })).toBe('denied');
  });

  test('GIVEN a federated user without a session policy WHEN asked THEN identity policies give nothing', () => {
    expect(decisionOf({ principal: FEDERATED }, { identity: [all] })).toBe('denied');
    expect(decisionOf({ principal: FEDERATED }, { identity: [all], session: [all] })).toBe('allowed');
  });

  test('GIVEN the root of the account WHEN it asks THEN it may, but for what is denied and what an SCP leaves out', () => {
    expect(decisionOf({ principal: ROOT }, {})).toBe('allowed');
    expect(decisionOf({ principal: ROOT }, { scps: [[other]] })).toBe('denied');
    expect(decisionOf({ principal: ROOT }, { resource: to('*', { Effect: 'Deny' }) })).toBe('denied');
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
describe('NotPrincipal', () => {
  const except = (...names: string[]) => policy('the policy', { Effect: 'Deny', NotPrincipal: { AWS: names } });

  test.each<[string, Principal, string[], string]>([
    ['the user and the account', USER, [USER, ROOT], 'allowed'],
    ['the user alone', USER, [USER], 'unknown'],
    ['another user and its account', USER, [`arn:aws:iam::${OTHER}:user/Bob`, OTHER], 'denied'],
    ['session, role and account', inSession, [SESSION, ROLE, ROOT], 'allowed'],
    ['role and account', inSession, [ROLE, ROOT], 'unknown'],
  ])('GIVEN a Deny for all but %s WHEN asked THEN %j: %s', (_, principal, named, decision) => {
    expect(decisionOf({ principal }, { identity: [all], resource: except(...named) })).toBe(decision);
  });

  test('GIVEN a boundary WHEN a Deny has a NotPrincipal THEN it denies whoever is bounded', () => {
    expect(decisionOf({ principal: USER }, { identity: [all], boundary: all, resource: except(USER, ROOT) })).toBe(
      'denied',
    );
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
describe('another account', () => {
  const queue = QUEUE.replace(ACCOUNT, OTHER);

  test.each<[string, Policies, string]>([
    ['only the identity policy allows it', { identity: [all] }, 'denied'],
    ['only the resource allows it', { resource: to({ AWS: ROLE }) }, 'denied'],
    ['only the resource allows it, to everyone', { resource: to('*') }, 'denied'],
    ['only the resource allows it, to the session', { resource: to({ AWS: SESSION }) }, 'denied'],
    ['both allow it', { identity: [all], resource: to({ AWS: ROLE }) }, 'allowed'],
    ['both allow it, the resource to the account', { identity: [all], resource: to({ AWS: ACCOUNT }) }, 'allowed'],
    ['both allow it, the resource to everyone', { identity: [all], resource: to('*') }, 'allowed'],
    ['the boundary does not', { identity: [all], boundary: other, resource: to({ AWS: ROLE }) }, 'denied'],
    ['the resource allows it to another account', { identity: [all], resource: to({ AWS: OTHER }) }, 'denied'],
  ])('GIVEN that %s WHEN asked THEN both sides count', (_, policies, decision) => {
    expect(decisionOf({ principal: inSession, resource: queue }, policies)).toBe(decision);
  });

  test('GIVEN a bucket, whose ARN has no account WHEN asked THEN it has to be told', () => {
    const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::logs/a' };
    expect(messagesOf(request, { identity: [all] })).toEqual([
      'hangs on the account of arn:aws:s3:::logs/a, which is not known',
    ]);
    expect(decisionOf({ ...request, resourceAccount: ACCOUNT }, { identity: [all] })).toBe('allowed');
    expect(decisionOf({ ...request, resourceAccount: OTHER }, { identity: [all] })).toBe('denied');
    expect(decisionOf(request, { identity: [policy('role/worker', { Action: 'sqs:*' })] })).toBe('denied');
  });
});

describe('services and strangers', () => {
  test.each<[Principal, unknown, string]>([
    ['sns.amazonaws.com', { Service: 'sns.amazonaws.com' }, 'allowed'],
    ['sns.amazonaws.com', { Service: ['s3.amazonaws.com', 'sns.amazonaws.com'] }, 'allowed'],
    ['sns.amazonaws.com', { Service: 's3.amazonaws.com' }, 'denied'],
    ['sns.amazonaws.com', '*', 'allowed'],
    ['sns.amazonaws.com', { AWS: '*' }, 'unknown'],
    ['sns.amazonaws.com', { AWS: ACCOUNT }, 'denied'],
    ['logs.us-east-1.amazonaws.com', { Service: 'logs.amazonaws.com' }, 'unknown'],
    ['*', '*', 'allowed'],
    ['*', { AWS: '*' }, 'allowed'],
    ['*', { AWS: ACCOUNT }, 'denied'],
    [ROLE, { Service: 'sns.amazonaws.com' }, 'denied'],
  ])('GIVEN %j WHEN the queue allows it to %j THEN its policy alone counts: %s', (principal, named, decision) => {
    expect(decisionOf({ principal }, { resource: to(named) })).toBe(decision);
  });

  test('GIVEN a service and no policy of the resource WHEN asked THEN identity policies do not help', () => {
    expect(decisionOf({ principal: 'sns.amazonaws.com' }, { identity: [all] })).toBe('denied');
  });

  test("GIVEN a topic's ARN as a condition WHEN the service comes for another topic THEN it is denied", () => {
    const named = to(
      { Service: 'sns.amazonaws.com' },
      { Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:orders' } } },
    );
    const from = (arn?: string) =>
      decisionOf({ principal: 'sns.amazonaws.com', context: { 'aws:SourceArn': arn } }, { resource: named });
    expect(from('arn:aws:sns:us-east-1:111122223333:orders')).toBe('allowed');
    expect(from('arn:aws:sns:us-east-1:111122223333:others')).toBe('denied');
    expect(from()).toBe('unknown');
  });
});

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
describe('keys', () => {
  const request: Partial<Request> = { action: 'kms:Decrypt', resource: KEY };
  const toAccount = to({ AWS: ROOT });
  const decrypts = policy('role/worker', { Action: 'kms:Decrypt' });

  test.each<[string, Policies, string]>([
    ['leaves it to the account, whose policy allows it', { identity: [decrypts], resource: toAccount }, 'allowed'],
    ['leaves it to the account, whose policy does not', { identity: [other], resource: toAccount }, 'denied'],
    ['leaves it to the account', { identity: [decrypts], resource: toAccount, boundary: other }, 'denied'],
    ['names the role', { resource: to({ AWS: ROLE }) }, 'allowed'],
    ['names the role', { resource: to({ AWS: ROLE }), boundary: other }, 'denied'],
    ['names another role', { identity: [decrypts], resource: to({ AWS: `${ROLE}2` }) }, 'denied'],
    [
      'leaves other actions to the account',
      { identity: [decrypts], resource: to({ AWS: ROOT }, { Action: 'kms:Describe*' }) },
      'denied',
    ],
    ['is not given', { identity: [decrypts] }, 'unknown'],
  ])('GIVEN that the key policy %s WHEN asked THEN identity policies count only with it', (_, policies, decision) => {
    expect(decisionOf(request, policies)).toBe(decision);
  });

  test('GIVEN a key policy that names others WHEN asked THEN the reason says so', () => {
    const resource = policy('the key policy', { Principal: { AWS: OTHER } });
    expect(messagesOf(request, { identity: [decrypts], resource })).toEqual([
      `no statement of the key policy allows kms:Decrypt on ${KEY}`,
      'no statement of the key policy leaves kms:Decrypt to the account',
    ]);
  });

  test('GIVEN an alias, which has no policy WHEN asked THEN an identity policy is enough', () => {
    const alias = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/orders`;
    expect(decisionOf({ action: 'kms:CreateAlias', resource: alias }, { identity: [all] })).toBe('allowed');
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
describe('assuming a role', () => {
  const target = `arn:aws:iam::${ACCOUNT}:role/deployer`;
  const trusting = (principal: unknown, action = 'sts:AssumeRole') =>
    policy('the trust policy', { Principal: principal, Action: action });
  const assumes = policy('role/worker', { Action: 'sts:AssumeRole' });

  test.each<[string, Principal, Policies, string]>([
    ['names the role', inSession, { resource: trusting({ AWS: ROLE }) }, 'allowed'],
    ['names the user', USER, { resource: trusting({ AWS: USER }) }, 'allowed'],
    ['names the role', inSession, { resource: trusting({ AWS: ROLE }), boundary: other }, 'denied'],
    ['names the account', inSession, { resource: trusting({ AWS: ROOT }) }, 'denied'],
    ['names the account', inSession, { resource: trusting({ AWS: ROOT }), identity: [assumes] }, 'allowed'],
    ['names another', inSession, { resource: trusting({ AWS: USER }), identity: [assumes] }, 'denied'],
    ['names a service', 'ec2.amazonaws.com', { resource: trusting({ Service: 'ec2.amazonaws.com' }) }, 'allowed'],
    ['names a service', 'lambda.amazonaws.com', { resource: trusting({ Service: 'ec2.amazonaws.com' }) }, 'denied'],
    ['names the account, whose root', ROOT, { resource: trusting({ AWS: ROOT }) }, 'denied'],
    ['is not given', inSession, { identity: [assumes] }, 'unknown'],
  ])('GIVEN that the trust policy %s WHEN %j asks THEN it decides', (_, principal, policies, decision) => {
    expect(decisionOf({ principal, action: 'sts:AssumeRole', resource: target }, policies)).toBe(decision);
  });

  test('GIVEN an identity provider WHEN a token of it comes THEN the trust policy and its conditions decide', () => {
    const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC`;
    const subject = 'oidc.eks.us-east-1.amazonaws.com/id/ABC:sub';
    const resource = policy('the trust policy', {
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [subject]: 'system:serviceaccount:apps:worker' } },
    });
    const by = (federated: string, sub: string) =>
      decisionOf(
        {
          principal: { federated },
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: target,
          context: { [subject]: sub },
        },
        { resource },
      );
    expect(by(provider, 'system:serviceaccount:apps:worker')).toBe('allowed');
    expect(by(provider, 'system:serviceaccount:apps:other')).toBe('denied');
    expect(by('accounts.google.com', 'system:serviceaccount:apps:worker')).toBe('denied');
  });

  test('GIVEN a trust policy without Resource WHEN asked THEN it is the role itself', () => {
    const resource = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:*' },
    };
    expect(
      decisionOf({ action: 'sts:AssumeRole', resource: target }, { resource: readPolicy(resource, 'trust') }),
    ).toBe('allowed');
  });
});

describe('service control policies', () => {
  test.each<[string, Policies['scps'], string]>([
    ['every level allows it', [[all], [all, other]], 'allowed'],
    ['a level does not', [[all], [other]], 'denied'],
    ['a level has none', [[all], []], 'denied'],
    ['one denies it', [[all, policy('guardrail', { Effect: 'Deny' })], [all]], 'denied'],
  ])('GIVEN that %s WHEN asked THEN it counts for everybody of the account', (_, scps, decision) => {
    expect(decisionOf({}, { identity: [all], scps })).toBe(decision);
    expect(decisionOf({}, { resource: to({ AWS: ROLE }), scps })).toBe(decision);
  });

  test('GIVEN an SCP that allows nothing WHEN a service asks THEN it does not count', () => {
    const resource = to({ Service: 'sns.amazonaws.com' });
    expect(decisionOf({ principal: 'sns.amazonaws.com' }, { resource, scps: [[]] })).toBe('allowed');
  });
});
