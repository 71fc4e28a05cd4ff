import { kindKey, type Manifest } from '../../manifests/manifest';
import type { Field, Mention } from '../mention';

type Reader = (manifest: Manifest, field: Field) => Mention[];
type Fields = Readonly<Record<string, unknown>>;

const STORES: Reader = (manifest, { value, path }) =>
  [value].flat().flatMap((item): Mention[] => {
    const { name, kind = 'SecretStore' } = (item ?? {}) as Fields;
    if (typeof name !== 'string') return [];
    const namespace = kind === 'ClusterSecretStore' ? undefined : manifest.metadata.namespace;
    return [{ by: 'name', kinds: [`external-secrets.io/${kind}`], name, namespace, path, needed: true }];
  });

const GENERATOR: Reader = (manifest, { value, path }) => {
  const { name, kind } = (value ?? {}) as Fields;
  if (typeof name !== 'string') return [];
  const namespace = kind === 'ClusterGenerator' ? undefined : manifest.metadata.namespace;
  return [{ by: 'name', kinds: [`generators.external-secrets.io/${kind}`], name, namespace, path, needed: true }];
};

/** Fields of other controllers' kinds, by kind and field name. */
const READERS: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  'argoproj.io/Application': {
    project: ({ metadata }, { value, path }) =>
      typeof value === 'string' && value !== 'default'
        ? [
            {
              by: 'name',
              kinds: ['argoproj.io/AppProject'],
              name: value,
              namespace: metadata.namespace,
              path,
              needed: true,
            },
          ]
        : [],
  },
  'cloudtrail.aws.m.upbound.io/Trail': { s3BucketName: bucket },
  'eventbridge.services.k8s.aws/Rule': { eventBusName: eventBus },
  'external-secrets.io/ExternalSecret': { generatorRef: GENERATOR, secretStoreRef: STORES },
  'external-secrets.io/PushSecret': { generatorRef: GENERATOR, secretStoreRefs: STORES },
};

/** What Argo CD's, External Secrets', CloudTrail's and EventBridge's objects name in fields that are no references by their form. */
export function customMentions(manifest: Manifest, field: Field): Mention[] {
  return READERS[kindKey(manifest)]?.[field.name]?.(manifest, field) ?? [];
}

function eventBus(_manifest: Manifest, { value, path }: Field): Mention[] {
  // a partner's bus has a slash in its name, and every account has the default bus
  if (typeof value !== 'string' || value === 'default' || value.includes('/') || value.startsWith('arn:')) return [];
  const kinds = ['cloudwatchevents.aws.m.upbound.io/Bus', 'eventbridge.services.k8s.aws/EventBus'];
  return [{ by: 'aws-name', kinds, name: value, path, needed: true }];
}

function bucket(_manifest: Manifest, { value, path }: Field): Mention[] {
  if (typeof value !== 'string') return [];
  return [{ by: 'aws-name', kinds: ['s3.services.k8s.aws/Bucket'], name: value, path, needed: true }];
}
