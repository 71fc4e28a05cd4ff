import { isRecord } from '../../manifests';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const pushedSecret: Rule = {
  id: 'pushed-secret',
  group: 'policy',
  reason:
    'A generator makes another password at every look: one that replaces the last locks everybody out, and a push without a policy deletes the one that the secret has.',
  link: 'https://github.com/external-secrets/external-secrets/issues/6806',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('external-secrets.io/PushSecret')) {
    const isGenerated = fieldOf(object, 'spec.selector.generatorRef') !== undefined;
    const policy = fieldOf(object, 'spec.updatePolicy') ?? 'Replace';
    if (isGenerated && policy !== 'IfNotExists')
      yield {
        object,
        path: 'spec.updatePolicy',
        message: `is ${policy}, a generated value needs IfNotExists`,
      };
    if (fieldOf(object, 'spec.deletionPolicy') === 'Delete')
      yield {
        object,
        path: 'spec.deletionPolicy',
        message: 'deletes the secret with this object; None is needed',
      };
    for (const [index, item] of [fieldOf(object, 'spec.data')].flat().entries()) {
      const spec = at(at(item, 'metadata'), 'spec');
      const found = [
        at(spec, 'secretPushFormat') !== 'string' &&
          'is pushed as binary, which rotations and AWS services do not read',
        at(at(spec, 'resourcePolicy'), 'policySourceRef') === undefined && "has no policy, which deletes the secret's",
      ].find((message) => message !== false);
      if (item !== undefined && found) yield { object, path: `spec.data[${index}].metadata`, message: found };
    }
  }
}

function at(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}
