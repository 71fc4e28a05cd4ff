import { canonicalJson } from '../../manifests';
import type { Rule } from '../rule';
import { documentsIn } from './document';

export const jsonCanonical: Rule = {
  id: 'json-canonical',
  group: 'documents',
  reason: 'Controllers compare texts: other white space or order than AWS answers with makes them update for ever.',
  link: 'https://github.com/aws-controllers-k8s/community/issues/2421',
  check: (tree) =>
    documentsIn(tree).flatMap(({ object, path, value, text, error }) =>
      error !== undefined || text === canonicalJson(value)
        ? []
        : [
            {
              object,
              path,
              message: 'is not in canonical form: sorted keys and no white space (canonicalJson writes it)',
            },
          ],
    ),
};
