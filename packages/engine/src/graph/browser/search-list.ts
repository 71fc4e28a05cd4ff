import type { Context } from './context';
import { counted, h } from './dom';
import { effectMark, statefulMark } from './marks';
import { ranked } from './matches';
import { keyOf } from './model';

/** So many matches are listed. */
const LISTED = 100;

/** What the filter lets through, as links; nothing where nothing is filtered. */
export function searchList(context: Context): HTMLElement {
  const { model, matched, filter, link } = context;
  if (!matched) return h('p', { class: 'hint' }, 'Type to find an object, or pick what to look at. Escape goes back.');
  const found = ranked(model, matched, filter);
  const items = found.slice(0, LISTED).map((position) => {
    const object = model.object(position);
    return h(
      'li',
      {},
      h(
        'a',
        {
          class: 'result',
          href: link({ name: 'object', key: keyOf(object) }),
        },
        h(
          'span',
          { class: 'result-name' },
          object.change && effectMark(object.change.effect),
          object.name,
          object.stateful && statefulMark(),
        ),
        h('span', { class: 'result-about' }, `${object.title} ${object.what} · ${object.application}`),
      ),
    );
  });
  return h(
    'div',
    {},
    h('p', { class: 'hint', role: 'status' }, `${found.length} of ${counted(model.objects.length, 'object')}`),
    h('ul', { class: 'results-list' }, ...items),
    found.length > LISTED && h('p', { class: 'hint' }, `and ${found.length - LISTED} more: narrow the search`),
  );
}
