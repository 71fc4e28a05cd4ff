import { oncePer } from '../collections';
import type { TreeObject } from '../relations';
import { type DocumentType, type EmbeddedDocument, parsedIn } from './documents/document';
import type { Problem, Rule } from './rule';

/**
 * The check of a rule that looks at each object alone. What it finds is kept for the object: a tree in which one object
 * is another than before is judged anew in that one only.
 */
export function ofEachObject(find: (object: TreeObject) => Iterable<Problem>): Rule['check'] {
  const found = oncePer((object: TreeObject) => [...find(object)]);
  return (tree) => tree.objects.flatMap((object) => found(object));
}

/** The same for a rule that looks at each JSON text of some types alone. */
export function ofEachDocument(
  types: readonly DocumentType[],
  find: (document: EmbeddedDocument) => Iterable<Problem>,
): Rule['check'] {
  const found = oncePer((document: EmbeddedDocument) => [...find(document)]);
  return (tree) => parsedIn(tree, ...types).flatMap((document) => found(document));
}
