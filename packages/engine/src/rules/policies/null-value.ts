import { visit } from '../../references';
import type { TreeObject } from '../../relations';
import { ofEachObject } from '../of-each';
import type { Problem, Rule } from '../rule';

export const nullValue: Rule = {
  id: 'null-value',
  group: 'policy',
  reason: 'A null passes a create and is refused, or deletes the field, in the server-side apply that Argo CD makes.',
  link: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  check: ofEachObject(nulls),
};

function nulls(object: TreeObject): Problem[] {
  const found: Problem[] = [];
  visit(object.manifest, ({ value, path }) => {
    if (value === null) found.push({ object, path, message: 'is null: leave the field out' });
  });
  return found;
}
