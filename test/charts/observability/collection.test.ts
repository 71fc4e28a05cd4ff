import { join } from 'node:path';
import { Size } from 'cdk8s';
import { Monitors } from '../../../charts/controllers/monitors';
import type { PlatformChart } from '../../../charts/platform-chart';
import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { HelmProject } from '../../../constructs/argocd/helm-project';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { PodIdentity } from '../../../constructs/eks/pod-identity-association';
import { TraceCollector } from '../../../constructs/opentelemetry/trace-collector';
import type { MetricsAccess } from '../../../constructs/prometheus/metrics-access';
import { PodMonitor } from '../../../constructs/prometheus/pod-monitor';
import { PrometheusAgent } from '../../../constructs/prometheus/prometheus-agent';
import { environments } from '../../../environments';
import { kroObjectsIn } from '../../../packages/engine/src/kro/objects';
import { groupOf, kindKey } from '../../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { chart, manifests, wired } from '../../constructs/scope';
import { ROOT } from '../../repository';

const agent = (scope: PlatformChart, change: object = {}) =>
  new PrometheusAgent(scope, 'agent', {
    workspace: new PrometheusWorkspace(scope, 'metrics', {
      logGroup: new LogGroup(scope, 'logs', { retentionDays: 30 }),
    }),
    replicas: 2,
    memory: Size.gibibytes(1),
    ...change,
  });
const monitor = (change: object) => () =>
  new PodMonitor(chart(), 'web', { namespace: 'web', endpoints: [{ port: 'metrics' }], ...change });
const release = (scope: PlatformChart, id: string, metrics: MetricsAccess) =>
  new HelmApplication(scope, id, {
    project: new HelmProject(scope, `helm-${id}`, { description: 'For tests', clusterKinds: [], namespacedKinds: [] }),
    chart: { repository: 'https://charts.company.com', name: id, version: '1.2.3' },
    namespace: 'programs',
    crds: { from: 'nobody' },
    metrics,
    values: {},
  });

describe('collection', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['no endpoint', monitor({ endpoints: [] }), /endpoints is empty/],
    ['a port of 16 letters', monitor({ endpoints: [{ port: 'a'.repeat(16) }] }), /is no name of a port/],
    ['port 0', monitor({ endpoints: [{ port: 0 }] }), /port is 0, a whole number from 1 to 65535/],
    ['a path without a slash', monitor({ endpoints: [{ port: 'a', path: 'metrics' }] }), /does not begin with a slash/],
    ['four agents', () => agent(chart(), { replicas: 4 }), /replicas is 4, a whole number from 1 to 3/],
    ['an agent without memory', () => agent(chart(), { memory: Size.mebibytes(64) }), /memory is 64 MiB/],
    ['no collector', () => new TraceCollector(chart(), 'traces', { replicas: 0 }), /replicas is 0/],
    [
      'a service account that Kubernetes refuses',
      () => new PodIdentity(chart(), 'web', { namespace: 'web', serviceAccount: 'a_b', description: '', policies: {} }),
      /serviceAccount 'a_b'/,
    ],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });

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

  test('GIVEN a service account WHEN its Pods get a role THEN it is for these Pods of this cluster alone', () => {
    const scope = chart();
    new PodIdentity(scope, 'web', { namespace: 'web', serviceAccount: 'app', description: 'For tests', policies: {} });
    const trust = JSON.parse(String(wired(scope)['Role web']!.spec['assumeRolePolicyDocument']));
    expect(trust.Statement[0]).toMatchObject({
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:us-east-1:123456789012:cluster/production-eks-cluster',
          'aws:RequestTag/kubernetes-namespace': 'web',
          'aws:RequestTag/kubernetes-service-account': 'app',
        },
      },
    });
  });

  test('GIVEN another configuration WHEN the collector is made THEN its Pods are made anew', () => {
    const checksum = (change: object) => {
      const scope = chart(change);
      new TraceCollector(scope, 'traces', { replicas: 1 });
      return JSON.stringify(wired(scope)['Deployment traces']!.spec).match(/checksum\/configuration":"(\w+)/)?.[1];
    };
    expect(checksum({})).toBe(checksum({}));
    expect(checksum({ region: 'eu-west-1' })).not.toBe(checksum({}));
  });

  test('GIVEN a number in place of a name WHEN a port is watched THEN it is asked by its number', () => {
    const scope = chart();
    new PodMonitor(scope, 'web', { namespace: 'web', endpoints: [{ port: 8_085, drop: 'go_.*' }] });
    expect(manifests(scope)['web']!.spec).toMatchObject({
      namespaceSelector: { matchNames: ['web'] },
      podMetricsEndpoints: [{ portNumber: 8_085, metricRelabelings: [{ action: 'drop', regex: 'go_.*' }] }],
    });
  });

  test('GIVEN releases that say how their metrics are reached WHEN monitors are made THEN they are for these Pods, one where it is shared', () => {
    const scope = chart();
    const endpoints = [{ port: 'http' }];
    release(scope, 'web', { pods: { app: 'web' }, endpoints });
    release(scope, 'ack-sqs', { monitor: 'ack', endpoints });
    release(scope, 'ack-sns', { monitor: 'ack', endpoints });
    release(scope, 'prometheus', 'by its own chart');
    release(scope, 'crds', { unwatched: true, because: 'it runs nothing' });
    const made = manifests(new Monitors(scope.node.scope!, 'monitors', scope.environment));
    expect(Object.keys(made)).toEqual(['ack', 'web']);
    expect(made['web']!.spec).toMatchObject({
      namespaceSelector: { matchNames: ['programs'] },
      selector: { matchLabels: { app: 'web' } },
      podMetricsEndpoints: [{ port: 'http' }],
    });
  });
});

describe.each(environments.map(({ name }) => name))('what is watched of %s', (name) => {
  const written = readManifests(join(ROOT, 'dist', name));
  const all = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];
  const values = all.find(({ metadata }) => metadata.name === 'kube-prometheus-stack')?.['spec'] as {
    sources: { helm?: { valuesObject: Record<string, unknown> } }[];
  };
  const state = values.sources.find(({ helm }) => helm)!.helm!.valuesObject['kube-state-metrics'] as {
    customResourceState: { config: { spec: { resources: { groupVersionKind: Record<string, string> }[] } } };
    rbac: { extraRules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] };
  };

  test('GIVEN the kinds of ACK and Crossplane in dist WHEN metrics are configured THEN it is for exactly these, and readable', () => {
    const expected = all
      .filter(({ metadata }) => metadata.namespace !== undefined)
      .filter((one) => /(?:services\.k8s\.aws|\.aws\.m\.upbound\.io)$/.test(groupOf(one)))
      .map(kindKey);
    const configured = state.customResourceState.config.spec.resources.map(
      ({ groupVersionKind: { group, kind } }) => `${group}/${kind}`,
    );
    expect(configured.sort()).toEqual([...new Set(expected)].sort());
    const groups = state.rbac.extraRules.flatMap(({ apiGroups }) => apiGroups);
    expect(groups.sort()).toEqual([...new Set(configured.map((key) => key.split('/')[0]!))].sort());
    for (const { verbs } of state.rbac.extraRules) expect(verbs).toEqual(['list', 'watch']);
  });

  test('GIVEN Deployments and the like in dist WHEN their namespaces are followed THEN a monitor looks there', () => {
    const looked = written
      .filter(({ kind }) => kind === 'PodMonitor')
      .flatMap(({ spec }) => (spec as { namespaceSelector: { matchNames: string[] } }).namespaceSelector.matchNames);
    const monitoring = written.filter(
      ({ kind, metadata }) =>
        ['DaemonSet', 'Deployment', 'StatefulSet'].includes(kind) && metadata.namespace === 'monitoring',
    );
    expect(monitoring.length).toBeGreaterThan(0);
    for (const { metadata } of monitoring) expect(looked).toContain(metadata.namespace);
  });
});
