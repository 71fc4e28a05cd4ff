import { isKept } from '../../aws';
import type { Manifest } from '../../manifests';
import { DELETION_POLICY, SYNC_OPTIONS } from '../../manifests';
import { familyOf } from '../../references';
import type { Tree } from '../../relations';
import { missingKeepOptions } from '../never-pruned';
import type { Problem, Rule } from '../rule';
import { kindsWhere } from './demands';
import { isRetained } from './retained';

export const statefulRetained: Rule = {
  id: 'stateful-retained',
  group: 'policy',
  reason: 'Deleting a manifest must not delete data: a wrong merge, a renamed folder or a removed Application would.',
  link: 'https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds(...kindsWhere(tree, isKept).map(({ key }) => key))) {
    if (!isRetained(object.manifest)) yield { object, ...deletable(object.manifest) };
    // what kro makes is pruned with its graph and instance
    const { manifest } = object.within?.owner ?? object;
    const missing = missingKeepOptions(manifest);
    if (missing.length > 0)
      yield {
        object: object.within?.owner ?? object,
        path: `metadata.annotations.${SYNC_OPTIONS}`,
        message: `${missing.join(' and ')} has to be among the sync options: without it Argo CD deletes the object`,
      };
  }
}

function deletable(manifest: Manifest): Pick<Problem, 'path' | 'message'> {
  if (familyOf(manifest) === 'ack')
    return {
      path: `metadata.annotations.${DELETION_POLICY}`,
      message: 'has to be retain: the controller deletes the AWS object with this one',
    };
  return {
    path: 'spec.managementPolicies',
    message: 'has to list what the provider may do, without Delete: it deletes the AWS object with this one',
  };
}
