import { HelmProject } from '../../../constructs/argocd/helm-project';
import { chart } from '../scope';

describe('HelmProject', () => {
  test('GIVEN a kind without its group WHEN a project is constructed THEN it is refused', () => {
    const make = () =>
      new HelmProject(chart(), 'helm-test', { description: '', clusterKinds: ['ClusterRole'], namespacedKinds: [] });
    expect(make).toThrow("production/test/chart/helm-test: 'ClusterRole' is no kind, allowed is group/Kind");
  });
});
