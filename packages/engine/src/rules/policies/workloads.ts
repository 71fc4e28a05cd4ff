import { isRecord, kindKey, read, records } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';

type Fields = Readonly<Record<string, unknown>>;

/** Where each kind keeps its Pod's spec. */
const POD_PATHS: Readonly<Record<string, string>> = {
  '/Pod': 'spec',
  'apps/DaemonSet': 'spec.template.spec',
  'apps/Deployment': 'spec.template.spec',
  'apps/ReplicaSet': 'spec.template.spec',
  'apps/StatefulSet': 'spec.template.spec',
  'argoproj.io/Rollout': 'spec.template.spec',
  'batch/CronJob': 'spec.jobTemplate.spec.template.spec',
  'batch/Job': 'spec.template.spec',
};

/** An object that makes Pods. */
export interface Workload {
  readonly object: TreeObject;
  /** Of the Pod's spec. */
  readonly path: string;
  readonly pod: Fields;
  readonly containers: readonly Container[];
  /** Whether its Pods run until they are done. */
  readonly isJob: boolean;
}

export interface Container {
  readonly path: string;
  readonly fields: Fields;
  readonly isInit: boolean;
}

export function workloadsIn(tree: Tree): Workload[] {
  return tree.ofKinds(...Object.keys(POD_PATHS)).flatMap((object) => {
    const key = kindKey(object.manifest);
    const path = POD_PATHS[key]!;
    const pod = read(object.manifest, path);
    if (!isRecord(pod)) return [];
    return [{ object, path, pod, containers: containersOf(pod, path), isJob: key.startsWith('batch/') }];
  });
}

function containersOf(pod: Fields, path: string): Container[] {
  return ['initContainers', 'containers'].flatMap((field) =>
    records(pod[field]).map((fields, index) => ({
      path: `${path}.${field}[${index}]`,
      fields,
      isInit: field === 'initContainers',
    })),
  );
}
