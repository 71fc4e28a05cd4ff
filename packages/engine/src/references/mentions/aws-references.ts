import type { Manifest } from '../../manifests';
import { familyOf } from '../family';
import type { Field, Mention } from '../mention';
import { targetOf } from '../reference-kinds';

/** Fields that look like references to AWS objects and are none. */
const NOT_REFERENCES = new Set(['providerConfigRef', 'writeConnectionSecretToRef']);
const PROVIDER_CONFIG_GROUP = 'aws.m.upbound.io';

/**
 * ACK's `topicRef: { from: { name } }`, Crossplane's `queueRef: { name }` and `queueSelector: { matchLabels }`, and
 * lists of them.
 */
export function awsReferenceMentions(manifest: Manifest, field: Field): Mention[] {
  const family = familyOf(manifest);
  if (family === 'kubernetes') return [];
  if (field.name === 'providerConfigRef') return providerConfig(manifest, field);
  if (NOT_REFERENCES.has(field.name)) return [];
  if (/Refs?$/.test(field.name)) return byName(manifest, field);
  if (family === 'crossplane' && field.name.endsWith('Selector')) return byLabels(manifest, field);
  return secretKey(manifest, field);
}

function byName(manifest: Manifest, { value, path }: Field): Mention[] {
  const family = familyOf(manifest);
  return items(value).flatMap((item): Mention[] => {
    const { from, name, namespace, key } = item as Record<string, unknown>;
    const target = (from ?? { name, namespace }) as Record<string, unknown>;
    if (typeof target['name'] !== 'string') return [];
    if (/SecretRef$/.test(path)) return [secret(manifest, path, target['name'], target['namespace'], key)];
    const kind = targetOf(manifest, path);
    const kinds = kind === undefined ? [family] : [kind];
    return [
      {
        by: 'name',
        kinds,
        name: target['name'],
        namespace: text(target['namespace']) ?? manifest.metadata.namespace,
        path,
        needed: true,
      },
    ];
  });
}

function byLabels(manifest: Manifest, { value, path }: Field): Mention[] {
  const labels = (value as { matchLabels?: unknown } | null)?.matchLabels;
  const kind =
    targetOf(manifest, path.replace(/Selector$/, 'Ref')) ?? targetOf(manifest, path.replace(/Selector$/, 'Refs'));
  if (labels === null || typeof labels !== 'object' || kind === undefined) return [];
  return [
    {
      by: 'labels',
      kinds: [kind],
      labels: labels as Record<string, string>,
      namespace: manifest.metadata.namespace,
      path,
      needed: true,
    },
  ];
}

function providerConfig(manifest: Manifest, { value, path }: Field): Mention[] {
  const { name, kind } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string') return [];
  const isCluster = kind === undefined || kind === 'ClusterProviderConfig';
  const namespace = isCluster ? undefined : manifest.metadata.namespace;
  const kinds = [`${PROVIDER_CONFIG_GROUP}/${isCluster ? 'ClusterProviderConfig' : 'ProviderConfig'}`];
  return [{ by: 'name', kinds, name, namespace, path, needed: true }];
}

/** ACK takes a key of a Secret as `{ name, key }`, under any field name. */
function secretKey(manifest: Manifest, { value, path }: Field): Mention[] {
  if (familyOf(manifest) !== 'ack' || value === null || typeof value !== 'object') return [];
  const { name, key, namespace, ...others } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof key !== 'string' || Object.keys(others).length > 0) return [];
  return [secret(manifest, path, name, namespace, key)];
}

function secret(manifest: Manifest, path: string, name: string, namespace: unknown, key: unknown): Mention {
  return {
    by: 'name',
    kinds: ['/Secret'],
    name,
    namespace: text(namespace) ?? manifest.metadata.namespace,
    key: text(key),
    path,
    needed: true,
  };
}

function items(value: unknown): object[] {
  return [value].flat().filter((item): item is object => item !== null && typeof item === 'object');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
