import { isCollection, isMap, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { SourceDocument } from './documents';

/** Finds source lines of fields. Parses the text once more, with positions: only for texts that have a finding. */
export function lineFinder(text: string): (position: SourceDocument['position'], path: string) => number | undefined {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  const roots = Array.isArray(documents) ? documents.filter(({ contents }) => contents !== null) : [];
  return ({ document, item }, path) => {
    const root = roots[document]?.contents;
    const start = item === undefined ? root : isMap(root) ? root.getIn(['items', item], true) : undefined;
    const offset = offsetOf(start as Node | undefined, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
}

/** The offset of the deepest part of the path that is there: a missing field is shown where it is missing. */
function offsetOf(root: Node | undefined, path: string): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  let rest = path;
  while (rest !== '' && isCollection(node)) {
    const step = isSeq(node) ? /^\[(\d+)\]\.?/.exec(rest) : null;
    if (step) {
      node = node.get(Number(step[1]), true);
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
      rest = rest.slice(step[0].length);
      continue;
    }
    // keys may hold dots themselves: the longest that fits is meant
    const pair = isMap(node)
      ? node.items
          .map((item) => ({ item, key: String((item.key as { value?: unknown })?.value ?? item.key) }))
          .filter(({ key }) => rest === key || rest.startsWith(`${key}.`) || rest.startsWith(`${key}[`))
          .sort((a, b) => b.key.length - a.key.length)[0]
      : undefined;
    if (!pair) break;
    offset = (pair.item.key as Node | undefined)?.range?.[0] ?? offset;
    node = pair.item.value;
    rest = rest.slice(pair.key.length).replace(/^\./, '');
  }
  return offset;
}
