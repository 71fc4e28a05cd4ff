import { applyDefaults } from '../../api-server';
import type { Manifest } from '../../manifests';
import { read } from '../../manifests';
import { cloneJson, isObject, type Json, type JsonObject, type KindSchema } from '../../schema';
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

const PROBES: readonly Default[] = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe): Default[] => [
  [`containers[].${probe}.failureThreshold`, 3],
  [`containers[].${probe}.periodSeconds`, 10],
  [`containers[].${probe}.successThreshold`, 1],
  [`containers[].${probe}.timeoutSeconds`, 1],
  [`containers[].${probe}.httpGet.scheme`, 'HTTP'],
]);
const POD: readonly Default[] = [
  ...PROBES,
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
 * What the API server fills in where a manifest of its own kinds is silent, of what people write out: its OpenAPI has
 * no usable defaults. https://kubernetes.io/docs/reference/kubernetes-api/
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
    ['spec.paused', false],
    ['spec.replicas', 1],
    ['spec.revisionHistoryLimit', 10],
    ['spec.progressDeadlineSeconds', 600],
    ...template('spec.template.spec'),
  ],
  'apps/StatefulSet': [
    ['spec.replicas', 1],
    ['spec.podManagementPolicy', 'OrderedReady'],
    ['spec.updateStrategy', { type: 'RollingUpdate' }],
    ['spec.updateStrategy.rollingUpdate', { partition: 0 }],
    ['spec.revisionHistoryLimit', 10],
    ...template('spec.template.spec'),
  ],
  'networking.k8s.io/NetworkPolicy': [
    ['spec.egress[].ports[].protocol', 'TCP'],
    ['spec.ingress[].ports[].protocol', 'TCP'],
  ],
  'scheduling.k8s.io/PriorityClass': [
    ['globalDefault', false],
    ['preemptionPolicy', 'PreemptLowerPriority'],
  ],
  'storage.k8s.io/StorageClass': [
    ['reclaimPolicy', 'Delete'],
    ['volumeBindingMode', 'Immediate'],
  ],
};

function fillNative(object: JsonObject, key: string): void {
  for (const [path, value] of NATIVE[key] ?? []) fill(object, path.split('.'), value);
  const { containers } = (read(object, 'spec.template.spec') ?? {}) as { containers?: Json };
  if (Array.isArray(containers)) for (const container of containers) fillPullPolicy(container);
}

/** https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting */
function fillPullPolicy(container: Json): void {
  if (!isObject(container) || typeof container['image'] !== 'string') return;
  const [, tag, digest] = /^.*?(?::([^:/@]+))?(@.*)?$/.exec(container['image'])!;
  const isLatest = !digest && (tag === undefined || tag === 'latest');
  container['imagePullPolicy'] ??= isLatest ? 'Always' : 'IfNotPresent';
}

/** Only where what holds the field is there. */
function fill(part: Json | undefined, [head = '', ...rest]: readonly string[], value: Json): void {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return;
  const field = head.replace('[]', '');
  if (rest.length === 0) part[field] ??= cloneJson(value);
  else if (!head.endsWith('[]')) fill(part[field], rest, value);
  else if (Array.isArray(part[field])) for (const item of part[field]) fill(item, rest, value);
}
