import { visit } from '../../references';
import type { Problem, Rule } from '../rule';
import type { Tree } from '../tree';

export const nullValue: Rule = {
  id: 'null-value',
  group: 'policy',
  reason: 'A null passes a create and is refused, or deletes the field, in the server-side apply that Argo CD makes.',
  link: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.objects) {
    const paths: string[] = [];
    visit(object.manifest, ({ value, path }) => {
      if (value === null) paths.push(path);
    });
    for (const path of paths) yield { object, path, message: 'is null: leave the field out' };
  }
}
