import { checkProperties, resourceType } from '../../aws';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { parsedIn } from './document';

export const desiredState: Rule = {
  id: 'desired-state',
  group: 'documents',
  reason: 'Cloud Control refuses properties that the resource type does not have, and the manifest does not show it.',
  link: 'https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-create.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value } of parsedIn(tree, 'desired-state')) {
    const typePath = path.replace(/desiredState$/, 'typeName');
    const name = fieldOf(object, typePath);
    const type = typeof name === 'string' ? resourceType(name) : undefined;
    if (!type) yield { object, path: typePath, message: `there is no CloudFormation resource type '${name}'` };
    else
      for (const { at, message } of checkProperties(type, value))
        yield { object, path, message: `${at || 'the state'}: ${message}` };
  }
}
