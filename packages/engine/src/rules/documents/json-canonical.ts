import { oncePer } from '../../collections';
import { canonicalJson } from '../../manifests';
import type { Rule } from '../rule';
import { documentsIn, type EmbeddedDocument } from './document';

export const jsonCanonical: Rule = {
  id: 'json-canonical',
  group: 'documents',
  reason: 'Controllers compare texts: other white space or order than AWS answers with makes them update for ever.',
  link: 'https://github.com/aws-controllers-k8s/community/issues/2421',
  check: (tree) =>
    documentsIn(tree)
      .filter((document) => document.error === undefined && !isCanonical(document))
      .map(({ object, path }) => ({
        object,
        path,
        message: 'is not in canonical form: sorted keys and no white space (canonicalJson writes it)',
      })),
};

const isCanonical = oncePer(({ text, value }: EmbeddedDocument) => text === canonicalJson(value));
