import { readPlan, withPlan } from '../../src/graph/model/plan';
import { architecture, edgesAt, object } from './sample';

const queue = (name: string) => ({
  apiVersion: 'sqs.services.k8s.aws/v1alpha1',
  kind: 'Queue',
  metadata: { name, namespace: 'aws' },
  spec: { queueName: name },
});

function change(name: string, effect: string, more: object = {}) {
  return {
    environment: 'test',
    application: 'messaging',
    apiVersion: 'sqs.services.k8s.aws/v1alpha1',
    kind: 'Queue',
    namespace: 'aws',
    name,
    effect,
    reason: `because ${effect}`,
    fields: [{ path: 'spec.delaySeconds', from: null, to: '5', effect, reason: 'a field', source: 'https://x' }],
    affects: [],
    acknowledged: false,
    ...more,
  };
}

const drawn = architecture(['messaging', 'sqs', queue('orders')], ['messaging', 'sqs', queue('invoices')]);
const planned = (...changes: object[]) => withPlan(drawn, readPlan(JSON.stringify({ changes, summary: {} }), 'p.json'));

describe('a plan on the architecture', () => {
  test('GIVEN a changed object WHEN the plan is shown THEN it has the effect, others have none', () => {
    const shown = planned(change('orders', 'update'));
    expect(object(shown, 'Queue orders').change).toEqual({
      effect: 'update',
      reason: 'because update',
      fields: [{ path: 'spec.delaySeconds', before: '', after: '5', effect: 'update', reason: 'a field' }],
      acknowledged: false,
    });
    expect(object(shown, 'Queue invoices').change).toBeUndefined();
    expect(shown.plan).toEqual({ counts: { update: 1 } });
  });

  test('GIVEN an object that leaves git WHEN the plan is shown THEN it is there, with who speaks of it', () => {
    const affects = [
      {
        apiVersion: 'sqs.services.k8s.aws/v1alpha1',
        kind: 'Queue',
        namespace: 'aws',
        name: 'orders',
        path: 'spec.redrivePolicy',
        breaks: 'it',
      },
    ];
    const shown = planned(change('gone', 'orphan', { affects }), change('other', 'destroy', { application: 'new' }));
    expect(object(shown, 'Queue gone')).toMatchObject({ service: 'leaves-git', stateful: true, manifest: '' });
    expect(edgesAt(shown, 'Queue gone')).toEqual(['Queue orders -reference-> Queue gone']);
    expect(shown.applications.map(({ name }) => name)).toEqual(['messaging', 'new']);
    expect(shown.applications[0]!.services.at(-1)).toMatchObject({ title: 'Leaves git', objects: [2] });
  });

  test('GIVEN changes of another environment WHEN the plan is shown THEN they are left out', () => {
    const shown = planned(change('orders', 'destroy', { environment: 'staging' }));
    expect(shown.plan).toEqual({ counts: {} });
    expect(object(shown, 'Queue orders').change).toBeUndefined();
  });

  test.each([
    ['no JSON', '{', 'p.json: not JSON'],
    ['another document', '{"results":[]}', 'p.json: not what platform plan --format json writes: changes'],
    ['an effect that there is not', JSON.stringify({ changes: [change('a', 'explode')] }), 'changes.0.effect'],
  ])('GIVEN %s WHEN it is read THEN the message says so', (_what, text, message) => {
    expect(() => readPlan(text, 'p.json')).toThrow(message);
  });
});
