import { deepEqual, isObject, type Json, type JsonObject, quantityOf } from '../../schema';
import type { Finding } from '../finding';

/** Fields that the server never lets change, by group and kind. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'apps/DaemonSet': ['spec.selector'],
  'apps/Deployment': ['spec.selector'],
  'apps/ReplicaSet': ['spec.selector'],
  'batch/Job': ['spec.selector', 'spec.template'],
  'networking.k8s.io/IngressClass': ['spec.controller'],
  'rbac.authorization.k8s.io/ClusterRoleBinding': ['roleRef'],
  'rbac.authorization.k8s.io/RoleBinding': ['roleRef'],
  'scheduling.k8s.io/PriorityClass': ['value', 'preemptionPolicy'],
  'storage.k8s.io/StorageClass': ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
  '/PersistentVolume': ['spec.csi', 'spec.hostPath', 'spec.local', 'spec.nfs', 'spec.volumeMode'],
  '/Secret': ['type'],
};

/** What may change in the spec of a StatefulSet; all the rest may not. */
const STATEFUL_SET = new Set([
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
]);

/** What the server fills in where a manifest is silent: leaving it out changes nothing. */
const DEFAULTS: Readonly<Record<string, Json>> = {
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
  type: 'Opaque',
  preemptionPolicy: 'PreemptLowerPriority',
  'spec.volumeMode': 'Filesystem',
};

/** What an update may not change. */
export function checkImmutable(key: string, object: JsonObject, old: JsonObject): Finding[] {
  const changed = (FIELDS[key] ?? []).filter((path) => !deepEqual(read(object, path), read(old, path)));
  if (key === 'apps/StatefulSet') {
    const [spec, oldSpec] = [object['spec'], old['spec']].map((part) => (isObject(part) ? part : {})) as [
      JsonObject,
      JsonObject,
    ];
    for (const field of new Set([...Object.keys(spec), ...Object.keys(oldSpec)]))
      if (!STATEFUL_SET.has(field) && !deepEqual(spec[field], oldSpec[field])) changed.push(`spec.${field}`);
  }
  if ((key === '/ConfigMap' || key === '/Secret') && old['immutable'] === true)
    for (const field of ['immutable', 'data', 'binaryData', 'stringData'])
      if (!deepEqual(object[field], old[field])) changed.push(field);
  const clusterIp = read(old, 'spec.clusterIP');
  if (
    key === '/Service' &&
    clusterIp !== undefined &&
    read(object, 'spec.clusterIP') !== undefined &&
    clusterIp !== read(object, 'spec.clusterIP')
  )
    changed.push('spec.clusterIP');
  // a Service that named no address was given one
  if (
    key === '/Service' &&
    clusterIp === undefined &&
    read(old, 'spec.type') !== 'ExternalName' &&
    read(object, 'spec.clusterIP') === 'None'
  )
    changed.push('spec.clusterIP');
  if (
    key === '/Service' &&
    [object, old].every((one) => read(one, 'spec.type') === 'LoadBalancer') &&
    read(object, 'spec.loadBalancerClass') !== read(old, 'spec.loadBalancerClass')
  )
    changed.push('spec.loadBalancerClass');
  if (key === '/PersistentVolumeClaim') changed.push(...changedClaim(object, old));
  const findings = changed.map((path): Finding => ({ rule: 'immutable', path, message: 'cannot be changed' }));
  if (key === '/PersistentVolumeClaim' && shrinks(object, old))
    findings.push({ rule: 'immutable', path: 'spec.resources.requests.storage', message: 'cannot shrink' });
  return findings;
}

/** What may change in a claim that is bound: more storage, other attributes, and a class where there was none. */
const CLAIM = new Set(['resources', 'volumeAttributesClassName']);

function changedClaim(object: JsonObject, old: JsonObject): string[] {
  const [spec, oldSpec] = [object, old].map(({ spec: part }) => (isObject(part) ? part : {})) as [
    JsonObject,
    JsonObject,
  ];
  return [...new Set([...Object.keys(spec), ...Object.keys(oldSpec)])]
    .filter((field) => !CLAIM.has(field) && !(field === 'storageClassName' && oldSpec[field] === undefined))
    .filter((field) => !deepEqual(spec[field] ?? CLAIM_DEFAULTS[field], oldSpec[field] ?? CLAIM_DEFAULTS[field]))
    .map((field) => `spec.${field}`);
}

const CLAIM_DEFAULTS: Readonly<Record<string, Json>> = { volumeMode: 'Filesystem' };

function shrinks(object: JsonObject, old: JsonObject): boolean {
  const [now, before] = [object, old].map((one) => quantityOf(read(one, 'spec.resources.requests.storage') ?? ''));
  return now !== undefined && before !== undefined && now < before;
}

function read(object: JsonObject, path: string): Json | undefined {
  const value = path
    .split('.')
    .reduce<Json | undefined>((part, step) => (isObject(part) ? part[step] : undefined), object);
  return value ?? DEFAULTS[path];
}
