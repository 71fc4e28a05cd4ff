import type { PageObject } from '../../model/architecture';
import { type Context, filterMark, type Shown } from '../context';
import { diagram, lineElements } from '../diagram';
import { h } from '../dom';
import { highlightLines } from '../highlight';
import { effectCounts, effectMark, statefulMark } from '../marks';
import { keyOf } from '../model';
import { KIND_WORDS } from '../words';

const ABOUT = {
  event: 'Who sends messages, events, alarms and data to whom, from left to right, without dead letters.',
  network: 'How requests and connections pass, from the Internet on the left to what answers on the right.',
};

/** Every object that events or requests pass, across applications. */
export function flow(context: Context, kind: 'event' | 'network'): Shown {
  const picture = context.layouts[kind];
  const boxes = picture.of.map((positions, index) => ({
    box: picture.boxes[index]!,
    element: positions.length === 1 ? single(positions[0]!, index, context) : stack(positions, index, context),
  }));
  const shown = diagram(picture, KIND_WORDS[kind].name, boxes, lineElements(picture.lines));
  highlightLines(shown.element, '.flow');
  return {
    title: KIND_WORDS[kind].name,
    about: `${ABOUT[kind]} Objects of one kind with the same neighbours are one box.`,
    element: shown.element,
    diagram: shown,
    smallest: 0.9,
    above: [{ title: 'Overview', view: { name: 'overview' } }],
  };
}

function single(position: number, index: number, context: Context): HTMLElement {
  const object = context.model.object(position);
  const { change } = object;
  return h(
    'a',
    {
      class: `node flow${change ? ` changed ${change.effect}` : ''}${filterMark(context, [position])}`,
      href: context.link({ name: 'object', key: keyOf(object) }),
      'data-position': index,
      title: `${object.name}\n${object.title} ${object.what}\n${object.application}`,
    },
    h('span', { class: 'flow-name' }, change && effectMark(change.effect), object.name),
    h('span', { class: 'flow-about' }, `${short(object)} · ${object.application}`, object.stateful && statefulMark()),
  );
}

function stack(positions: readonly number[], index: number, context: Context): HTMLElement {
  const objects = positions.map((position) => context.model.object(position));
  const [first] = objects as [PageObject];
  return h(
    'details',
    {
      class: `flow stack${filterMark(context, positions)}`,
      'data-position': index,
    },
    h(
      'summary',
      { class: 'node' },
      h('span', { class: 'flow-name' }, `${objects.length} × ${first.what}`, ...effectCounts(objects)),
      h('span', { class: 'flow-about' }, `${first.title} · ${first.application}`),
    ),
    h(
      'ul',
      { class: 'stack-list' },
      ...objects.map((object) =>
        h('li', {}, h('a', { href: context.link({ name: 'object', key: keyOf(object) }) }, object.name)),
      ),
    ),
  );
}

/** `SQS Queue` of an Amazon SQS Queue. */
function short({ title, what }: PageObject): string {
  return `${title.replace(/^(?:Amazon|AWS) /, '')} ${what}`;
}
