import { byteLength, isDnsLabel, isDnsSubdomain, isQualifiedName } from '../names';
import { checkCountOrPercent, checkLabelSelector, quantity } from './common';
import type { Part } from './report';

const LARGEST = 1024 * 1024;
const KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const RBAC = 'rbac.authorization.k8s.io';

/** Keys that a Secret of a type must have. */
const SECRET_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

export function checkConfigMap(object: Part): void {
  const [data, binaryData] = [object.at('data'), object.at('binaryData')];
  for (const part of [data, binaryData]) checkKeys(part);
  for (const [key] of binaryData.fields())
    if (data.at(key).isSet) binaryData.refuse(`'${key}' stands in data, too`, 'duplicate');
  const size = [...data.fields(), ...binaryData.fields()].reduce(
    (sum, [key, value]) => sum + byteLength(key) + byteLength(value.text),
    0,
  );
  if (size > LARGEST) object.refuse(`holds ${size} bytes, at most ${LARGEST} are allowed`, 'too-long');
}

export function checkSecret(object: Part): void {
  const [data, stringData] = [object.at('data'), object.at('stringData')];
  for (const part of [data, stringData]) checkKeys(part);
  const has = (key: string) => data.at(key).isSet || stringData.at(key).isSet;
  const type = object.at('type').text;
  for (const key of SECRET_KEYS[type] ?? [])
    if (!has(key)) data.refuse(`'${key}' is required for a Secret of type ${type}`, 'required');
  if (type === 'kubernetes.io/basic-auth' && !has('username') && !has('password'))
    data.refuse('username or password is required', 'required');
}

function checkKeys(data: Part): void {
  for (const [key] of data.fields())
    if (!KEY.test(key) || key === '.' || key.startsWith('..'))
      data.refuse(`'${key}' is not a key: at most 253 letters, digits, - _ and ., not beginning with ..`);
}

export function checkPodDisruptionBudget(spec: Part): void {
  spec.exclusive(['minAvailable', 'maxUnavailable']);
  for (const field of ['minAvailable', 'maxUnavailable']) checkCountOrPercent(spec.at(field));
  checkLabelSelector(spec.at('selector'));
  spec.at('unhealthyPodEvictionPolicy').mustBeOneOf('IfHealthyBudget', 'AlwaysAllow');
}

export function checkRole(object: Part, isClusterRole: boolean): void {
  checkLabelSelectors(object.at('aggregationRule').at('clusterRoleSelectors'));
  for (const rule of object.at('rules').items()) {
    rule.at('verbs').require();
    if (!rule.at('nonResourceURLs').isEmpty) {
      if (!isClusterRole) rule.at('nonResourceURLs').refuse('is not allowed in a Role of a namespace');
      if (!rule.at('apiGroups').isEmpty || !rule.at('resources').isEmpty)
        rule.at('nonResourceURLs').refuse('excludes apiGroups and resources');
      continue;
    }
    rule.at('apiGroups').require();
    rule.at('resources').require();
  }
}

function checkLabelSelectors(selectors: Part): void {
  for (const selector of selectors.items()) checkLabelSelector(selector);
}

export function checkRoleBinding(object: Part, isClusterRoleBinding: boolean): void {
  const roleRef = object.at('roleRef');
  roleRef.at('apiGroup').mustBeOneOf(RBAC);
  roleRef
    .at('kind')
    .mustBe(
      (kind) => kind === 'ClusterRole' || (kind === 'Role' && !isClusterRoleBinding),
      isClusterRoleBinding ? 'ClusterRole' : 'Role, ClusterRole',
    );
  roleRef.at('kind').require();
  roleRef.at('name').require();
  for (const subject of object.at('subjects').items()) {
    const kind = subject.at('kind').text;
    subject.at('name').require();
    if (kind === 'ServiceAccount') {
      subject.at('apiGroup').mustBe(() => false, "'' for a ServiceAccount");
      subject.at('name').mustBe(isDnsSubdomain, 'the name of a ServiceAccount');
      // a RoleBinding's own namespace stands in for it
      if (isClusterRoleBinding) subject.at('namespace').require();
    } else {
      subject.at('kind').require('must be User, Group or ServiceAccount');
      subject.at('kind').mustBeOneOf('User', 'Group', 'ServiceAccount');
      subject.at('apiGroup').mustBeOneOf(RBAC);
    }
  }
}

export function checkStorageClass(object: Part): void {
  object.at('provisioner').require();
  object
    .at('provisioner')
    .mustBe((text) => isQualifiedName(text.toLowerCase()), 'a qualified name such as ebs.csi.aws.com');
  object.at('reclaimPolicy').mustBeOneOf('Delete', 'Retain');
  object.at('volumeBindingMode').mustBeOneOf('Immediate', 'WaitForFirstConsumer');
}

export function checkPriorityClass(object: Part): void {
  const name = object.at('metadata').at('name').text;
  if (name.startsWith('system-'))
    object.at('metadata').at('name').refuse("names that begin with 'system-' are the system's");
  if ((object.at('value').number ?? 0) > 1_000_000_000)
    object.at('value').refuse("is more than 1000000000, which is the system's");
  object.at('preemptionPolicy').mustBeOneOf('PreemptLowerPriority', 'Never');
}

export function checkAutoscaler(spec: Part): void {
  const min = spec.at('minReplicas').number;
  const max = spec.at('maxReplicas').number ?? 0;
  spec.at('minReplicas').mustBeWithin(1);
  if (max < 1) spec.at('maxReplicas').refuse('must be at least 1');
  if (min !== undefined && max < min) spec.at('maxReplicas').refuse('is less than minReplicas');
  const target = spec.at('scaleTargetRef');
  for (const field of ['kind', 'name']) target.at(field).require();
  if (!target.at('apiVersion').text.includes('/')) target.at('apiVersion').refuse('must be group/version');
}

export function checkPersistentVolumeClaim(spec: Part): void {
  spec.at('accessModes').require('at least one access mode is required');
  for (const mode of spec.at('accessModes').items())
    mode.mustBeOneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod');
  spec.at('volumeMode').mustBeOneOf('Filesystem', 'Block');
  const storage = spec.at('resources').at('requests').at('storage');
  storage.require();
  if ((quantity(storage) ?? 1) <= 0) storage.refuse('must be more than 0');
  spec.at('storageClassName').mustBe(isDnsSubdomain, 'the name of a StorageClass');
}

export function checkNamespaceName(name: Part): void {
  name.mustBe(isDnsLabel, 'at most 63 lower-case letters, digits and hyphens');
}
