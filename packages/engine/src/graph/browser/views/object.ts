import { EDGE_KINDS, type Edge, type EdgeKind, type PageObject } from '../../model/architecture';
import type { Context, Shown } from '../context';
import { h } from '../dom';
import { effectMark, statefulMark } from '../marks';
import { keyOf } from '../model';
import { neighbourLines } from '../neighbour-lines';
import { EFFECT_WORDS, KIND_WORDS } from '../words';
import { missing } from './missing';
import { yaml } from './yaml';

/** So many of one kind are shown at once. */
const SHOWN = 8;

/** An object between those that it has to do with, and its manifest. */
export function objectView(context: Context, key: string): Shown {
  const { model } = context;
  const position = model.find(key);
  if (position === undefined) return missing('No such object', key);
  const object = model.object(position);
  const around = h(
    'div',
    { class: 'around' },
    column('incoming', model.to(position), (edge) => edge.from, context),
    h('div', { class: 'centre' }, centre(object)),
    column('outgoing', model.from(position), (edge) => edge.to, context),
  );
  const element = h(
    'div',
    { class: 'object' },
    around,
    object.change && change(object),
    facts(object, context),
    object.manifest !== '' && manifest(object),
  );
  return {
    title: object.name,
    about: `${object.title} ${object.what}`,
    element,
    above: [
      { title: 'Overview', view: { name: 'overview' } },
      { title: object.application, view: { name: 'application', application: object.application } },
    ],
    shown: () => neighbourLines(around),
  };
}

function column(
  side: 'incoming' | 'outgoing',
  edges: readonly Edge[],
  otherOf: (edge: Edge) => number,
  context: Context,
): HTMLElement {
  const groups = EDGE_KINDS.flatMap((kind) => {
    const own = edges.filter((edge) => edge.kind === kind);
    return own.length === 0 ? [] : [group(kind, KIND_WORDS[kind][side], own, otherOf, context)];
  });
  const label = side === 'incoming' ? 'Incoming' : 'Outgoing';
  return h(
    'section',
    { class: `column ${side}`, 'aria-label': label },
    ...(groups.length > 0 ? groups : [h('p', { class: 'nothing' }, `Nothing ${side}`)]),
  );
}

function group(
  kind: EdgeKind,
  title: string,
  edges: readonly Edge[],
  otherOf: (edge: Edge) => number,
  context: Context,
): HTMLElement {
  const cards = edges.map((edge) => h('li', {}, card(context.model.object(otherOf(edge)), edge, context)));
  const rest = cards.slice(SHOWN);
  return h(
    'div',
    { class: `group ${kind}` },
    h('h2', {}, `${title} `, h('small', {}, String(edges.length))),
    h('ul', {}, ...cards.slice(0, SHOWN)),
    rest.length > 0 && h('details', {}, h('summary', { class: 'node' }, `${rest.length} more`), h('ul', {}, ...rest)),
  );
}

function card(object: PageObject, { kind, paths }: Edge, { link }: Context): HTMLElement {
  const { change } = object;
  return h(
    'a',
    {
      class: `node near ${kind}${change ? ` changed ${change.effect}` : ''}`,
      href: link({ name: 'object', key: keyOf(object) }),
      title: paths.join('\n'),
    },
    h(
      'span',
      { class: 'near-name' },
      change && effectMark(change.effect),
      object.name,
      object.stateful && statefulMark(),
    ),
    h('span', { class: 'near-about' }, `${object.title} ${object.what} · ${object.application}`),
    paths[0] !== undefined && h('code', {}, paths[0], paths.length > 1 && ` + ${paths.length - 1}`),
  );
}

function centre(object: PageObject): HTMLElement {
  return h(
    'div',
    { class: `self${object.change ? ` changed ${object.change.effect}` : ''}` },
    h('strong', {}, object.name),
    h('span', {}, `${object.title} ${object.what}`),
    object.stateful && h('span', { class: 'tag' }, statefulMark(), ' stateful'),
    object.change && h('span', { class: 'tag' }, effectMark(object.change.effect), ` ${object.change.effect}`),
  );
}

function change({ change: planned }: PageObject): HTMLElement {
  const { effect, reason, fields, acknowledged } = planned!;
  return h(
    'section',
    { class: `panel planned ${effect}`, 'aria-label': 'Planned change' },
    h('h2', {}, effectMark(effect), ` Plan: ${effect}`, acknowledged && ' (acknowledged)'),
    h('p', {}, `${EFFECT_WORDS[effect]}. ${reason}`),
    fields.length > 0 &&
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['Field', 'Before', 'After', 'Effect', 'Why'].map((title) => h('th', { scope: 'col' }, title)),
          ),
        ),
        h(
          'tbody',
          {},
          ...fields.map((field) =>
            h(
              'tr',
              {},
              h('td', {}, h('code', {}, field.path)),
              h('td', {}, h('code', {}, field.before)),
              h('td', {}, h('code', {}, field.after)),
              h('td', {}, effectMark(field.effect), ` ${field.effect}`),
              h('td', {}, field.reason),
            ),
          ),
        ),
      ),
  );
}

function facts(object: PageObject, { model, link }: Context): HTMLElement {
  const { application, service, apiVersion, kind, namespace, file, graph, stateful } = object;
  const chart = model.application(application)?.services.find(({ name }) => name === service);
  const rows: [string, Node | string][] = [
    ['Application', h('a', { href: link({ name: 'application', application }) }, application)],
    ['Chart', h('a', { href: link({ name: 'application', application, service }) }, chart?.title ?? service)],
  ];
  if (chart?.source) rows.push(['Source chart', h('code', {}, chart.source)]);
  if (file) rows.push(['Manifest', h('code', {}, `dist/${file}`)]);
  if (apiVersion) rows.push(['Kind', h('code', {}, `${apiVersion} ${kind}`)]);
  rows.push(['Namespace', namespace === '' ? 'of the cluster' : h('code', {}, namespace)]);
  if (stateful) rows.push(['Stateful', 'yes: deleting it would lose data or identities']);
  if (graph !== undefined) {
    const maker = model.object(graph);
    rows.push([
      'Made by',
      h('a', { href: link({ name: 'object', key: keyOf(maker) }) }, `the kro graph ${maker.name}`),
    ]);
  }
  return h(
    'section',
    { class: 'panel', 'aria-label': 'Facts' },
    h('dl', {}, ...rows.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)])),
  );
}

function manifest(object: PageObject): HTMLElement {
  const copy = h(
    'button',
    {
      type: 'button',
      onclick: async () => {
        await navigator.clipboard.writeText(object.manifest);
        copy.textContent = 'Copied';
      },
    },
    'Copy',
  );
  return h(
    'section',
    { class: 'panel manifest', 'aria-label': 'Manifest' },
    // only where the browser lets a page write to the clipboard
    h('h2', {}, 'Manifest', 'clipboard' in navigator && copy),
    h('pre', { tabindex: 0, 'aria-label': `Manifest of ${object.name}` }, yaml(object.manifest)),
  );
}
