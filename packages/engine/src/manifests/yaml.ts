/**
 * Writes manifests as YAML that YAML 1.1 readers (kubectl, Argo CD) and YAML 1.2 readers understand alike: a string
 * stands plain only where no reader could take it for anything else. No library offers this (docs/adr/0006).
 */

/** Letters first, then words joined by one space or colon: nothing a reader takes for a number, date or mark. */
const PLAIN = /^[A-Za-z_/][\w./@$%+=,()*-]*(?:[ :][\w./@$%+=()*-][\w./@$%+=,()*-]*)*$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;
const PRINTABLE = /^[\x20-\x7e\u00a1-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffd}]*$/u;
const BLOCK_LINE = /^[\x21-\x7e\u00a1-\u2027][\x20-\x7e\u00a1-\u2027]*$/;
const ESCAPE = /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Several objects as one YAML stream, each ending in a line feed, with `---` between them. */
export function stringifyAll(documents: Iterable<unknown>): string {
  const texts: string[] = [];
  for (const document of documents) texts.push(stringify(document));
  return texts.join('---\n');
}

/**
 * One value made of maps, lists, strings, finite numbers, booleans and null, in block style with lists not indented.
 */
export function stringify(value: unknown): string {
  const lines: string[] = [];
  if (isCollection(value)) write(value, '', '', lines);
  else lines.push(scalar(value, ''));
  return `${lines.join('\n')}\n`;
}

function write(value: object, indent: string, first: string, lines: string[]): void {
  let lead = first;
  const items: Iterable<[string, unknown]> = Array.isArray(value)
    ? value.map((item): [string, unknown] => ['-', item])
    : Object.entries(value).map(([key, item]): [string, unknown] => [`${keyText(key)}:`, item]);
  for (const [label, item] of items) {
    const start = lead + label;
    lead = indent;
    if (!isCollection(item)) lines.push(`${start} ${scalar(item, `${indent}  `)}`);
    else if (label === '-') write(item, `${indent}  `, `${start} `, lines);
    else {
      lines.push(start);
      const inner = Array.isArray(item) ? indent : `${indent}  `;
      write(item, inner, inner, lines);
    }
  }
}

function isCollection(value: unknown): value is object {
  if (value === null || typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
}

function scalar(value: unknown, indent: string): string {
  switch (typeof value) {
    case 'string':
      return text(value, indent);
    case 'boolean':
      return String(value);
    case 'number':
      return number(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? '[]' : '{}';
    default:
      throw new TypeError(`a manifest cannot hold a ${typeof value}`);
  }
}

/** YAML 1.1 reads an exponent only behind a decimal point. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`a manifest cannot hold the number ${value}`);
  const digits = String(value);
  return digits.includes('e') && !digits.includes('.') ? digits.replace('e', '.0e') : digits;
}

function text(value: string, indent: string): string {
  return inline(value) ?? block(value, indent) ?? quoted(value);
}

function keyText(key: string): string {
  return inline(key) ?? quoted(key);
}

/** Plain or in single quotes; undefined where neither can hold the text. */
function inline(value: string): string | undefined {
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  return PRINTABLE.test(value) ? `'${value.replaceAll("'", "''")}'` : undefined;
}

/** Configuration files inside a manifest stay readable as a literal block; undefined where that would change them. */
function block(value: string, indent: string): string | undefined {
  if (!value.includes('\n')) return undefined;
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const lines = body.split('\n');
  if (lines[0] === '' || lines.at(-1) === '') return undefined;
  if (
    !lines.every((line, index) => line === '' || BLOCK_LINE.test(index > 0 ? line.replace(/^ +(?=[^ \t])/, '') : line))
  )
    return undefined;
  const mark = body === value ? '|-' : '|';
  return [mark, ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

function quoted(value: string): string {
  return JSON.stringify(value).replace(ESCAPE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
