import { join } from 'node:path';
import { environments } from '../../../environments';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { ROOT } from '../../repository';

// biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
type Any = any;

describe.each(environments.map(({ name }) => name))('kro of %s', (environment) => {
  const manifests = readManifests(join(ROOT, 'dist', environment, 'controllers')) as Any[];
  const application = manifests.find(({ kind, metadata }) => kind === 'Application' && metadata.name === 'kro');
  const values = application.spec.source.helm.valuesObject;

  test('GIVEN two Pods WHEN one goes THEN the other takes over, in another zone', () => {
    expect(values.config.enableLeaderElection).toBe(true);
    expect(values.deployment).toMatchObject({ replicaCount: 2, priorityClassName: 'platform-critical' });
    expect(values.deployment.topologySpreadConstraints[0].topologyKey).toBe('topology.kubernetes.io/zone');
  });

  test('GIVEN rights of kro WHEN they reach Secrets THEN an environment has fields that AWS takes plainly, and kro only reads', () => {
    const rules = manifests
      .filter(({ metadata }) => metadata.labels?.['rbac.kro.run/aggregate-to-controller'])
      .flatMap((role) => role.rules)
      .filter(({ apiGroups, resources }) => apiGroups.includes('') && /secrets|\*/.test(resources.join()));
    expect(rules.map(({ verbs }) => verbs)).toEqual(environment === 'staging' ? [['get', 'list', 'watch']] : []);
  });
});
