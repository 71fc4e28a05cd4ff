/**
 * Characters that nobody sees and that do something: controls (they steer a terminal), formats (they turn the direction
 * of a text, or hide), separators of lines, halves of pairs.
 * https://www.unicode.org/reports/tr44/#General_Category_Values
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** JSON escapes the rest of them itself. */
const UNSEEN_IN_JSON = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Logs of builds take `##[error]` (GitHub, Azure: `##vso[`; TeamCity: `##teamcity[`) for a command wherever it stands
 * in a line, and `::error::` where it begins one:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const COMMAND = /#(?=#\w*\[)/g;
const LINE_COMMAND = /^(\s*):(?=:)/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as one line for a terminal or the log of a build: what would do something there is written as its code. */
export function printable(text: string): string {
  return text
    .replace(UNSEEN, (character) => SHORT[character] ?? codeOf(character))
    .replace(COMMAND, '\\u0023')
    .replace(LINE_COMMAND, '$1\\u003a');
}

/** A value as JSON that does nothing where it is printed, and means the same. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSEEN_IN_JSON, codeOf).replace(COMMAND, '\\u0023');
}

/** `\u001b`, as JSON has it: two codes for a character beyond the first 65,536. */
function codeOf(character: string): string {
  return Array.from({ length: character.length }, (_, position) => {
    const code = character.charCodeAt(position).toString(16).padStart(4, '0');
    return `\\u${code}`;
  }).join('');
}
