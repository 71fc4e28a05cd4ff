import { printable } from './printable';

/** A line of a report. A word of it may have a colour, as the parameters of an ANSI sequence: `31;1`. */
export type Line =
  | string
  | { readonly before?: string; readonly word: string; readonly color: string; readonly after: string };

/** Lines for a terminal or a log; a value in one of them cannot begin another. */
export function textOf(lines: Iterable<Line>, { isColored = false } = {}): string {
  return Array.from(lines, (line) => rendered(line, isColored)).join('\n');
}

/** A line further to the right. */
export function indented(line: Line): Line {
  return typeof line === 'string' ? `  ${line}` : { ...line, before: `  ${line.before ?? ''}` };
}

function rendered(line: Line, isColored: boolean): string {
  if (typeof line === 'string') return printable(line);
  const { before = '', word, color, after } = line;
  if (!isColored) return printable(`${before}${word}${after}`);
  return `${printable(before)}\u001b[${color}m${printable(word)}\u001b[0m${printable(after)}`;
}
