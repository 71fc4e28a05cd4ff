import { Monitors } from '../../../charts/controllers/monitors';
import type { PlatformChart } from '../../../charts/platform-chart';
import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { HelmProject } from '../../../constructs/argocd/helm-project';
import type { MetricsAccess } from '../../../constructs/prometheus/metrics-access';
import { chart, manifests } from '../../constructs/scope';

const release = (scope: PlatformChart, id: string, metrics: MetricsAccess) =>
  new HelmApplication(scope, id, {
    project: new HelmProject(scope, `helm-${id}`, { description: 'For tests', clusterKinds: [], namespacedKinds: [] }),
    chart: { repository: 'https://charts.company.com', name: id, version: '1.2.3' },
    namespace: 'programs',
    crds: { from: 'nobody' },
    metrics,
    values: {},
  });

describe('Monitors', () => {
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
