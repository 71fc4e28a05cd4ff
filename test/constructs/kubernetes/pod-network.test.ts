import { PodNetwork } from '../../../constructs/kubernetes/pod-network';
import { collect } from '../../../packages/engine/src/synth/collect';
import { chart } from '../scope';

describe('PodNetwork', () => {
  test('GIVEN Pods in a namespace that is not ours WHEN they get a network THEN only they are shut off, also where nothing comes in', () => {
    const scope = chart();
    const labels = { 'app.kubernetes.io/name': 'scaler' };
    new PodNetwork(scope, 'network', { name: 'scaler', namespace: 'kube-system', pods: labels, metricsPorts: [] });
    const [egress, ingress] = collect(scope).flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
    expect(egress).toMatchObject({ metadata: { name: 'scaler-egress', namespace: 'kube-system' } });
    expect(egress!['spec']).toMatchObject({ podSelector: { matchLabels: labels }, policyTypes: ['Egress'] });
    expect(ingress!['spec']).toEqual({ podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress: [] });
  });
});
