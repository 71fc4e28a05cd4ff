import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { ignoredDifferencesOf, normalized } from '../../src/diff/ignored-differences';
import { readSources } from '../../src/manifests/documents';
import type { Manifest } from '../../src/manifests/manifest';
import { SAMPLE_DIST } from '../engine';

const RULE = 'resource.customizations.ignoreDifferences.';

function installation(cm: object): Manifest {
  const source = { chart: 'argo-cd', helm: { valuesObject: { configs: { cm } } } };
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'argocd' }, spec: { source } };
}

const queue = {
  apiVersion: 'sqs.services.k8s.aws/v1alpha1',
  kind: 'Queue',
  metadata: {
    name: 'orders',
    namespace: 'aws',
    uid: 'a',
    resourceVersion: '1',
    generation: 2,
    creationTimestamp: 'now',
    managedFields: [],
    labels: { app: 'orders' },
    annotations: {
      'argocd.argoproj.io/tracking-id': 'messaging:…',
      'kubectl.kubernetes.io/last-applied-configuration': '{"password":"…"}',
      'services.k8s.aws/region': 'us-east-1',
    },
  },
  spec: { queueName: 'orders', 'a/b': { '~c': 1, d: 2 }, list: [1, 2, 3] },
  status: { conditions: [] },
};

describe('what a diff overlooks', () => {
  test('GIVEN an object of a cluster WHEN it is compared THEN what the server, Argo CD and kubectl wrote is gone', () => {
    expect(normalized(queue, new Map())).toEqual({
      apiVersion: queue.apiVersion,
      kind: 'Queue',
      metadata: {
        name: 'orders',
        namespace: 'aws',
        labels: { app: 'orders' },
        annotations: { 'services.k8s.aws/region': 'us-east-1' },
      },
      spec: queue.spec,
    });
  });

  test('GIVEN only annotations that were added WHEN it is compared THEN there are none', () => {
    const annotations = { 'argocd.argoproj.io/tracking-id': 'messaging:…' };
    expect(normalized({ ...queue, metadata: { name: 'orders', annotations } }, new Map()).metadata).toEqual({
      name: 'orders',
    });
  });

  test('GIVEN settings of Argo CD WHEN an object is compared THEN their pointers are followed, escapes and lists too', () => {
    const pointers = ['/spec/a~1b/~0c', '/spec/list/1', '/spec/nowhere/at/all', '/spec/queueName'];
    const overlooked = ignoredDifferencesOf([
      installation({
        [`${RULE}sqs.services.k8s.aws_Queue`]: `jsonPointers:\n${pointers.map((one) => `  - ${one}\n`).join('')}`,
      }),
    ]);
    expect([...overlooked.keys()]).toEqual(['sqs.services.k8s.aws/Queue']);
    expect(normalized(queue, overlooked)['spec']).toEqual({ 'a/b': { d: 2 }, list: [1, 3] });
    expect(normalized({ ...queue, kind: 'Topic' }, overlooked)['spec']).toEqual(queue.spec);
    expect(queue.spec.queueName).toBe('orders');
  });

  test.each(['production'])(
    'GIVEN the settings of %s WHEN they are read THEN every rule is one of JSON pointers, which a diff understands',
    (name) => {
      const manifests = readSources([join(SAMPLE_DIST, name, 'argocd')], () => Buffer.alloc(0)).flatMap(
        ({ text }) => loadAll(text) as Manifest[],
      );
      const text = JSON.stringify(manifests);
      const keys = new Set(text.match(/resource\.customizations\.ignoreDifferences\.[\w.]+/g));
      expect([...ignoredDifferencesOf(manifests).keys()].map((kind) => RULE + kind.replace('/', '_')).sort()).toEqual(
        [...keys].sort(),
      );
      expect(text).not.toMatch(/ignoreResourceUpdates|compareoptions.*ignoreDifferencesOnResourceUpdates.*true/);
      const own = manifests.filter(
        ({ kind, spec }) =>
          kind === 'Application' && (spec as { source?: { path?: string } }).source?.path !== undefined,
      );
      expect(own.filter(({ spec }) => 'ignoreDifferences' in (spec as object))).toEqual([]);
    },
  );
});
