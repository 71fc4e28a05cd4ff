import type { Context } from '../../src/iam';
import { readPolicy } from '../../src/iam';
import { decisionOf } from './fixtures';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';

function decides(
  statement: object,
  resource: string,
  context: Context,
  more: { version?: string; complete?: boolean } = {},
) {
  const { version = '2012-10-17', complete = true } = more;
  const policy = readPolicy(
    { Version: version, Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', ...statement } },
    'user/x',
  );
  const request = { principal: 'arn:aws:iam::111122223333:user/carlos', action: 's3:GetObject', resource };
  return decisionOf(
    { ...request, resourceAccount: '111122223333', context, contextIsComplete: complete },
    { identity: [policy] },
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
describe('policy variables', () => {
  const home = { Resource: `${BUCKET}/\${aws:username}/*` };
  const team = { Resource: `${BUCKET}-\${aws:PrincipalTag/team, 'company-wide'}` };

  test.each<[string, object, string, Context, string]>([
    ['the name of the user', home, `${BUCKET}/carlos/a`, {}, 'allowed'],
    ['the name of another', home, `${BUCKET}/maria/a`, {}, 'denied'],
    ['a key in another case', { Resource: `${BUCKET}/\${AWS:UserName}` }, `${BUCKET}/carlos`, {}, 'allowed'],
    ['a tag', team, `${BUCKET}-yellow`, { 'aws:PrincipalTag/team': 'yellow' }, 'allowed'],
    [
      'a tag, where the default is asked',
      team,
      `${BUCKET}-company-wide`,
      { 'aws:PrincipalTag/team': 'yellow' },
      'denied',
    ],
    ['the default, without the tag', team, `${BUCKET}-company-wide`, {}, 'allowed'],
    ['a literal star', { Resource: `${BUCKET}/\${*}` }, `${BUCKET}/*`, {}, 'allowed'],
    ['a literal star, for other letters', { Resource: `${BUCKET}/\${*}` }, `${BUCKET}/a`, {}, 'denied'],
    ['a literal question mark', { Resource: `${BUCKET}/\${?}\${$}` }, `${BUCKET}/?$`, {}, 'allowed'],
    [
      'two variables',
      { Resource: `${BUCKET}/\${aws:username}-\${x:y}-*` },
      `${BUCKET}/carlos-b-c`,
      { 'x:y': 'b' },
      'allowed',
    ],
    ['a variable without value', { Resource: `${BUCKET}/\${x:y}` }, `${BUCKET}/`, {}, 'denied'],
    [
      'a NotResource without value',
      { Resource: undefined, NotResource: `${BUCKET}/\${x:y}` },
      `${BUCKET}/a`,
      {},
      'unknown',
    ],
    [
      'a value with a wildcard, taken as it is',
      { Resource: `${BUCKET}/\${x:y}` },
      `${BUCKET}/a*`,
      { 'x:y': 'a*' },
      'allowed',
    ],
    [
      'a value with a wildcard, taken as one',
      { Resource: `${BUCKET}/\${x:y}` },
      `${BUCKET}/ab`,
      { 'x:y': 'a*' },
      'unknown',
    ],
    [
      'a value with a wildcard that does not fit',
      { Resource: `${BUCKET}/\${x:y}` },
      `${BUCKET}/b`,
      { 'x:y': 'a*' },
      'denied',
    ],
    ['a key with several values', { Resource: `${BUCKET}/\${x:y}` }, `${BUCKET}/a`, { 'x:y': ['a', 'b'] }, 'unknown'],
  ])(
    'GIVEN a resource with %s WHEN asked THEN it is decided as documented',
    (_, statement, resource, context, decision) => {
      expect(decides(statement, resource, context)).toBe(decision);
    },
  );

  test('GIVEN a variable whose value is not known WHEN asked THEN it is unknown, or denied where no value helps', () => {
    expect(decides(team, `${BUCKET}-company-wide`, {}, { complete: false })).toBe('unknown');
    expect(decides({ Resource: 'arn:aws:sqs:*:*:${x:y}' }, BUCKET, {}, { complete: false })).toBe('denied');
  });

  test('GIVEN the older version WHEN a text has a variable THEN it stands for itself', () => {
    const more = { version: '2008-10-17' };
    expect(decides(home, `${BUCKET}/carlos/a`, {}, more)).toBe('denied');
    expect(decides(home, `${BUCKET}/\${aws:username}/a`, {}, more)).toBe('allowed');
  });

  test.each<[object, Context, string]>([
    [{ StringEquals: { 's3:x': '${aws:username}' } }, { 's3:x': 'carlos' }, 'allowed'],
    [
      { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/'] } },
      { 's3:prefix': 'home/carlos/' },
      'allowed',
    ],
    [{ StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/'] } }, { 's3:prefix': 'home/maria/' }, 'denied'],
    [{ StringEqualsIgnoreCase: { 's3:x': '${AWS:username}' } }, { 's3:x': 'CARLOS' }, 'allowed'],
    [{ StringEquals: { 's3:x': 'a${*}' } }, { 's3:x': 'a*' }, 'allowed'],
    [{ StringLike: { 's3:x': 'a${*}' } }, { 's3:x': 'ab' }, 'denied'],
    [{ ArnLike: { 'x:a': 'arn:aws:iam::*:role/${aws:username}' } }, { 'x:a': 'arn:aws:iam::1:role/carlos' }, 'allowed'],
    [{ StringEquals: { 's3:x': '${x:none}' } }, { 's3:x': '' }, 'denied'],
    [{ StringNotEquals: { 's3:x': '${x:none}' } }, { 's3:x': 'a' }, 'allowed'],
    [{ StringNotLike: { 's3:x': '${x:none}*' } }, { 's3:x': 'a' }, 'allowed'],
  ])('GIVEN the condition %j WHEN the context is %j THEN %s', (condition, context, decision) => {
    expect(decides({ Condition: condition }, `${BUCKET}/a`, context)).toBe(decision);
  });
});
