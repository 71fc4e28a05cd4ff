import { SyntaxProblem } from './yaml-reader';

/** One JSON document. Throws `SyntaxProblem`, also for a key that stands twice in an object, which JSON.parse takes. */
export function readJson(text: string, firstLine = 1): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    throw problemAt(text, offset, message.replace(/ \(line \d+ column \d+\)$/, ''), firstLine);
  }
  const duplicate = findDuplicateKey(text);
  if (duplicate)
    throw problemAt(text, duplicate.offset, `the key ${JSON.stringify(duplicate.key)} stands twice`, firstLine);
  return value;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The first key that its object has already; `text` is valid JSON. */
function findDuplicateKey(text: string): { key: string; offset: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isKey && token[0] === '"') {
      const key = JSON.parse(token) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, offset: index };
      keys?.add(key);
    }
    isKey = token === '{' || (token === ',' && open.at(-1) !== undefined);
  }
  return undefined;
}

function problemAt(text: string, offset: number, message: string, firstLine: number): SyntaxProblem {
  const before = text.slice(0, offset).split('\n');
  return new SyntaxProblem(message, firstLine + before.length - 1, (before.at(-1)?.length ?? 0) + 1);
}
