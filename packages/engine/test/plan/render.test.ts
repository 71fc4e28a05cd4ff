import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownReport } from '../../src/plan/render/markdown';
import { textReport } from '../../src/plan/render/text';
import { planJsonSchema, planSchema } from '../../src/plan/schema';
import { REPOSITORY } from '../engine';
import { planOf } from './files';
import { planOfStory, stories } from './stories';

const queue = (name: string, spec: object = {}) => ({
  apiVersion: 'sqs.services.k8s.aws/v1alpha1',
  kind: 'Queue',
  metadata: { name, namespace: 'aws' },
  spec: { queueName: name, visibilityTimeout: '30', ...spec },
});
const role = (document: object) => ({
  apiVersion: 'iam.services.k8s.aws/v1alpha1',
  kind: 'Role',
  metadata: { name: 'reader', namespace: 'aws' },
  spec: {
    name: 'reader',
    assumeRolePolicyDocument: '{}',
    inlinePolicies: { work: JSON.stringify({ Version: '2012-10-17', Statement: [document] }) },
  },
});
const read = { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: 'arn:aws:sqs:us-east-1:123456789012:orders' };
const base = {
  'production/messaging/sqs.yaml': [queue('orders'), queue('gone'), queue('big', { tags: { a: 'b' } }), role(read)],
};
const head = {
  'production/messaging/sqs.yaml': [
    queue('orders', {
      fifoQueue: 'true',
      policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}]}',
    }),
    queue('big', { tags: { a: '<b>@team | `x`' } }),
    role({ ...read, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: '*' }),
    queue('new'),
  ],
};
const plan = planOf(base, head);

describe('JSON', () => {
  test('GIVEN a plan WHEN it is read by the published schema THEN it fits, and nothing else does', () => {
    const renamed = (name: string) => ({
      'production/security/roles.yaml': [{ ...role(read), spec: { ...role(read).spec, name } }],
    });
    for (const one of [
      plan,
      planOf(renamed('one'), renamed('two')),
      planOfStory(stories[0]!),
      planOfStory(stories[3]!),
    ])
      expect(planSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(JSON.parse(JSON.stringify(one)));
    const [first] = plan.changes;
    expect(planSchema.safeParse({ ...plan, changes: [{ ...first, effect: 'maybe' }] }).success).toBe(false);
    expect(planSchema.safeParse({ ...plan, changes: [{ ...first, more: 1 }] }).success).toBe(false);
  });

  test('GIVEN the published file WHEN it is made again THEN it is the same', () => {
    expect(readFileSync(join(REPOSITORY, 'docs', 'plan.schema.json'), 'utf8')).toBe(planJsonSchema());
  });

  test('GIVEN an entry WHEN its keys are read THEN they are those of the design, in its order', () => {
    expect(Object.keys(plan.changes[0]!)).toEqual([
      'environment',
      'application',
      'apiVersion',
      'kind',
      'namespace',
      'name',
      'effect',
      'reason',
      'fields',
      'affects',
      'acknowledged',
    ]);
    const field = plan.changes.flatMap(({ fields }) => fields)[0]!;
    expect(Object.keys(field)).toEqual(['path', 'from', 'to', 'effect', 'reason', 'source']);
  });

  test('GIVEN long values that begin alike WHEN they are shown THEN from shortly before their first difference', () => {
    const alike = `arn:aws:sqs:us-east-1:123456789012:${'a'.repeat(200)}-`;
    const of = (end: string) => ({
      'production/messaging/sqs.yaml': [queue('orders', { redrivePolicy: `${alike}${end}` })],
    });
    const shown = planOf(of('one'), of('other'));
    expect(textReport(shown, false)).toContain(`redrivePolicy: …${'a'.repeat(28)}-one → …${'a'.repeat(28)}-other`);
    expect(markdownReport(shown)).toMatch(/…a+-one<\/code> → <code>…a+-other<\/code>/);
  });

  test('GIVEN changes WHEN they are listed THEN the gravest are first', () => {
    expect(plan.changes.map(({ effect, name }) => [effect, name])).toEqual([
      ['destroy', 'gone'],
      ['replace', 'orders'],
      ['update', 'big'],
      ['update', 'reader'],
      ['create', 'new'],
    ]);
  });
});

describe('consequences', () => {
  test('GIVEN a policy that allows more WHEN it is planned THEN the new action and the wider resource are told', () => {
    const found = plan.summary.iam.find(({ object }) => object === 'iam.services.k8s.aws/Role aws/reader');
    expect(found).toMatchObject({
      actionsAdded: ['sqs:DeleteMessage'],
      resourcesWidened: ['sqs:ReceiveMessage on *'],
      resourcesNarrowed: [`sqs:ReceiveMessage on ${read.Resource}`],
    });
  });

  test('GIVEN a policy for everybody WHEN it comes THEN it is told as opened, and as closed when it goes', () => {
    const opened = plan.summary.exposure.map(({ object, direction }) => [object, direction]);
    expect(opened).toEqual([['sqs.services.k8s.aws/Queue aws/orders', 'opened']]);
    expect(planOf(head, base).summary.exposure.map(({ direction }) => direction)).toEqual(['closed']);
  });

  test('GIVEN another account as a principal WHEN it comes THEN it is told', () => {
    const of = (account: string) => ({
      'production/messaging/sqs.yaml': [
        queue('orders', {
          policy: `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${account}:root"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:123456789012:orders"}]}`,
        }),
      ],
    });
    expect(planOf(of('123456789012'), of('999999999999')).summary.exposure).toEqual([
      expect.objectContaining({ message: expect.stringContaining('999999999999') }),
    ]);
  });

  test('GIVEN counts and classes WHEN they change THEN the direction is told', () => {
    const group = (spec: object) => ({
      'production/data/cache.yaml': [
        {
          apiVersion: 'elasticache.services.k8s.aws/v1alpha1',
          kind: 'ReplicationGroup',
          metadata: { name: 'a', namespace: 'aws' },
          spec: { description: 'a', replicationGroupID: 'a', ...spec },
        },
      ],
    });
    const { size } = planOf(
      group({ numNodeGroups: 3, cacheNodeType: 'cache.r6g.large' }),
      group({ numNodeGroups: 2, cacheNodeType: 'cache.r6g.2xlarge' }),
    ).summary;
    expect(size.map(({ path, direction }) => [path, direction])).toEqual([
      ['spec.numNodeGroups', 'smaller'],
      ['spec.cacheNodeType', 'larger'],
    ]);
  });

  test('GIVEN an object that goes WHEN others speak of it by ARN or by name THEN they are named with the field', () => {
    const consumer = role({ ...read, Resource: 'arn:aws:sqs:us-east-1:123456789012:gone' });
    const with_ = (...more: readonly object[]) => ({
      'production/messaging/sqs.yaml': [queue('orders'), consumer, ...more],
    });
    const [change] = planOf(with_(queue('gone')), with_()).changes;
    expect(change!.affects).toEqual([
      expect.objectContaining({
        kind: 'Role',
        name: 'reader',
        path: 'spec.inlinePolicies.work',
        breaks: expect.stringContaining('leads to nothing'),
      }),
    ]);
  });
});

describe('text', () => {
  test('GIVEN a plan WHEN it is printed THEN counts and one line a change come first, the gravest first', () => {
    const lines = textReport(plan, false).split('\n');
    expect(lines[0]).toBe('5 changes: 1 destroy, 1 replace, 2 update, 1 create');
    expect(lines[2]).toBe('  destroy  production/messaging Queue aws/gone');
    expect(textReport(plan, false)).not.toContain('\u001b');
    expect(textReport(plan, true)).toContain('\u001b[31');
  });

  test('GIVEN no change WHEN it is printed THEN it says so', () => {
    expect(textReport(planOf(base, base), false)).toBe('nothing changes');
  });
});

describe('markdown', () => {
  test('GIVEN a plan WHEN it is printed THEN what stops the merge is first, and text of manifests is no markup', () => {
    const text = markdownReport(plan);
    expect(text).toMatch(/^## Plan: 1 destroy, 1 replace, 2 update, 1 create\n\n### Not acknowledged/);
    expect(text).not.toContain('<b>@team');
    expect(text).toContain('<code>&lt;b&gt;&#64;team &#124; &#96;x&#96;</code>');
  });

  test('GIVEN thousands of changes WHEN they are printed THEN the comment is shorter than GitHub allows, and says what is missing', () => {
    const many = (value: string) => ({
      'production/messaging/sqs.yaml': Array.from({ length: 3_000 }, (_, index) =>
        queue(`queue-${index}`, { tags: { a: value.repeat(200) } }),
      ),
    });
    const text = markdownReport(planOf({ ...many('a'), 'production/data/x.yaml': [queue('gone')] }, many('b')));
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(50_000);
    expect(text).toContain('more parts do not fit');
    expect(text.indexOf('Queue aws/gone')).toBeLessThan(1_000);
  });
});
