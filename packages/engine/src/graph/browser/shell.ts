import { EDGE_KINDS, type EdgeKind, EFFECTS_GRAVEST_FIRST } from '../model/architecture';
import type { Context, Shown } from './context';
import { h, svg } from './dom';
import { type Filters, filters } from './filters';
import { effectMark } from './marks';
import type { Model } from './model';
import type { Filter, Route, View } from './route';
import { themeSwitch } from './theme';
import { EFFECT_WORDS, KIND_WORDS } from './words';
import type { Zoom } from './zoom';

/** What stays on the page while views change. */
export interface Shell {
  readonly element: HTMLElement;
  /** Where a view is shown. */
  readonly stage: HTMLElement;
  readonly heading: HTMLElement;
  readonly search: HTMLInputElement;
  readonly results: HTMLElement;
  show(shown: Shown, route: Route, context: Context): void;
}

interface Actions {
  onFilter(filter: Filter): void;
  onKinds(kind: EdgeKind, isOn: boolean): void;
  readonly zoom: Zoom;
}

const TABS: readonly (readonly [title: string, view: View])[] = [
  ['Overview', { name: 'overview' }],
  ['Event flows', { name: 'event' }],
  ['Network paths', { name: 'network' }],
];

export function shell(model: Model, { onFilter, onKinds, zoom }: Actions): Shell {
  const stage = h('div', { class: 'stage' });
  const results = h('div', { class: 'results' });
  const heading = h('h1', { tabindex: -1 });
  const about = h('p', { class: 'about' });
  const trail = h('nav', { class: 'trail', 'aria-label': 'Where this is' });
  const controls: Filters = filters(model, onFilter);
  const tabs = h('nav', { class: 'tabs', 'aria-label': 'Views' });
  const zoomButtons = h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Size' },
    h(
      'button',
      { type: 'button', 'aria-label': 'Smaller', title: 'Smaller (-)', onclick: () => zoom.by(1 / 1.2) },
      '−',
    ),
    h(
      'button',
      { type: 'button', 'aria-label': 'Fit to the window', title: 'Fit (0)', onclick: () => zoom.fitWindow() },
      'Fit',
    ),
    h('button', { type: 'button', 'aria-label': 'Larger', title: 'Larger (+)', onclick: () => zoom.by(1.2) }, '+'),
  );
  const element = h(
    'div',
    { class: 'page' },
    h('a', { class: 'skip', href: '#stage', onclick: skipTo(heading) }, 'Skip to the picture'),
    h(
      'header',
      {},
      h('span', { class: 'brand' }, 'AWS platform', h('b', {}, model.architecture.environment)),
      tabs,
      h('span', { class: 'space' }),
      zoomButtons,
      themeSwitch(),
    ),
    h('aside', { 'aria-label': 'Search and filters' }, controls.element, results, legend(model, onKinds)),
    h('main', { id: 'stage' }, h('div', { class: 'title' }, trail, heading, about), stage),
  );
  return {
    element,
    stage,
    heading,
    search: controls.search,
    results,
    show: (shown, { view, filter }, { link }) => {
      heading.textContent = shown.title;
      about.textContent = shown.about;
      trail.replaceChildren(...shown.above.map((one) => h('a', { href: link(one.view) }, one.title)));
      tabs.replaceChildren(
        ...TABS.map(([title, one]) =>
          h('a', { href: link(one), 'aria-current': one.name === view.name && 'page' }, title),
        ),
      );
      zoomButtons.hidden = shown.diagram === undefined;
      controls.show(filter);
      stage.replaceChildren(shown.element);
    },
  };
}

/** A link inside the page would change the address that says what is shown. */
function skipTo(target: HTMLElement): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    target.focus();
  };
}

function legend({ architecture }: Model, onKinds: Actions['onKinds']): HTMLElement {
  const kinds = EDGE_KINDS.map((kind) =>
    h(
      'label',
      {},
      h('input', {
        type: 'checkbox',
        checked: kind !== 'permission',
        onchange: ({ target }: Event) => onKinds(kind, (target as HTMLInputElement).checked),
      }),
      svg(
        'svg',
        { class: `line ${kind}`, width: 34, height: 10, 'aria-hidden': 'true' },
        svg('path', { d: 'M1 5H33', 'stroke-width': 2 }),
      ),
      KIND_WORDS[kind].name,
    ),
  );
  const counts = architecture.plan?.counts;
  const effects = EFFECTS_GRAVEST_FIRST.filter((effect) => counts?.[effect]);
  return h(
    'section',
    { class: 'legend', 'aria-label': 'Legend' },
    h('h2', {}, 'Lines'),
    ...kinds,
    h('p', {}, h('span', { class: 'stateful' }, '◆'), ' stateful: holds data'),
    counts !== undefined && h('h2', {}, 'Plan'),
    counts !== undefined && effects.length === 0 && h('p', {}, 'changes nothing here'),
    ...effects.map((effect) =>
      h('p', {}, effectMark(effect), ` ${counts![effect]} ${effect}: ${EFFECT_WORDS[effect]}`),
    ),
    h(
      'p',
      { class: 'keys' },
      'Keys: ',
      h('kbd', {}, '/'),
      ' search, ',
      h('kbd', {}, '←↑↓→'),
      ' go on, ',
      h('kbd', {}, 'Enter'),
      ' open, ',
      h('kbd', {}, 'Esc'),
      ' back',
    ),
  );
}
