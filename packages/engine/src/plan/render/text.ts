import { groupBy } from '../../collections';
import type { Change, Effect } from '../model';
import type { Plan, Summary } from '../report';
import { counts, nameOf, shown, shownPair } from './words';

/** ANSI colours by effect: red is lost, yellow is felt. */
const COLORS: Readonly<Record<Effect, string>> = {
  destroy: '31;1',
  orphan: '35',
  blocked: '31',
  replace: '31',
  unknown: '33;1',
  disrupt: '33',
  update: '36',
  create: '32',
  none: '2',
};

/** For a terminal: one line a change, the gravest first, and below why. */
export function textReport({ changes, summary }: Plan, isColored: boolean): string {
  const paint = painter(isColored);
  if (changes.length === 0) return ['nothing changes', ...remarks(summary)].join('\n');
  return [
    `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${counts(summary.effects)}`,
    '',
    ...changes.map((change) => lineOf(change, paint)),
    '',
    ...changes.flatMap((change) => details(change, paint)),
    ...consequences(summary),
    ...remarks(summary),
    ...dangers(summary, paint),
  ]
    .join('\n')
    .trimEnd();
}

export type Paint = (effect: Effect, text: string) => string;

export function painter(isColored: boolean): Paint {
  return (effect, text) => (isColored ? `\u001b[${COLORS[effect]}m${text}\u001b[0m` : text);
}

/** A change in one line. */
export function lineOf(change: Change, paint: Paint): string {
  return `  ${paint(change.effect, change.effect.padEnd(8))} ${nameOf(change)}${change.acknowledged ? '  (acknowledged)' : ''}`;
}

/** A change with its fields, their reasons and who feels it. */
export function details(change: Change, paint: Paint): string[] {
  const lines = [`${paint(change.effect, change.effect)} ${nameOf(change)}`];
  // the worst field's reason is the object's
  if (!change.fields.some(({ path, reason }) => change.reason === `${path}: ${reason}`))
    lines.push(`  ${change.reason}`);
  for (const { path, from, to, effect, reason, source } of change.fields) {
    const values = from === null && to === null ? '' : `: ${shownPair(from, to).join(' → ')}`;
    lines.push(`  ${path}${values}  [${effect}]`);
    if (change.reason !== reason) lines.push(`    ${reason}`);
    lines.push(`    ${source}`);
  }
  for (const [where, consumers] of groupBy(change.affects, ({ path, breaks }) => `${path}: ${breaks}`)) {
    const names = consumers.map(({ kind, namespace, name }) => `${kind} ${namespace ? `${namespace}/` : ''}${name}`);
    lines.push(`  affects ${names.join(', ')}`, `    by ${where}`);
  }
  return [...lines, ''];
}

function consequences({ iam, exposure, size }: Summary): string[] {
  return [
    ...section(
      'permissions',
      iam.flatMap(
        ({ environment, object, path, actionsAdded, actionsRemoved, resourcesWidened, resourcesNarrowed }) => [
          `${environment} ${object} ${path}`,
          ...actionsAdded.map((one) => `  + ${one}`),
          ...resourcesWidened.map((one) => `  + ${one}`),
          ...actionsRemoved.map((one) => `  - ${one}`),
          ...resourcesNarrowed.map((one) => `  - ${one}`),
        ],
      ),
    ),
    ...section(
      'exposure',
      exposure.map(
        ({ environment, object, path, direction, message }) =>
          `${direction} ${environment} ${object} ${path}: ${message}`,
      ),
    ),
    ...section(
      'size',
      size.map(
        ({ environment, object, path, direction, from, to }) =>
          `${direction} ${environment} ${object} ${path}: ${shown(from)} → ${shown(to)}`,
      ),
    ),
  ];
}

function remarks({ remarks: all, staleAcknowledgements }: Summary): string[] {
  return [
    ...section(
      'to know',
      all.map(({ environment, object, message }) => `${environment} ${object}: ${message}`),
    ),
    ...section(
      'acknowledgements that are stale',
      staleAcknowledgements.map(({ environment, object, effect, why }) => `${environment} ${effect} ${object}: ${why}`),
    ),
  ];
}

function dangers({ dangers: all }: Summary, paint: Paint): string[] {
  const lines = all.map(({ environment, object, effect, reason }) => {
    // an application is named by its own reason
    const why = object.includes('/') ? object : reason;
    return `${paint(effect, effect.padEnd(8))} ${environment} ${why}`;
  });
  return section(
    "stops the merge, unless an entry of 'acknowledged' in environments/ says that it is meant (docs/plan.md)",
    lines,
  );
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
}
