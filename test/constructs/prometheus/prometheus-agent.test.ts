import { Size } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { PrometheusAgent } from '../../../constructs/prometheus/prometheus-agent';
import { chart, wired } from '../scope';

const agent = (scope: PlatformChart, change: object = {}) =>
  new PrometheusAgent(scope, 'agent', {
    workspace: new PrometheusWorkspace(scope, 'metrics', {
      logGroup: new LogGroup(scope, 'logs', { retentionDays: 30 }),
      scrapeIntervalSeconds: 30,
    }),
    replicas: 2,
    memory: Size.gibibytes(1),
    ...change,
  });

describe('PrometheusAgent', () => {
  test('GIVEN agents WHEN they are wired THEN they send to the workspace that there will be, signed, and told apart', () => {
    const scope = chart();
    agent(scope);
    const all = wired(scope);
    expect(all['PrometheusAgent agent']!.spec).toMatchObject({
      replicas: 2,
      externalLabels: { cluster: 'production-eks-cluster' },
      replicaExternalLabelName: '__replica__',
      remoteWrite: [{ url: expect.stringContaining('${'), sigv4: { region: 'us-east-1' } }],
    });
    expect(all['PodDisruptionBudget prometheus-agent']).toBeDefined();
    const policies = JSON.stringify(all['Role prometheus-agent']!.spec['inlinePolicies']);
    expect(policies).toContain('aps:RemoteWrite');
    expect(policies).not.toContain('"Resource\\":\\"*');
  });

  test.each<[string, () => unknown, RegExp]>([
    ['four agents', () => agent(chart(), { replicas: 4 }), /replicas is 4, a whole number from 1 to 3/],
    ['an agent without memory', () => agent(chart(), { memory: Size.mebibytes(64) }), /memory is 64 MiB/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
