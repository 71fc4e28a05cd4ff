/** A text of a template: pieces as they are, and expressions. */
export type Piece = { readonly literal: string } | { readonly expression: string };

/**
 * The pieces of a text, as kro v0.9.3 finds them: braces are counted, and only double quotes begin a string
 * (https://github.com/kubernetes-sigs/kro/blob/v0.9.3/pkg/graph/parser/cel.go). Throws for an expression in an
 * expression; one without an end is text.
 */
export function piecesOfTemplate(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', from)) {
    const end = endOf(text, start + 2);
    if (end === undefined) break;
    if (start > from) pieces.push({ literal: text.slice(from, start) });
    pieces.push({ expression: text.slice(start + 2, end) });
    from = end + 1;
  }
  if (from < text.length) pieces.push({ literal: text.slice(from) });
  return pieces;
}

function endOf(text: string, start: number): number | undefined {
  let depth = 1;
  let isQuoted = false;
  for (let position = start; position < text.length; position++) {
    const character = text[position];
    if (isQuoted) {
      if (character === '\\') position++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '$' && text[position + 1] === '{') throw new Error('an expression inside an expression');
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return position;
  }
  return undefined;
}

/**
 * A text that kro leaves as it is: `${` in it, as IAM's policy variables have, is written as an expression that gives
 * it.
 */
export function escapeLiteral(text: string): string {
  return text.replaceAll('${', '${"${"}');
}

/**
 * A text of a template as what it becomes: constants put in, and every other expression left as a mark without double
 * quotes, so that JSON in it can still be read.
 */
export function untemplated(text: string): string {
  if (!text.includes('${')) return text;
  try {
    return piecesOfTemplate(text)
      .map((piece) =>
        'literal' in piece
          ? piece.literal
          : (constantOf(piece.expression) ?? `\${${piece.expression.replaceAll('"', "'")}}`),
      )
      .join('');
  } catch {
    return text;
  }
}

function constantOf(expression: string): string | undefined {
  return /^"(?:[^"\\]|\\.)*"$/.test(expression) ? (JSON.parse(expression) as string) : undefined;
}
