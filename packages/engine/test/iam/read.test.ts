import { evaluate, readPolicy } from '../../src/iam';
import { decisionOf, messagesOf, QUEUE, ROLE, send } from './fixtures';

const allow = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
const problemsOf = (document: unknown) =>
  readPolicy(document, 'role/x').problems.map(({ path, message }) => `${path}: ${message}`);
const problemsIn = (statement: object) => problemsOf({ Version: '2012-10-17', Statement: { ...allow, ...statement } });

describe('policies that AWS takes', () => {
  test.each<[string, unknown]>([
    ['one statement', { Version: '2012-10-17', Statement: allow }],
    ['a list', { Version: '2012-10-17', Id: 'x', Statement: [allow, { ...allow, Sid: 'Two' }] }],
    ['JSON', JSON.stringify({ Version: '2012-10-17', Statement: [allow] })],
    ['the older version, which is the default', { Statement: [allow] }],
    ['values that are no texts', { Statement: [{ ...allow, Condition: { Bool: { 'aws:SecureTransport': true } } }] }],
    [
      'every principal',
      {
        Statement: [
          {
            ...allow,
            Principal: {
              AWS: ['*', '111122223333', ROLE],
              Service: 'sns.amazonaws.com',
              Federated: 'accounts.google.com',
              CanonicalUser: '79a5',
            },
          },
        ],
      },
    ],
  ])('GIVEN %s WHEN it is read THEN it has no problem', (_, document) => {
    expect(problemsOf(document)).toEqual([]);
  });
});

describe('documents that are none', () => {
  test.each<[unknown, string]>([
    [undefined, ': is not known'],
    [null, ': is no policy document'],
    [[allow], ': is no policy document'],
    ['{', ': is not JSON: '],
    ['{"Statement": [], "Statement": []}', ': is not JSON: the key "Statement" stands twice'],
    [{ Version: '2012-10-17' }, ': has no Statement'],
    [{ Statement: [] }, ': has no Statement'],
    [
      { Version: '2013-01-01', Statement: allow },
      ': has the version "2013-01-01": allowed are 2012-10-17 and 2008-10-17',
    ],
    [{ Statement: allow, Statements: [] }, ": has no element 'Statements': allowed are Version, Id, Statement"],
  ])('GIVEN %j WHEN it is read THEN the problem says so, and nothing is known', (document, problem) => {
    const policy = readPolicy(document, 'role/x');
    expect(problemsOf(document)).toEqual([expect.stringContaining(problem)]);
    expect(evaluate(send, { identity: [policy] }).decision).toBe('unknown');
  });
});

describe('statements with mistakes', () => {
  test.each<[object, string]>([
    [{ Effect: 'allow' }, 'Statement[0].Effect: is "allow": allowed are Allow and Deny'],
    [{ Effect: undefined }, 'Statement[0].Effect: is undefined: allowed are Allow and Deny'],
    [{ Sid: 1 }, 'Statement[0].Sid: is no text'],
    [{ Actions: 'sqs:*' }, "Statement[0]: has no element 'Actions': allowed are Sid, Effect, Principal, NotPrincipal,"],
    [{ Action: undefined }, 'Statement[0]: has neither Action nor NotAction'],
    [{ NotAction: 'sqs:*' }, 'Statement[0]: has both Action and NotAction'],
    [{ NotResource: '*' }, 'Statement[0]: has both Resource and NotResource'],
    [{ Action: [] }, 'Statement[0].Action: is no text and no list of texts'],
    [{ Action: ['sqs:*', 5] }, 'Statement[0].Action: is no text and no list of texts'],
    [{ Action: 'SendMessage' }, "Statement[0].Action: 'SendMessage' is no action: service:Name"],
    [{ Action: 's*:Get' }, "Statement[0].Action: 's*:Get' is no action: service:Name"],
    [
      { Resource: 'orders' },
      "Statement[0].Resource: 'orders' is no ARN: arn:partition:service:region:account:resource",
    ],
    [{ Resource: 'arn:aws:sqs:*' }, "Statement[0].Resource: 'arn:aws:sqs:*' is no ARN"],
    [
      { Resource: 'arn:aws:sqs:${aws:RequestedRegion}:1:a' },
      "Statement[0].Resource: 'arn:aws:sqs:${aws:RequestedRegion}:1:a' has a policy variable before its fifth colon",
    ],
    [
      { Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } },
      "Statement[0].Principal.AWS: 'arn:aws:iam::111122223333:role/*' is no principal",
    ],
    [{ Principal: { AWS: 'AROAEXAMPLE' } }, "Statement[0].Principal.AWS: 'AROAEXAMPLE' is no principal"],
    [{ Principal: { Service: '*' } }, "Statement[0].Principal.Service: '*' is no service"],
    [
      { Principal: { Aws: '*' } },
      "Statement[0].Principal.Aws: there are no principals 'Aws': allowed are AWS, Service,",
    ],
    [
      { Principal: 'me' },
      "Statement[0].Principal: is neither '*' nor a map of AWS, Service, Federated and CanonicalUser",
    ],
    [{ Principal: {} }, "Statement[0].Principal: is neither '*' nor a map"],
    [{ NotPrincipal: '*', Principal: '*' }, 'Statement[0]: has both Principal and NotPrincipal'],
    [{ Condition: [] }, 'Statement[0].Condition: is no map of operators'],
    [{ Condition: { StringEquals: 'x' } }, 'Statement[0].Condition.StringEquals: is no map of keys'],
    [
      { Condition: { StringEquals: { a: null } } },
      'Statement[0].Condition.StringEquals.a: is no value and no list of values',
    ],
    [
      { Condition: { StringEqual: { a: 'b' } } },
      "Statement[0].Condition.StringEqual.a: 'StringEqual' is no condition operator",
    ],
    [
      { Condition: { NullIfExists: { a: 'true' } } },
      "Statement[0].Condition.NullIfExists.a: 'NullIfExists' is no condition operator",
    ],
    [{ Condition: { 'ForSome:StringEquals': { a: 'b' } } }, "'ForSome:StringEquals' is no condition operator"],
    [{ Condition: { Null: { a: 'yes' } } }, "Statement[0].Condition.Null.a: 'yes' is neither true nor false"],
    [{ Condition: { Bool: { a: '${x}' } } }, "Statement[0].Condition.Bool.a: '${x}' is neither true nor false"],
    [{ Condition: { NumericLessThan: { a: 'ten' } } }, "Statement[0].Condition.NumericLessThan.a: 'ten' is no number"],
    [{ Condition: { DateLessThan: { a: 'soon' } } }, "Statement[0].Condition.DateLessThan.a: 'soon' is no date"],
    [
      { Condition: { IpAddress: { a: '10.0.0.0/33' } } },
      "Statement[0].Condition.IpAddress.a: '10.0.0.0/33' is no IP address",
    ],
    [
      { Condition: { IpAddress: { a: '2001:db8::1' } } },
      "Statement[0].Condition.IpAddress.a: '2001:db8::1' is no IP address",
    ],
    [{ Condition: { BinaryEquals: { a: 'x' } } }, "Statement[0].Condition.BinaryEquals.a: 'x' is not base64"],
    [{ Condition: { ArnLike: { a: 'x' } } }, "Statement[0].Condition.ArnLike.a: 'x' is no ARN"],
    [
      { Condition: { StringLike: { a: '${x' } } },
      "Statement[0].Condition.StringLike.a: '${x' has a '${' that begins no policy variable",
    ],
  ])('GIVEN %j WHEN it is read THEN the problem has a path and a reason', (statement, problem) => {
    expect(problemsIn(statement)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });

  test('GIVEN a statement that is no map WHEN it is read THEN nothing is known of it', () => {
    expect(problemsOf({ Statement: ['Allow'] })).toContain('Statement[0]: is no map');
    expect(decisionOf({}, { identity: [readPolicy({ Statement: ['Allow'] }, 'role/x')] })).toBe('unknown');
  });

  test.each<[string, object, string]>([
    ['an action of which it does not speak', { Action: ['sns:*', 'Send'] }, 'unknown'],
    ['an action beside one that is understood', { Action: ['sqs:*', 'Send'] }, 'allowed'],
    ['an element, where the action is another', { Action: 'sns:*', Foo: 1 }, 'denied'],
    ['an element', { Foo: 1 }, 'unknown'],
    ['a resource', { Resource: 'orders' }, 'unknown'],
    ['an operator', { Condition: { StringEqual: { a: 'b' } } }, 'unknown'],
    [
      'an operator beside a condition that is false',
      { Condition: { StringEqual: { a: 'b' }, Null: { 'aws:PrincipalArn': true } } },
      'denied',
    ],
    ['a principal in a policy of an identity', { Principal: '*' }, 'unknown'],
  ])('GIVEN a mistake in %s WHEN asked THEN it is unknown only if it matters', (_, statement, decision) => {
    const policy = readPolicy({ Version: '2012-10-17', Statement: { ...allow, ...statement } }, 'role/x');
    expect(decisionOf({}, { identity: [policy] })).toBe(decision);
  });

  test('GIVEN a Deny that is not understood WHEN asked THEN it is never allowed', () => {
    const policy = readPolicy(
      { Statement: [allow, { ...allow, Sid: 'No', Effect: 'Deny', Condition: { Nul: { a: 'true' } } }] },
      'role/x',
    );
    expect(messagesOf({}, { identity: [policy] })).toEqual([
      "statement No of role/x hangs on its Condition.Nul.a: 'Nul' is no condition operator",
    ]);
  });

  test('GIVEN a policy of a resource without a Principal WHEN asked THEN it is unknown', () => {
    expect(decisionOf({}, { resource: readPolicy({ Statement: allow }, 'the queue') })).toBe('unknown');
  });
});

describe('requests that nobody can make', () => {
  test.each([
    [{ action: 'sqs:*' }, "action is 'sqs:*': allowed is one action, such as sqs:SendMessage"],
    [{ action: 'SendMessage' }, "action is 'SendMessage'"],
    [{ resource: 'orders' }, "resource is 'orders': allowed is an ARN, or * for actions without a resource"],
    [{ principal: 'worker' }, "principal is 'worker': allowed is the ARN of a role, a user, a session"],
    [{ principal: 'arn:aws:iam::111122223333:role/*' }, "principal is 'arn:aws:iam::111122223333:role/*'"],
    [{ principal: { role: QUEUE, session: 'x' } }, `principal is '${QUEUE}'`],
  ])('GIVEN %j WHEN it is evaluated THEN the error says what is allowed', (request, message) => {
    expect(() => evaluate({ ...send, ...request }, {})).toThrow(message);
  });
});
