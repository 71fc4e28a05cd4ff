import { kindKey, type Manifest, read } from '../../manifests';
import type { Field, Mention } from '../mention';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a field of a core kind names. `name` is where the name stands in the field's value; without it the value is the
 * name.
 */
interface NamingField {
  readonly kinds: readonly string[];
  readonly name?: string;
  /** Whether the named object belongs to the cluster, not to the namespace. */
  readonly isCluster?: true;
  /** Where in the value a key of the ConfigMap or Secret stands. */
  readonly key?: string;
  /** Names that every cluster has. */
  readonly builtIn?: RegExp;
}

const CONFIG_MAP = ['/ConfigMap'];
const SECRET = ['/Secret'];

/** Fields of Pods and of the kinds that make them, by field name: Kubernetes uses each for one thing only. */
const POD_FIELDS: Readonly<Record<string, NamingField>> = {
  configMap: { kinds: CONFIG_MAP, name: 'name' },
  configMapKeyRef: { kinds: CONFIG_MAP, name: 'name', key: 'key' },
  configMapRef: { kinds: CONFIG_MAP, name: 'name' },
  imagePullSecrets: { kinds: SECRET, name: 'name' },
  persistentVolumeClaim: { kinds: ['/PersistentVolumeClaim'], name: 'claimName' },
  priorityClassName: { kinds: ['scheduling.k8s.io/PriorityClass'], isCluster: true, builtIn: /^system-/ },
  secret: { kinds: SECRET, name: 'secretName' },
  secretKeyRef: { kinds: SECRET, name: 'name', key: 'key' },
  secretRef: { kinds: SECRET, name: 'name' },
  serviceAccountName: { kinds: ['/ServiceAccount'], builtIn: /^default$/ },
  serviceName: { kinds: ['/Service'] },
  storageClassName: { kinds: ['storage.k8s.io/StorageClass'], isCluster: true },
};

const WORKLOADS = new Set([
  '/PersistentVolumeClaim',
  '/Pod',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'argoproj.io/Rollout',
  'batch/CronJob',
  'batch/Job',
]);

const OTHER_FIELDS: Readonly<Record<string, Readonly<Record<string, NamingField>>>> = {
  'argoproj.io/Rollout': {
    activeService: { kinds: ['/Service'] },
    previewService: { kinds: ['/Service'] },
    templateName: { kinds: ['argoproj.io/AnalysisTemplate'] },
  },
  'elbv2.k8s.aws/TargetGroupBinding': { serviceRef: { kinds: ['/Service'], name: 'name' } },
  'networking.k8s.io/Ingress': {
    ingressClassName: { kinds: ['networking.k8s.io/IngressClass'], isCluster: true },
    secretName: { kinds: SECRET },
    service: { kinds: ['/Service'], name: 'name' },
  },
};

/** The ConfigMaps, Secrets, accounts, claims, Services and classes that objects of Kubernetes itself name. */
export function kubernetesMentions(manifest: Manifest, field: Field): Mention[] {
  const key = kindKey(manifest);
  if (key.startsWith('rbac.authorization.k8s.io/')) return rbacMentions(manifest, field);
  if (key === 'autoscaling/HorizontalPodAutoscaler' && field.name === 'scaleTargetRef')
    return [scaled(manifest, field)];
  if (isOwnAction(field)) return [];
  const naming = OTHER_FIELDS[key]?.[field.name] ?? (WORKLOADS.has(key) ? POD_FIELDS[field.name] : undefined);
  return naming ? named(manifest, field, naming) : [];
}

/** The load balancer controller's word for a backend that an annotation describes: there is no such Service. */
function isOwnAction({ name, value }: Field): boolean {
  return name === 'service' && read(value, 'port.name') === 'use-annotation';
}

function named(manifest: Manifest, { value, path }: Field, naming: NamingField): Mention[] {
  return [value].flat().flatMap((item): Mention[] => {
    const part = (item ?? {}) as Fields;
    if (part['optional'] === true) return [];
    // a projected volume's source names its Secret by `name`
    const name = naming.name === undefined ? item : (part[naming.name] ?? part['name']);
    if (typeof name !== 'string' || name === '' || naming.builtIn?.test(name)) return [];
    const key = naming.key === undefined ? undefined : String(part[naming.key]);
    const namespace = naming.isCluster ? undefined : (manifest.metadata.namespace ?? 'default');
    return [{ by: 'name', kinds: naming.kinds, name, namespace, key, path, needed: true }];
  });
}

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings */
const BUILT_IN_ROLES = /^(?:cluster-admin|admin|edit|view|system:.+)$/;

function rbacMentions(manifest: Manifest, { name: field, value, path }: Field): Mention[] {
  const { kind, name, namespace } = (value ?? {}) as Fields;
  if (typeof name !== 'string') return [];
  if (field === 'roleRef') {
    if (BUILT_IN_ROLES.test(name)) return [];
    const isCluster = kind === 'ClusterRole';
    const kinds = [`rbac.authorization.k8s.io/${isCluster ? 'ClusterRole' : 'Role'}`];
    return [
      { by: 'name', kinds, name, namespace: isCluster ? undefined : manifest.metadata.namespace, path, needed: true },
    ];
  }
  if (!path.startsWith('subjects[') || kind !== 'ServiceAccount' || name === 'default') return [];
  const place = typeof namespace === 'string' ? namespace : manifest.metadata.namespace;
  return [{ by: 'name', kinds: ['/ServiceAccount'], name, namespace: place, path, needed: false }];
}

function scaled(manifest: Manifest, { value, path }: Field): Mention {
  const { apiVersion, kind, name } = (value ?? {}) as Fields;
  const group = String(apiVersion ?? 'v1').includes('/') ? String(apiVersion).split('/')[0] : '';
  const kinds = [`${group}/${kind}`];
  return { by: 'name', kinds, name: String(name), namespace: manifest.metadata.namespace, path, needed: false };
}
