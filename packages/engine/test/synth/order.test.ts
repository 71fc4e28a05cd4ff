import type { Manifest } from '../../src/manifests';
import { Tree } from '../../src/relations';
import { writeSyncWaves } from '../../src/synth/order';
import { facts } from '../fixtures/facts';

const object = (apiVersion: string, kind: string, name: string, content: object = {}, namespace = 'aws'): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== '' && { namespace }) },
  ...content,
});

const key = { match: { remoteRef: { remoteKey: 'login' } } };
const externalSecret = () =>
  object('external-secrets.io/v1', 'ExternalSecret', 'login', {
    spec: { data: [{ secretKey: 'password', remoteRef: { key: 'login' } }], target: { name: 'login' } },
  });
const pushSecret = () => object('external-secrets.io/v1alpha1', 'PushSecret', 'seed', { spec: { data: [key] } });
const user = () =>
  object('elasticache.services.k8s.aws/v1alpha1', 'User', 'app', {
    spec: { userID: 'app', passwords: [{ name: 'login', key: 'password', namespace: 'aws' }] },
  });

/** The waves that objects get: by kind, in one application or in the one that a kind is given. */
function waves(
  objects: readonly Manifest[],
  applications: Readonly<Record<string, string>> = {},
): Record<string, number> {
  const placed = objects.map((manifest) => ({ manifest, application: applications[manifest.kind] ?? 'data' }));
  writeSyncWaves(new Tree(placed, facts));
  return Object.fromEntries(
    objects.map(({ kind, metadata }) => [kind, Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'])]),
  );
}

describe('waves', () => {
  test('GIVEN a value that the cluster writes WHEN waves are written THEN it is pushed, read and used, one after the other', () => {
    expect(waves([user(), externalSecret(), pushSecret()])).toEqual({ PushSecret: 0, ExternalSecret: 1, User: 2 });
  });

  test('GIVEN a value that a person writes WHEN waves are written THEN it and what needs it come last, in any application', () => {
    const last = { ExternalSecret: 100, User: 100 };
    expect(waves([user(), externalSecret()])).toEqual(last);
    expect(waves([user(), externalSecret()], { ExternalSecret: 'security' })).toEqual(last);
  });

  test('GIVEN a chart that brings a kind WHEN waves are written THEN objects of the kind come behind it, and waves of another application are its own', () => {
    const chart = () => {
      const made = object('argoproj.io/v1alpha1', 'Application', 'operator', { spec: {} }, 'argocd');
      Object.assign(made.metadata, { annotations: { 'platform.example.com/installs-crds': 'monitoring.coreos.com' } });
      return made;
    };
    const monitor = () => object('monitoring.coreos.com/v1', 'PodMonitor', 'pods', { spec: {} });
    expect(waves([monitor(), chart()])).toEqual({ Application: 0, PodMonitor: 1 });
    expect(waves([monitor(), chart()], { Application: 'controllers' })).toEqual({ Application: 0, PodMonitor: 0 });
  });

  test('GIVEN Pods with an identity WHEN waves are written THEN it comes before them', () => {
    const spec = { namespace: 'apps', serviceAccount: 'web' };
    const association = object('eks.services.k8s.aws/v1alpha1', 'PodIdentityAssociation', 'web', { spec });
    const deployment = object(
      'apps/v1',
      'Deployment',
      'web',
      { spec: { template: { spec: { serviceAccountName: 'web' } } } },
      'apps',
    );
    expect(waves([deployment, association])).toEqual({ PodIdentityAssociation: 0, Deployment: 1 });
  });

  test('GIVEN a namespace of the same application WHEN waves are written THEN it needs none: Argo CD applies it first', () => {
    const namespace = object('v1', 'Namespace', 'aws', {}, '');
    expect(waves([pushSecret(), namespace])).toEqual({ Namespace: 0, PushSecret: 0 });
  });

  test('GIVEN an object that names its wave WHEN waves are written THEN it keeps it', () => {
    const own = pushSecret();
    Object.assign(own.metadata, { annotations: { 'argocd.argoproj.io/sync-wave': '7' } });
    expect(waves([own])).toEqual({ PushSecret: 7 });
  });
});
