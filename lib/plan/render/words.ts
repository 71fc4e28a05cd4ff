import type { Json } from '../../schema/structural';
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
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Of an object that is made or goes, whose fields say nothing, and of changes that do. */
export const GRAVE: ReadonlySet<Effect> = new Set(['destroy', 'orphan', 'blocked', 'replace', 'disrupt']);
