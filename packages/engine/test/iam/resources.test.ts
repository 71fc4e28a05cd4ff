import { readPolicy } from '../../src/iam';
import { ACCOUNT, decisionOf, policy, QUEUE, USER } from './fixtures';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
describe('resources', () => {
  const objects = (pattern: string, key: string) =>
    decisionOf(
      { action: 's3:GetObject', resource: `arn:aws:s3:::amzn-s3-demo-bucket/${key}`, resourceAccount: ACCOUNT },
      { identity: [policy('role/x', { Resource: `arn:aws:s3:::amzn-s3-demo-bucket/${pattern}` })] },
    );

  test.each([
    '1/test/object.jpg',
    '1/2/test/object.jpg',
    '1///test///object.jpg',
    '1/test/.jpg',
    '/test/object.jpg',
    '1/test/',
  ])('GIVEN */test/* WHEN asked for %s THEN it fits', (key) => {
    expect(objects('*/test/*', key)).toBe('allowed');
  });

  test.each(['1-test/object.jpg', 'test/object.jpg', '1/2/test.jpg'])(
    'GIVEN */test/* WHEN asked for %s THEN it does not fit',
    (key) => {
      expect(objects('*/test/*', key)).toBe('denied');
    },
  );

  test.each<[string, string, string]>([
    ['arn:aws:sqs:*:*:orders', QUEUE, 'allowed'],
    ['arn:*:sqs:us-????-1:*:ord*', QUEUE, 'allowed'],
    ['arn:aws:sqs:us-east-1:111122223333:Orders', QUEUE, 'denied'],
    ['arn:aws:sqs:*:orders', QUEUE, 'unknown'],
    ['arn:aws:*:*:111122223333:orders:x', `arn:aws:a:b:c:111122223333:orders:x`, 'unknown'],
    ['*', '*', 'allowed'],
    ['arn:aws:sqs:*:*:*', '*', 'denied'],
  ])('GIVEN %s WHEN asked for %s THEN each field is compared: %s', (pattern, resource, decision) => {
    const identity = [policy('role/x', { Resource: pattern })];
    expect(decisionOf({ resource, resourceAccount: ACCOUNT }, { identity })).toBe(decision);
  });

  test('GIVEN NotResource WHEN asked THEN everything but that', () => {
    const identity = [policy('role/x', { NotResource: ['arn:aws:sqs:*:*:orders', 'arn:aws:sns:*:*:*'] })];
    expect(decisionOf({}, { identity })).toBe('denied');
    expect(decisionOf({ resource: `${QUEUE}-dlq` }, { identity })).toBe('allowed');
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
describe('actions', () => {
  test.each<[object, string, string]>([
    [{ Action: 'iam:*AccessKey*' }, 'iam:ListAccessKeys', 'allowed'],
    [{ Action: 'IAM:listaccesskeys' }, 'iam:ListAccessKeys', 'allowed'],
    [{ Action: 'iam:*AccessKey*' }, 'iam:ListUsers', 'denied'],
    [{ Action: ['sqs:*', 'iam:List?sers'] }, 'iam:ListUsers', 'allowed'],
    [{ NotAction: 'iam:*' }, 'sqs:SendMessage', 'allowed'],
    [{ NotAction: ['iam:*', 'SQS:*'] }, 'sqs:SendMessage', 'denied'],
    [{ Action: '*:*' }, 'sqs:SendMessage', 'allowed'],
  ])('GIVEN %j WHEN asked for %s THEN %s', (statement, action, decision) => {
    expect(decisionOf({ action }, { identity: [policy('role/x', statement as Record<string, unknown>)] })).toBe(
      decision,
    );
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html */
test('GIVEN the example of Carlos and his logs WHEN he saves files THEN the documented answers come out', () => {
  const identity = readPolicy(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowS3ListRead',
          Effect: 'Allow',
          Action: ['s3:GetBucketLocation', 's3:ListAllMyBuckets'],
          Resource: 'arn:aws:s3:::*',
        },
        {
          Sid: 'AllowS3Self',
          Effect: 'Allow',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar'],
        },
        { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::*log*' },
      ],
    },
    'user/carlossalazar',
  );
  const saves = (resource: string, policies: object) =>
    decisionOf(
      { principal: USER, action: 's3:PutObject', resource, resourceAccount: ACCOUNT },
      { identity: [identity], ...policies },
    );
  const own = policy('the bucket', { Principal: { AWS: USER }, Action: 's3:*' });
  expect(saves('arn:aws:s3:::carlossalazar-logs/a', { resource: own })).toBe('denied');
  expect(saves('arn:aws:s3:::carlossalazar/a', { resource: own })).toBe('allowed');
  expect(saves('arn:aws:s3:::carlossalazar/a', {})).toBe('allowed');
  expect(saves('arn:aws:s3:::others/a', {})).toBe('denied');
  expect(saves('arn:aws:s3:::others/a', { resource: own })).toBe('allowed');
});
