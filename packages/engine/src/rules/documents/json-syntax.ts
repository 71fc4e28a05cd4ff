import type { Rule } from '../rule';
import { documentsIn } from './document';

export const jsonSyntax: Rule = {
  id: 'json-syntax',
  group: 'documents',
  reason: 'Kubernetes takes any text for a policy or a definition; AWS refuses what is not JSON when it is too late.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  check: (tree) =>
    documentsIn(tree).flatMap(({ object, path, error }) =>
      error === undefined ? [] : [{ object, path, message: `is not JSON: ${error}` }],
    ),
};
