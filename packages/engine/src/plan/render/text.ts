import { groupBy } from '../../collections';
import { indented, type Line, textOf } from '../../printing';
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
  const lines =
    changes.length === 0
      ? ['nothing changes', ...remarks(summary)]
      : [
          `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${counts(summary.effects)}`,
          '',
          ...changes.map(lineOf),
          '',
          ...changes.flatMap(details),
          ...consequences(summary),
          ...remarks(summary),
          ...dangers(summary),
        ];
  return textOf(lines, { isColored }).trimEnd();
}

/** A change in one line. */
export function lineOf(change: Change): Line {
  const { effect, acknowledged } = change;
  const after = ` ${nameOf(change)}${acknowledged ? '  (acknowledged)' : ''}`;
  return { before: '  ', word: effect.padEnd(8), color: COLORS[effect], after };
}

/** A change with its fields, their reasons and who feels it. */
export function details(change: Change): Line[] {
  const { effect } = change;
  const lines: Line[] = [{ word: effect, color: COLORS[effect], after: ` ${nameOf(change)}` }];
  // the worst field's reason is the object's
  if (!change.fields.some(({ path, reason }) => change.reason === `${path}: ${reason}`))
    lines.push(`  ${change.reason}`);
  for (const { path, from, to, effect: own, reason, source } of change.fields) {
    const values = from === null && to === null ? '' : `: ${shownPair(from, to).join(' → ')}`;
    lines.push(`  ${path}${values}  [${own}]`);
    if (change.reason !== reason) lines.push(`    ${reason}`);
    lines.push(`    ${source}`);
  }
  for (const [where, consumers] of groupBy(change.affects, ({ path, breaks }) => `${path}: ${breaks}`)) {
    const names = consumers.map(({ kind, namespace, name }) => `${kind} ${namespace ? `${namespace}/` : ''}${name}`);
    lines.push(`  affects ${names.join(', ')}`, `    by ${where}`);
  }
  return [...lines, ''];
}

function consequences({ iam, exposure, size }: Summary): Line[] {
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

function remarks({ remarks: all, staleAcknowledgements }: Summary): Line[] {
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

function dangers({ dangers: all }: Summary): Line[] {
  const lines = all.map(({ environment, object, effect, reason }): Line => {
    // an application is named by its own reason
    const why = object.includes('/') ? object : reason;
    return { word: effect.padEnd(8), color: COLORS[effect], after: ` ${environment} ${why}` };
  });
  return section(
    "stops the merge, unless an entry of 'acknowledged' in environments/ says that it is meant (docs/plan.md)",
    lines,
  );
}

function section(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map(indented), ''];
}
