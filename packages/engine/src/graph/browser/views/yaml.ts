import { h } from '../dom';

const LINE = /^(\s*(?:- )*)([^\s:'"#][^:]*|'[^']*')(:)(?= |$)(.*)$/;

/** YAML with its keys set off. */
export function yaml(text: string): HTMLElement {
  const code = h('code', {});
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, indent, key, colon, rest] = LINE.exec(line) ?? [];
    if (key === undefined) code.append(`${line}\n`);
    else code.append(indent!, h('span', { class: 'key' }, key), `${colon}${rest}\n`);
  }
  return code;
}
