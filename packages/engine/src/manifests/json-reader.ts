import { DEEPEST, SyntaxProblem } from './yaml-reader';

/** One JSON document. Throws `SyntaxProblem`, also for what JSON.parse takes: a key that stands twice in an object. */
export function readJson(text: string, firstLine = 1): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    throw problemAt(text, offset, message.replace(/ \(line \d+ column \d+\)$/, ''), firstLine);
  }
  const problem = findProblem(text);
  if (problem) throw problemAt(text, problem.offset, problem.message, firstLine);
  return value;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The first key that its object has already, or the first value that is nested too deeply; `text` is valid JSON. */
function findProblem(text: string): { message: string; offset: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isKey && token[0] === '"') {
      const key = JSON.parse(token) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return { message: `the key ${JSON.stringify(key)} stands twice`, offset: index };
      keys?.add(key);
    }
    if (open.length > DEEPEST) return { message: `nested more than ${DEEPEST} levels deep`, offset: index };
    isKey = token === '{' || (token === ',' && open.at(-1) !== undefined);
  }
  return undefined;
}

function problemAt(text: string, offset: number, message: string, firstLine: number): SyntaxProblem {
  const before = text.slice(0, offset).split('\n');
  return new SyntaxProblem(message, firstLine + before.length - 1, (before.at(-1)?.length ?? 0) + 1);
}
