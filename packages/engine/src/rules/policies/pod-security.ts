import { isRecord, read, records } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { type Container, type Workload, workloadsIn } from './workloads';

export const podSecurity: Rule = {
  id: 'pod-security',
  group: 'policy',
  reason: 'The Pod Security Standard restricted keeps a container that was broken into inside.',
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  check,
};

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

function* check(tree: Tree): Generator<Problem> {
  for (const workload of workloadsIn(tree)) {
    yield* checkPod(workload);
    for (const container of workload.containers) yield* checkContainer(workload, container);
  }
}

function* checkPod({ object, path, pod }: Workload): Generator<Problem> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'])
    if (pod[field] === true) yield { object, path: `${path}.${field}`, message: 'shares a namespace with the node' };
  for (const [index, volume] of records(pod['volumes']).entries()) {
    const source = Object.keys(volume).find((field) => field !== 'name');
    if (source !== undefined && !VOLUMES.includes(source))
      yield {
        object,
        path: `${path}.volumes[${index}].${source}`,
        message: `volumes of type ${source} are not allowed, only ${VOLUMES.join(', ')}`,
      };
  }
}

function* checkContainer({ object, pod }: Workload, { path, fields }: Container): Generator<Problem> {
  const own = (field: string) => read(fields['securityContext'], field);
  const either = (field: string) => own(field) ?? read(pod['securityContext'], field);
  const at = (field: string, message: string): Problem => ({
    object,
    path: `${path}.securityContext.${field}`,
    message,
  });

  if (own('privileged') === true) yield at('privileged', 'a privileged container is root on the node');
  else if (own('allowPrivilegeEscalation') !== false) yield at('allowPrivilegeEscalation', 'has to be false');
  const dropped = read(own('capabilities'), 'drop');
  if (!Array.isArray(dropped) || !dropped.includes('ALL')) yield at('capabilities.drop', 'has to hold ALL');
  const added = read(own('capabilities'), 'add');
  const extra = Array.isArray(added) ? added.find((one) => one !== 'NET_BIND_SERVICE') : undefined;
  if (extra !== undefined) yield at('capabilities.add', `${extra} is not allowed, only NET_BIND_SERVICE`);
  if (either('runAsNonRoot') !== true) yield at('runAsNonRoot', 'has to be true, here or for the Pod');
  if (either('runAsUser') === 0) yield at('runAsUser', 'must not be 0');
  const profile = either('seccompProfile');
  const type = isRecord(profile) ? profile['type'] : undefined;
  if (type !== 'RuntimeDefault' && type !== 'Localhost')
    yield at('seccompProfile', 'has to be RuntimeDefault or Localhost, here or for the Pod');
  for (const [index, port] of records(fields['ports']).entries())
    if (port['hostPort'] !== undefined && port['hostPort'] !== 0)
      yield { object, path: `${path}.ports[${index}].hostPort`, message: "takes a port of the node's" };
}
