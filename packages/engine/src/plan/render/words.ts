import type { Json } from '../../schema';
import { type Change, EFFECTS, type Effect } from '../model';
import type { Summary } from '../report';

/** `production/data Table aws/orders`. */
export function nameOf({ environment, application, kind, namespace, name }: Change): string {
  return `${[environment, application].filter(Boolean).join('/')} ${kind} ${namespace ? `${namespace}/` : ''}${name}`.trim();
}

/** `1 destroy, 2 replace, 40 update`, the gravest first. */
export function counts(effects: Summary['effects']): string {
  const parts = [...EFFECTS]
    .reverse()
    .filter((effect) => effects[effect] > 0)
    .map((effect) => `${effects[effect]} ${effect}`);
  return parts.join(', ') || 'nothing';
}

const LONGEST = 120;

/** A value in a line. */
export function shown(value: Json): string {
  if (value === null) return '(not there)';
  return cut(textOf(value));
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** How much of what two long values have in common stands before their first difference. */
const BEFORE = 30;

/** Two values in a line: what they begin with alike is left out where it would hide the difference. */
export function shownPair(from: Json, to: Json): readonly [string, string] {
  if (from === null || to === null) return [shown(from), shown(to)];
  const [one, other] = [textOf(from), textOf(to)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const start = Math.max(one.length, other.length) > LONGEST && same > BEFORE ? same - BEFORE : 0;
  const part = (text: string) => `${start > 0 ? '…' : ''}${cut(text.slice(start))}`;
  return [part(one), part(other)];
}

/** Of an object that is made or goes, whose fields say nothing, and of changes that do. */
export const GRAVE: ReadonlySet<Effect> = new Set(['destroy', 'orphan', 'blocked', 'replace', 'unknown', 'disrupt']);
