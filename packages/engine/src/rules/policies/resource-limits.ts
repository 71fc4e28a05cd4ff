import { read } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { workloadsIn } from './workloads';

export const resourceLimits: Rule = {
  id: 'resource-limits',
  group: 'policy',
  reason: 'Without requests the scheduler guesses, and without a memory limit one leak takes the node down.',
  link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  check,
};

/** No limit on CPU: what is over a request is throttled anyway when others want it. */
const REQUIRED = ['requests.cpu', 'requests.memory', 'limits.memory'];

function* check(tree: Tree): Generator<Problem> {
  for (const { object, containers } of workloadsIn(tree))
    for (const { path, fields } of containers)
      for (const field of REQUIRED)
        if (read(fields['resources'], field) === undefined)
          yield { object, path: `${path}.resources.${field}`, message: 'is required' };
}
