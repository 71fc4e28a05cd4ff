import { deepEqual, isObject, type Json, type JsonObject } from '../../schema/structural';
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
  'scheduling.k8s.io/PriorityClass': ['value'],
  'storage.k8s.io/StorageClass': ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
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
  return changed.map((path) => ({ rule: 'immutable', path, message: 'cannot be changed' }));
}

function read(object: JsonObject, path: string): Json | undefined {
  const value = path
    .split('.')
    .reduce<Json | undefined>((part, step) => (isObject(part) ? part[step] : undefined), object);
  return value ?? DEFAULTS[path];
}
