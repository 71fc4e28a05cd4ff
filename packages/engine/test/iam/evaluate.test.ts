import { readPolicy } from '../../src/iam';
import { decisionOf, messagesOf, policy, QUEUE } from './fixtures';

test('GIVEN no policy WHEN asked THEN it is denied, in one sentence', () => {
  expect(messagesOf({}, {})).toEqual([`there is no identity policy that allows sqs:SendMessage on ${QUEUE}`]);
  expect(messagesOf({}, { identity: [policy('role/x', { Action: 'sns:*' })] })).toEqual([
    `no statement of role/x allows sqs:SendMessage on ${QUEUE}`,
  ]);
});

test('GIVEN a Deny WHEN asked THEN it wins', () => {
  const identity = [policy('role/x', {})];
  const boundary = policy('the boundary', {}, { Sid: 'NoQueues', Effect: 'Deny', Action: 'SQS:*' });
  expect(messagesOf({}, { identity, boundary })).toEqual(['denied by statement NoQueues of the boundary']);
  expect(decisionOf({}, { identity })).toBe('allowed');
});

test('GIVEN a document that is not known WHEN asked THEN it hangs on it', () => {
  const unread = readPolicy(undefined, 'policy/managed');
  expect(messagesOf({}, { identity: [unread] })).toEqual([
    'statement Document of policy/managed hangs on the whole document, which is not known',
  ]);
});
