import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A fenced block of a page: ```` ```ts charts/messaging/sqs.ts after="…" ````. */
export interface Block {
  readonly language: string;
  /** What stands behind the language. */
  readonly info: string;
  readonly text: string;
}

const FENCE = /^( *(?:\d+\. )?)```(\w+) ?(.*)$/;

/** The fenced blocks of a page, in lists too. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, lead, language, info] = FENCE.exec(lines[index]!) ?? [];
    if (lead === undefined || language === undefined || info === undefined) continue;
    const indent = ' '.repeat(lead.length);
    const end = lines.indexOf(`${indent}\`\`\``, index);
    if (end < 0) throw new Error(`the block in line ${index + 1} does not end`);
    const text = lines.slice(index + 1, end).map((line) => line.replace(indent, ''));
    blocks.push({ language, info, text: text.join('\n') });
    index = end;
  }
  return blocks;
}

/**
 * Does what a block with a path says: a new file is written; into one that is there the text goes behind the line that
 * `after` names, before the one that `before` names, or to the end of the class that the file holds.
 */
export function applyBlock(root: string, { info, text }: Block): void {
  const [, path = '', where, anchor] = /^(\S+)(?: (after|before)="(.*)")?$/.exec(info) ?? [];
  const file = join(root, path);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
    return;
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = anchor === undefined ? lines.lastIndexOf('}') : lines.findIndex((one) => one.includes(anchor));
  if (line < 0) throw new Error(`${path} has no line with ${anchor ?? '}'}`);
  lines.splice(where === 'after' ? line + 1 : line, 0, text);
  writeFileSync(file, lines.join('\n'));
}
