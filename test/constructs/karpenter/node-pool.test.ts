import { Duration, Size } from 'cdk8s';
import { NodePool, type NodePoolProps } from '../../../constructs/karpenter/node-pool';
import { chart, manifests } from '../scope';
import { nodeClass } from './helpers';

function pool(change: Partial<NodePoolProps> = {}) {
  const scope = chart();
  new NodePool(scope, 'general', {
    nodeClass: nodeClass({}, scope),
    capacityTypes: ['spot', 'on-demand'],
    instances: { categories: ['m'], minGeneration: 5, minCpu: 2, maxCpu: 16 },
    limits: { cpu: 100, memory: Size.gibibytes(400) },
    consolidation: { policy: 'WhenEmptyOrUnderutilized', after: Duration.minutes(5) },
    ...change,
  });
  return manifests(scope)['general']!;
}

const instances = (change: object) =>
  ({ instances: { categories: ['m'], minGeneration: 5, minCpu: 2, maxCpu: 16, ...change } }) as const;

describe('NodePool', () => {
  test('GIVEN spot and on-demand WHEN a pool is made THEN it has one fallback, bounds, and nodes that do not grow old', () => {
    const { spec } = pool({ taints: { 'example.com/nodes': 'spot' } }) as unknown as {
      spec: { template: { spec: { requirements: object[] } } };
    };
    expect(spec).toMatchObject({
      weight: 1,
      limits: { cpu: '100', memory: '400Gi' },
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '300s',
        budgets: [{ nodes: '10%' }],
      },
      template: {
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'al2023' },
          expireAfter: '336h',
          terminationGracePeriod: '4h',
          taints: [{ key: 'example.com/nodes', value: 'spot', effect: 'NoSchedule' }],
        },
      },
    });
    expect(spec.template.spec.requirements).toContainEqual({
      key: 'karpenter.sh/capacity-type',
      operator: 'In',
      values: ['spot', 'on-demand'],
    });
    expect(spec.template.spec.requirements).toContainEqual({
      key: 'karpenter.k8s.aws/instance-cpu',
      operator: 'Lte',
      values: ['16'],
    });
  });

  test('GIVEN hours in which no node may go WHEN a pool is made THEN its budget counts then only', () => {
    const schedule = { cron: '0 13 * * mon-fri', lasts: Duration.hours(9) };
    expect(pool({ budgets: [{ nodes: '20%' }, { nodes: 0, schedule }] }).spec['disruption']).toMatchObject({
      budgets: [{ nodes: '20%' }, { nodes: '0', schedule: '0 13 * * mon-fri', duration: '540m' }],
    });
  });

  test.each<[Partial<NodePoolProps>, string]>([
    [{ capacityTypes: [] }, 'capacityTypes is empty: no instance is neither on-demand nor spot'],
    [
      { capacityTypes: ['spot'] },
      "capacityTypes has no 'on-demand': Pods would wait for as long as AWS has no spot instances",
    ],
    [instances({ categories: [] }), 'instances.categories is empty: no instance is of no category'],
    [instances({ minGeneration: 0 }), 'instances.minGeneration is 0, a whole number from 1 to 20 is allowed'],
    [instances({ minCpu: 32 }), 'instances.minCpu is 32, a whole number from 1 to 16 is allowed'],
    [
      { limits: { cpu: 1, memory: Size.gibibytes(4) } },
      'limits.cpu is 1, less than the 2 processors of its smallest instance',
    ],
    [
      { limits: { cpu: 2, memory: Size.mebibytes(1_024) } },
      'limits.memory is 1Gi, less than any instance of 2 processors has',
    ],
    [
      { consolidation: { policy: 'WhenEmpty', after: Duration.millis(1_500) } },
      'consolidation.after is 1.5 s, a whole number from 0',
    ],
    [{ budgets: [] }, 'budgets is 0, a whole number from 1 to 50 is allowed'],
    [
      { budgets: [{ nodes: '101%' }] },
      "budget of '101%' nodes is not allowed, only a whole number or a share such as 10%",
    ],
    [{ budgets: [{ nodes: 1.5 }] }, "budget of '1.5' nodes is not allowed"],
    [{ budgets: [{ nodes: 0 }] }, 'a budget of no nodes at all times would keep every node for ever'],
    [
      { budgets: [{ nodes: 0, schedule: { cron: 'nine', lasts: Duration.hours(1) } }] },
      "schedule 'nine' (4 characters) is not allowed, only five fields such as 0 9 * * mon-fri",
    ],
    [
      { budgets: [{ nodes: 0, schedule: { cron: '@daily', lasts: Duration.seconds(30) } }] },
      'schedule.lasts is 0.5 minutes, a whole number from 1 to 43200 minutes is allowed',
    ],
    [{ expireAfter: Duration.hours(1) }, 'days, 1 to 90 days are allowed'],
    [{ weight: 101 }, 'weight is 101, a whole number from 1 to 100 is allowed'],
  ])(
    'GIVEN a pool that could have no node, or never lose one WHEN it is made THEN it says why (%#)',
    (change, message) => {
      expect(() => pool(change)).toThrow(message);
    },
  );
});
