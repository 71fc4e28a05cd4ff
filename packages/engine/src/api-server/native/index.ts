import type { JsonObject, KindSchema } from '../../schema';
import type { Finding } from '../finding';
import { checkLabels } from './common';
import {
  checkAutoscaler,
  checkConfigMap,
  checkNamespaceName,
  checkPersistentVolumeClaim,
  checkPodDisruptionBudget,
  checkPriorityClass,
  checkRole,
  checkRoleBinding,
  checkSecret,
  checkStorageClass,
} from './configuration';
import { checkImmutable } from './immutable';
import { checkIngress, checkNetworkPolicy, checkService } from './networking';
import { checkWorkload } from './pods';
import { Part } from './report';

type Check = (object: Part) => void;

const spec =
  (check: (spec: Part) => void): Check =>
  (object) =>
    check(object.at('spec'));
const workload = (kind: string) => spec((part) => checkWorkload(kind, part));

/** https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax */
function isSchedule(text: string): boolean {
  if (/^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return true;
  return /^@every \S+$/.test(text) || (/^[\w*?,/ -]+$/.test(text) && text.trim().split(/\s+/).length === 5);
}

/** What the server checks of its own kinds beyond their schemas, by group and kind. */
const checks: Readonly<Record<string, Check>> = {
  '/ConfigMap': checkConfigMap,
  '/Namespace': (object) => checkNamespaceName(object.at('metadata').at('name')),
  '/PersistentVolumeClaim': spec(checkPersistentVolumeClaim),
  '/Secret': checkSecret,
  '/Service': (object) => {
    checkNamespaceName(object.at('metadata').at('name'));
    checkService(object.at('spec'));
  },
  'apps/DaemonSet': workload('DaemonSet'),
  'apps/Deployment': workload('Deployment'),
  'apps/ReplicaSet': workload('ReplicaSet'),
  'apps/StatefulSet': workload('StatefulSet'),
  'autoscaling/HorizontalPodAutoscaler': spec(checkAutoscaler),
  'batch/CronJob': (object) => {
    const schedule = object.at('spec').at('schedule');
    schedule.require();
    schedule.mustBe(isSchedule, 'five fields such as 0 3 * * *, or a word such as @daily');
    object.at('spec').at('concurrencyPolicy').mustBeOneOf('Allow', 'Forbid', 'Replace');
    checkLabels(object.at('spec').at('jobTemplate').at('metadata').at('labels'));
    checkWorkload('Job', object.at('spec').at('jobTemplate').at('spec'));
  },
  'batch/Job': workload('Job'),
  'networking.k8s.io/Ingress': spec(checkIngress),
  'networking.k8s.io/NetworkPolicy': spec(checkNetworkPolicy),
  'policy/PodDisruptionBudget': spec(checkPodDisruptionBudget),
  'rbac.authorization.k8s.io/ClusterRole': (object) => checkRole(object, true),
  'rbac.authorization.k8s.io/ClusterRoleBinding': (object) => checkRoleBinding(object, true),
  'rbac.authorization.k8s.io/Role': (object) => checkRole(object, false),
  'rbac.authorization.k8s.io/RoleBinding': (object) => checkRoleBinding(object, false),
  'scheduling.k8s.io/PriorityClass': checkPriorityClass,
  'storage.k8s.io/StorageClass': checkStorageClass,
};

/** The server's rules for its own kinds; with an old object also for its update. */
export function checkNative({ group, kind }: KindSchema, object: JsonObject, old?: JsonObject): Finding[] {
  const findings: Finding[] = [];
  const key = `${group}/${kind}`;
  checks[key]?.(new Part(object, '', findings));
  return old ? [...findings, ...checkImmutable(key, object, old)] : findings;
}
