import { join } from 'node:path';
import { metricsAccessOf } from '../../../charts/controllers/monitors';
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

  test('GIVEN the Helm releases in dist WHEN monitors are looked for THEN each has one, or a reason why not', () => {
    const releases = written.filter(
      ({ kind, ...rest }) => kind === 'Application' && JSON.stringify(rest).includes('"chart":'),
    );
    expect(releases.length).toBeGreaterThan(30);
    const monitors = written.filter(({ kind }) => kind === 'PodMonitor').map(({ metadata }) => metadata.name);
    for (const { metadata } of releases) {
      const watched = metricsAccessOf(metadata.name);
      if (typeof watched === 'object' && 'endpoints' in watched)
        expect(monitors).toContain(watched.name ?? metadata.name);
      else expect([metadata.name, watched]).not.toEqual([metadata.name, undefined]);
    }
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
