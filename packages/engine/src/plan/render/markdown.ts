import { code, plain } from '../../printing';
import type { Change } from '../model';
import type { Plan, Summary } from '../report';
import { counts, GRAVE, nameOf, shown, shownPair } from './words';

/** GitHub takes 65,536 characters in a comment: https://docs.github.com/en/rest/issues/comments */
const LONGEST = 65_536;
/** Left for the line that says what is missing. */
const RESERVE = 300;
const LONGEST_LIST = 40;

/** For a pull-request comment: the gravest first, details to unfold, never longer than a comment may be. */
export function markdownReport({ changes, summary }: Plan): string {
  const title = changes.length === 0 ? '## Plan: nothing changes' : `## Plan: ${counts(summary.effects)}`;
  const blocks = [
    ...dangers(summary),
    ...table(changes),
    ...changes.map(details),
    ...list(
      'Permissions',
      summary.iam.map(
        ({ environment, object, path, actionsAdded, actionsRemoved, resourcesWidened, resourcesNarrowed }) =>
          `${code(`${environment} ${object}`)} ${code(path)}: ${[
            ...[...actionsAdded, ...resourcesWidened].map((one) => `may now ${code(one)}`),
            ...[...actionsRemoved, ...resourcesNarrowed].map((one) => `may no longer ${code(one)}`),
          ].join('; ')}`,
      ),
    ),
    ...list(
      'Exposure',
      summary.exposure.map(
        ({ environment, object, path, direction, message }) =>
          `**${direction}** ${code(`${environment} ${object}`)} ${code(path)}: ${plain(message)}`,
      ),
    ),
    ...list(
      'Size',
      summary.size.map(
        ({ environment, object, path, direction, from, to }) =>
          `**${direction}** ${code(`${environment} ${object}`)} ${code(path)}: ${code(shown(from))} → ${code(shown(to))}`,
      ),
    ),
    ...list(
      'To know',
      summary.remarks.map(
        ({ environment, object, message }) => `${code(`${environment} ${object}`)}: ${plain(message)}`,
      ),
    ),
    ...list(
      'Stale acknowledgements',
      summary.staleAcknowledgements.map(
        ({ environment, object, effect, why }) => `${effect} ${code(`${environment} ${object}`)}: ${plain(why)}`,
      ),
    ),
  ];
  return fitted(title, blocks);
}

/** Whole blocks as long as they fit; a reader is told what does not. */
function fitted(title: string, blocks: readonly string[]): string {
  let text = title;
  for (const [position, block] of blocks.entries()) {
    if (text.length + block.length + 2 > LONGEST - RESERVE)
      return `${text}\n\n_${blocks.length - position} more parts do not fit into a comment; \`npx platform plan\` shows all._\n`;
    text += `\n\n${block}`;
  }
  return `${text}\n`;
}

function dangers({ dangers: all }: Summary): string[] {
  return list(
    'Not acknowledged: this stops the merge',
    all.map(
      ({ environment, object, effect, reason }) =>
        `**${effect}** ${code(`${environment} ${object}`)}: ${plain(reason)}`,
    ),
  );
}

function table(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const rows = changes
    .slice(0, LONGEST_LIST)
    .map(
      (change) =>
        `| ${GRAVE.has(change.effect) ? `**${change.effect}**` : change.effect} | ${code(nameOf(change))} | ${change.acknowledged ? 'acknowledged' : ''} |`,
    );
  const more = changes.length > LONGEST_LIST ? [`| … | ${changes.length - LONGEST_LIST} more, below | |`] : [];
  return [['| Effect | Object | |', '| --- | --- | --- |', ...rows, ...more].join('\n')];
}

function details(change: Change): string {
  const { effect, reason, fields, affects } = change;
  const lines = fields.map(
    ({ path, from, to, effect: own, reason: why, source }) =>
      `- ${code(path)}${from === null && to === null ? '' : `: ${shownPair(from, to).map(code).join(' → ')}`} — **${own}**${reason.includes(why) ? '' : `: ${plain(why)}`} ([source](${linkOf(source)}))`,
  );
  const consumers = affects
    .slice(0, LONGEST_LIST)
    .map(
      ({ kind, namespace, name, path, breaks }) =>
        `- affects ${code(`${kind} ${namespace ? `${namespace}/` : ''}${name}`)} (${code(path)}): ${plain(breaks)}`,
    );
  const more = affects.length > LONGEST_LIST ? [`- and ${affects.length - LONGEST_LIST} more consumers`] : [];
  return [
    `<details${GRAVE.has(effect) ? ' open' : ''}><summary><b>${effect}</b> ${code(nameOf(change))}</summary>`,
    '',
    plain(reason),
    ...(lines.length + consumers.length > 0 ? ['', ...lines, ...consumers, ...more] : []),
    '',
    '</details>',
  ].join('\n');
}

/** The last link of a source: before it stand names of kinds, which a manifest chooses. */
function linkOf(source: string): string {
  return source.match(/https:\/\/[\w./#?=&%~+-]+/g)?.at(-1) ?? 'docs/plan.md';
}

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const shownItems = items.slice(0, LONGEST_LIST);
  const more = items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [];
  return [[`### ${title}`, '', ...shownItems.map((item) => `- ${item}`), ...more].join('\n')];
}
