import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { workloadsIn } from './workloads';

export const probes: Rule = {
  id: 'probes',
  group: 'policy',
  reason: 'Without probes a container that hangs keeps its traffic and is never restarted.',
  link: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const { object, containers, isJob } of workloadsIn(tree)) {
    if (isJob) continue;
    for (const { path, fields, isInit } of containers)
      for (const probe of isInit ? [] : ['livenessProbe', 'readinessProbe'])
        if (fields[probe] === undefined) yield { object, path: `${path}.${probe}`, message: 'is required' };
  }
}
