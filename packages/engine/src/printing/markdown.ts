import { printable } from './printable';

/** Between `@` and a name, it keeps GitHub from seeing a mention; nobody sees it. */
const NOTHING = '&#8203;';

/**
 * A span of code that no backtick, line or cell ends early: Markdown reads what stands in HTML, too. Also for where
 * Markdown is not read, such as a `<summary>`.
 */
export function code(text: string): string {
  return `<code>${unlinked(entities(html(text), /[\\`*_[\]|@$~]/g))}</code>`;
}

/** In backticks where nothing in the text could end them. */
export function span(text: string): string {
  return /^[\w./[\]*-]+$/.test(text) ? `\`${text}\`` : code(text);
}

/**
 * Text that becomes no markup, mention, reference or link, and begins no list or heading:
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function plain(text: string): string {
  const inert = html(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/#(?=\d)/g, `\\#${NOTHING}`)
    .replace(/\bGH-(?=\d)/gi, `$&${NOTHING}`)
    .replace(/\$/g, '&#36;')
    .replace(/@/g, `&#64;${NOTHING}`);
  return unlinked(inert).replace(/^\s*[-+=>#\d]/, (start) => entities(start, /\S/g));
}

function html(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function entities(text: string, which: RegExp): string {
  return text.replace(which, (character) => `&#${character.charCodeAt(0)};`);
}

function unlinked(text: string): string {
  return text.replace(/:\/\//g, `:${NOTHING}//`).replace(/\bwww\./gi, `www${NOTHING}.`);
}
