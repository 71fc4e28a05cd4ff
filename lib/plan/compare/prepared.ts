import type { Manifest } from '../../manifests/manifest';
import { cloneJson, type Json, type JsonObject, type KindSchema } from '../../schema/structural';
import { applyDefaults } from '../../validate/decode';
import { isWrittenDefault } from './defaults';
import { type Difference, differences } from './differences';

/** What a manifest says of its object, without what the cluster adds; defaults written out. */
export function prepared(manifest: Manifest, kind: KindSchema | undefined): JsonObject {
  const {
    status: _,
    metadata,
    ...rest
  } = cloneJson(manifest as unknown as JsonObject) as JsonObject & { metadata: JsonObject };
  const { labels = {}, annotations = {}, finalizers = [] } = metadata;
  const object: JsonObject = { ...rest, metadata: { labels, annotations, finalizers } };
  if (kind?.isNative) fillNative(object, `${kind.group}/${kind.kind}`);
  else if (kind) {
    const { metadata: __, ...others } = kind.schema.properties ?? {};
    applyDefaults(object, { ...kind.schema, properties: others });
  }
  return object;
}

/** The differences in meaning between two manifests of one object. */
export function differencesOf(old: JsonObject, value: JsonObject, kind: KindSchema | undefined): Difference[] {
  const all = [...differences(old, value, kind?.schema, '')];
  const key = kind && `${kind.group}/${kind.kind}`;
  return key === undefined ? all : all.filter((difference) => !isWrittenDefault(key, difference));
}

type Default = readonly [path: string, value: Json];

const POD: readonly Default[] = [
  ['restartPolicy', 'Always'],
  ['dnsPolicy', 'ClusterFirst'],
  ['terminationGracePeriodSeconds', 30],
  ['schedulerName', 'default-scheduler'],
  ['containers[].ports[].protocol', 'TCP'],
  ['containers[].terminationMessagePath', '/dev/termination-log'],
  ['containers[].terminationMessagePolicy', 'File'],
];
const template = (path: string): Default[] => POD.map(([field, value]) => [`${path}.${field}`, value]);

/**
 * What the API server fills in where a manifest of its own kinds is silent, of what people write out: its OpenAPI has no
 * usable defaults. https://kubernetes.io/docs/reference/kubernetes-api/
 */
const NATIVE: Readonly<Record<string, readonly Default[]>> = {
  '/PersistentVolumeClaim': [['spec.volumeMode', 'Filesystem']],
  '/PersistentVolume': [['spec.volumeMode', 'Filesystem']],
  '/Secret': [['type', 'Opaque']],
  '/Service': [
    ['spec.type', 'ClusterIP'],
    ['spec.sessionAffinity', 'None'],
    ['spec.ports[].protocol', 'TCP'],
  ],
  'apps/DaemonSet': [['spec.revisionHistoryLimit', 10], ...template('spec.template.spec')],
  'apps/Deployment': [
    ['spec.replicas', 1],
    ['spec.revisionHistoryLimit', 10],
    ['spec.progressDeadlineSeconds', 600],
    ...template('spec.template.spec'),
  ],
  'apps/StatefulSet': [
    ['spec.replicas', 1],
    ['spec.podManagementPolicy', 'OrderedReady'],
    ['spec.revisionHistoryLimit', 10],
    ...template('spec.template.spec'),
  ],
  'networking.k8s.io/NetworkPolicy': [
    ['spec.egress[].ports[].protocol', 'TCP'],
    ['spec.ingress[].ports[].protocol', 'TCP'],
  ],
  'storage.k8s.io/StorageClass': [
    ['reclaimPolicy', 'Delete'],
    ['volumeBindingMode', 'Immediate'],
  ],
};

function fillNative(object: JsonObject, key: string): void {
  for (const [path, value] of NATIVE[key] ?? []) fill(object, path.split('.'), value);
}

/** Only where what holds the field is there. */
function fill(part: Json | undefined, [head = '', ...rest]: readonly string[], value: Json): void {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return;
  const field = head.replace('[]', '');
  if (rest.length === 0) part[field] ??= value;
  else if (!head.endsWith('[]')) fill(part[field], rest, value);
  else if (Array.isArray(part[field])) for (const item of part[field]) fill(item, rest, value);
}
