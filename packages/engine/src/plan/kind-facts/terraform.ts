/**
 * What Terraform's AWS provider, which Crossplane's providers carry, never changes in place: the fields marked
 * `ForceNew` (plugin SDK) or `RequiresReplace()` (plugin framework). Read from its Go sources, as text: a schema is
 * nested literals.
 */

/** A Go package of the provider, `internal/service/<service>`, by file name. */
export type GoPackage = Readonly<Record<string, string>>;

/** The fields of a resource type that cannot be changed, as paths of Terraform's names: `logging_config.bucket`. */
export function forceNewFields(files: GoPackage, resourceType: string): string[] | undefined {
  const sources = Object.entries(files).filter(
    ([name]) => name.endsWith('.go') && !/_test\.go$|data_source/.test(name),
  );
  const text = sources.map(([, source]) => source).join('\n');
  const body = factoryBody(text, resourceType);
  if (body === undefined) return undefined;
  const found = new Set<string>();
  collect(body, text, '', found, 0);
  return [...found].sort();
}

function factoryBody(text: string, resourceType: string): string | undefined {
  const annotated = new RegExp(
    `// @(?:SDK|Framework)Resource\\("?${resourceType}[",)][\\s\\S]*?\\nfunc (\\w+)\\(`,
  ).exec(text);
  const listed = new RegExp(`Factory:\\s+(\\w+),\\s+TypeName:\\s+"${resourceType}"`).exec(text);
  const name = annotated?.[1] ?? listed?.[1];
  if (name === undefined) return undefined;
  const body = bodyAfter(text, new RegExp(`\\nfunc ${name}\\([^)]*\\)[^{]*\\{`));
  if (body === undefined) return undefined;
  // a resource of the plugin framework has its schema in a method of what the factory makes
  const made = /&(\w+)\{\}/.exec(body)?.[1];
  const schema = made && bodyAfter(text, new RegExp(`\\nfunc \\(\\w+ \\*${made}\\) Schema\\([^{]*\\{`));
  return schema ?? body;
}

/** The text inside the braces that a pattern ends at. */
function bodyAfter(text: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  return text.slice(start, endOfBraces(text, start));
}

function endOfBraces(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === '`') at = endOfString(text, at);
    else if (character === '/' && text[at + 1] === '/') at = text.indexOf('\n', at);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at++)
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  return text.length;
}

const KEY =
  /"(\w+)":\s*(?:\{|&?schema\.\w+\{|([A-Za-z][\w.]*)\()|names\.Attr(\w+):\s*(?:\{|&?schema\.\w+\{|([A-Za-z][\w.]*)\()|Schema:\s+(\w+)(?:\(\))?,/g;
const DEEPEST = 12;

/** Fields of nested literals; helper functions and variables of the package are followed. */
function collect(body: string, text: string, prefix: string, found: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  KEY.lastIndex = 0;
  const keys: RegExpExecArray[] = [];
  for (let match = KEY.exec(body); match; match = KEY.exec(body)) {
    keys.push(match);
    if (match[5] === undefined && !match[2] && !match[4])
      KEY.lastIndex = endOfBraces(body, match.index + match[0].length);
  }
  for (const match of keys) {
    const [, quoted, helper, constant, constantHelper, variable] = match;
    if (variable !== undefined) {
      const shared =
        bodyAfter(text, new RegExp(`\\b${variable}\\s*=\\s*map\\[string\\]\\*schema\\.Schema\\s*\\{`)) ??
        bodyAfter(text, new RegExp(`\\nfunc ${variable}\\(\\)[^{]*\\{`));
      if (shared !== undefined) collect(shared, text, prefix, found, depth + 1);
      continue;
    }
    const path = prefix + (quoted ?? snakeOf(constant!));
    const called = helper ?? constantHelper;
    const start = match.index + match[0].length;
    const own = called === undefined ? body.slice(start, endOfBraces(body, start)) : helperBody(text, called);
    if (own === undefined) continue;
    if (isForced(own)) found.add(path);
    collect(own, text, `${path}.`, found, depth + 1);
  }
}

function helperBody(text: string, name: string): string | undefined {
  return bodyAfter(text, new RegExp(`\\nfunc ${name.replace('.', '\\.')}\\([^)]*\\)[^{]*\\{`));
}

/** Whether the mark belongs to the field itself and not to one inside it. */
function isForced(own: string): boolean {
  const nested = own.search(/(?:Schema|Attributes|Blocks):\s+(?:map\[|\w+[,(])/);
  const head = nested < 0 ? own : own.slice(0, nested) + own.slice(endOfBraces(own, own.indexOf('{', nested) + 1));
  return /ForceNew:\s+true|RequiresReplace(?:If\w*)?\(/.test(head);
}

function snakeOf(constant: string): string {
  return constant
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
