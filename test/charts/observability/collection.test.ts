import { join } from 'node:path';
import { environments } from '../../../environments';
import { kroObjectsIn } from '../../../packages/engine/src/kro/objects';
import { groupOf, kindKey } from '../../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { ROOT } from '../../repository';

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
