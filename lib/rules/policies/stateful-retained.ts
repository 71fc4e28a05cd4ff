import { familyOf } from '../../graph/family';
import { annotationOf } from '../../manifests/manifest';
import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree, type TreeObject } from '../tree';
import { statefulKinds } from './stateful-kinds';

export const statefulRetained: Rule = {
  id: 'stateful-retained',
  group: 'policy',
  reason: 'Deleting a manifest must not delete data: a wrong merge, a renamed folder or a removed Application would.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/',
  check,
};

const RETAIN = 'services.k8s.aws/deletion-policy';
const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds(...Object.keys(statefulKinds))) {
    const wrong = familyOf(object.manifest) === 'ack' ? ackProblem(object) : crossplaneProblem(object);
    if (wrong) yield { object, ...wrong };
    const options = (annotationOf(object.manifest, SYNC_OPTIONS) ?? '').split(',').map((option) => option.trim());
    const missing = ['Prune=false', 'Delete=false'].filter((option) => !options.includes(option));
    if (missing.length > 0)
      yield {
        object,
        path: `metadata.annotations.${SYNC_OPTIONS}`,
        message: `${missing.join(' and ')} has to be among the sync options: without it Argo CD deletes the object`,
      };
  }
}

function ackProblem({ manifest }: TreeObject): Pick<Problem, 'path' | 'message'> | undefined {
  if (annotationOf(manifest, RETAIN) === 'retain') return undefined;
  return {
    path: `metadata.annotations.${RETAIN}`,
    message: 'has to be retain: the controller deletes the AWS object with this one',
  };
}

function crossplaneProblem(object: TreeObject): Pick<Problem, 'path' | 'message'> | undefined {
  const policies = fieldOf(object, 'spec.managementPolicies');
  if (Array.isArray(policies) && policies.length > 0 && !policies.includes('*') && !policies.includes('Delete'))
    return undefined;
  return {
    path: 'spec.managementPolicies',
    message: 'has to list what the provider may do, without Delete: it deletes the AWS object with this one',
  };
}
