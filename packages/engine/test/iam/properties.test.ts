import fc from 'fast-check';
import { type Context, evaluate, mayAllow, type Policies, type Policy, readPolicy } from '../../src/iam';
import { fits, patternOf } from '../../src/iam/pattern';
import { witnessOf } from '../../src/iam/witness';
import { ACCOUNT, OTHER, ROLE, USER } from './fixtures';

const ACTIONS = ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sns:Publish', 'kms:Decrypt'];
const RESOURCES = [ACCOUNT, OTHER].flatMap((account) => [
  `arn:aws:sqs:us-east-1:${account}:orders`,
  `arn:aws:sqs:us-east-1:${account}:other`,
  `arn:aws:kms:us-east-1:${account}:key/k`,
]);
const PRINCIPALS = [ROLE, USER, 'sns.amazonaws.com', { role: ROLE, session: 's' }, '*'] as const;
const KEYS = ['x:a', 'x:b'];

const listOf = (...values: string[]) => fc.subarray(values, { minLength: 1, maxLength: 2 });
const actions = listOf('sqs:*', 'sqs:Send*', 'sns:Publish', '*', 'kms:*', 'SQS:?e*Message');
const resources = listOf(
  '*',
  `arn:aws:sqs:*:${ACCOUNT}:*`,
  'arn:aws:sqs:*:*:ord*',
  'arn:*:*:*:*:*r*',
  'arn:aws:sqs:*:*:${x:a}',
);
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc
    .record({
      key: fc.constantFrom(...KEYS),
      operator: fc.constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLikeIfExists',
        'ForAllValues:StringEquals',
        'ForAnyValue:StringLike',
        'Unheard',
      ),
      value: fc.constantFrom('1', 'orders', '${x:b}', '*'),
    })
    .map(({ key, operator, value }) => ({ [operator]: { [key]: value } })),
  fc
    .record({ key: fc.constantFrom(...KEYS), value: fc.constantFrom('true', 'false') })
    .map(({ key, value }) => ({ Null: { [key]: value } })),
);
const body = fc.oneof(
  fc.record({ Action: actions, Resource: resources, Condition: condition }),
  fc.record({ NotAction: actions, Resource: resources, Condition: condition }),
  fc.record({ Action: actions, NotResource: resources, Condition: condition }),
);
const named = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: ACCOUNT },
  { AWS: ROLE },
  { AWS: USER },
  { Service: 'sns.amazonaws.com' },
  { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/worker/s` },
  { CanonicalUser: '79a5' },
);
const effect = fc.constantFrom('Allow', 'Allow', 'Deny');
const own = fc.array(
  fc.tuple(effect, body).map(([Effect, rest]) => ({ Effect, ...rest })),
  { minLength: 1, maxLength: 3 },
);
const ofResource = fc.array(
  fc.tuple(effect, body, named).map(([Effect, rest, Principal]) => ({ Effect, ...rest, Principal })),
  { minLength: 1, maxLength: 3 },
);
const written = fc.record({
  identity: own,
  boundary: fc.option(own),
  session: fc.option(own),
  resource: fc.option(ofResource),
  scp: fc.option(own),
});
type Documents = typeof written extends fc.Arbitrary<infer T> ? T : never;

const read = (statements: unknown[], label: string): Policy =>
  readPolicy({ Version: '2012-10-17', Statement: statements }, label);
const policiesOf = ({ identity, boundary, session, resource, scp }: Documents): Policies => ({
  identity: [read(identity, 'identity')],
  ...(boundary && { boundary: read(boundary, 'boundary') }),
  ...(session && { session: [read(session, 'session')] }),
  ...(resource && { resource: read(resource, 'resource') }),
  ...(scp && { scps: [[read(scp, 'scp')]] }),
});

const context = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.constantFrom<string | null | string[]>('1', 'orders', null, ['1', 'orders']),
) as fc.Arbitrary<Context>;
const request = fc.record({
  principal: fc.constantFrom(...PRINCIPALS),
  action: fc.constantFrom(...ACTIONS),
  resource: fc.constantFrom(...RESOURCES),
  context,
});
const runs = { numRuns: 800, seed: 11 };

test('GIVEN any policies WHEN a Deny is added to one of them THEN nothing becomes allowed', () => {
  const denied = fc.tuple(fc.constantFrom('identity', 'boundary', 'session', 'resource', 'scp'), body, named);
  fc.assert(
    fc.property(written, request, denied, (documents, asked, [place, rest, principal]) => {
      const before = documents[place as keyof Documents];
      if (!before) return;
      const deny = { Effect: 'Deny', ...rest, ...(place === 'resource' && { Principal: principal }) };
      const after = { ...documents, [place]: [...before, deny] } as Documents;
      const [then, now] = [evaluate(asked, policiesOf(documents)), evaluate(asked, policiesOf(after))];
      if (then.decision !== 'allowed') expect(now.decision).not.toBe('allowed');
      if (then.decision === 'denied') expect(now.decision).toBe('denied');
    }),
    runs,
  );
});

test('GIVEN any request WHEN less is known of it THEN the answer stays or becomes unknown', () => {
  fc.assert(
    fc.property(written, request, fc.subarray(KEYS), (documents, asked, forgotten) => {
      const policies = policiesOf(documents);
      const complete = { ...asked, contextIsComplete: true };
      const less = {
        ...asked,
        context: Object.fromEntries(Object.entries(asked.context).filter(([key]) => !forgotten.includes(key))),
      };
      const [much, little] = [evaluate(complete, policies).decision, evaluate(less, policies).decision];
      if (little !== 'unknown') expect(little).toBe(much);
    }),
    runs,
  );
});

test('GIVEN any policies WHEN an Allow is added to an identity policy THEN nothing becomes denied', () => {
  fc.assert(
    fc.property(written, request, body, (documents, asked, rest) => {
      const after = { ...documents, identity: [...documents.identity, { Effect: 'Allow', ...rest }] } as Documents;
      if (evaluate(asked, policiesOf(documents)).decision === 'allowed')
        expect(evaluate(asked, policiesOf(after)).decision).toBe('allowed');
    }),
    runs,
  );
});

test('GIVEN any request WHEN it is evaluated THEN there is a reason, in one line', () => {
  fc.assert(
    fc.property(written, request, (documents, asked) => {
      const { because } = evaluate(asked, policiesOf(documents));
      expect(because.length).toBeGreaterThan(0);
      for (const { message } of because) expect(message).toMatch(/^[^\n]+[^.\n]$/);
    }),
    runs,
  );
});

test('GIVEN that a region has nothing WHEN its requests are asked one by one THEN none is allowed; an example is', () => {
  const patterns = fc.record({
    action: fc.constantFrom('*', 'sqs:*', 'sqs:Send*', 's?s:*Message', 'kms:*', ['sns:*', 'kms:Decrypt']),
    resource: fc.constantFrom(
      '*',
      `arn:aws:sqs:*:${ACCOUNT}:*`,
      'arn:*:*:*:*:o*',
      `arn:aws:sqs:*:*:oth?r`,
      'arn:aws:kms:*:*:key/*',
    ),
  });
  const fitsAny = (text: string, pattern: string | string[]) =>
    [pattern].flat().some((one) => fits(patternOf(one), text));
  let something = 0;
  fc.assert(
    fc.property(written, request, patterns, (documents, { principal, context: known }, question) => {
      const policies = policiesOf(documents);
      const { answer, example } = mayAllow({ principal, context: known, ...question }, policies);
      const asked = ACTIONS.filter((action) => fitsAny(action, question.action)).flatMap((action) =>
        RESOURCES.filter((resource) => fitsAny(resource, question.resource)).map((resource) => ({ action, resource })),
      );
      const decisions = asked.map((one) => evaluate({ principal, context: known, ...one }, policies).decision);
      if (answer === 'nothing') expect(decisions.filter((decision) => decision !== 'denied')).toEqual([]);
      if (answer === 'something') {
        something++;
        expect(evaluate({ principal, context: known, ...example! }, policies).decision).toBe('allowed');
        expect(fitsAny(example!.resource, question.resource)).toBe(true);
      }
    }),
    { ...runs, numRuns: 300 },
  );
  expect(something).toBeGreaterThan(10);
});

test('GIVEN patterns WHEN a text is looked for THEN it is found if there is one among all short texts', () => {
  const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 4 }).map((letters) => letters.join(''));
  const texts = [0, 1, 2, 3, 4, 5].flatMap((length) =>
    Array.from({ length: 3 ** length }, (_, number) =>
      number.toString(3).padStart(length, '0').replaceAll('0', 'a').replaceAll('1', 'b').replaceAll('2', 'x'),
    ).map((text) => (length === 0 ? '' : text)),
  );
  fc.assert(
    fc.property(
      fc.array(pattern, { minLength: 1, maxLength: 3 }),
      fc.array(pattern, { maxLength: 2 }),
      (wanted, unwanted) => {
        const clauses = [
          ...wanted.map((one) => ({ patterns: [patternOf(one)] })),
          { patterns: unwanted.map(patternOf), negated: true },
        ];
        const isOne = (text: string) =>
          wanted.every((one) => fits(patternOf(one), text)) && !unwanted.some((one) => fits(patternOf(one), text));
        const found = witnessOf(clauses);
        if (found === undefined) expect(texts.filter(isOne)).toEqual([]);
        else {
          expect(found).not.toBe('unknown');
          expect(isOne((found as { text: string }).text)).toBe(true);
        }
      },
    ),
    runs,
  );
});
