import { EDGE_KINDS, type EdgeKind } from '../model/architecture';
import { arrowKeys } from './arrows';
import type { Context, Shown } from './context';
import { readData } from './data';
import { h } from './dom';
import { isFiltering, matches } from './matches';
import { Model } from './model';
import { type Filter, formatRoute, parseRoute, type Route, type View } from './route';
import { searchList } from './search-list';
import { shell } from './shell';
import { applicationView } from './views/application';
import { flow } from './views/flow';
import { objectView } from './views/object';
import { overview } from './views/overview';
import { zoomOf } from './zoom';

async function start(): Promise<void> {
  const data = await readData();
  const model = new Model(data);
  let route: Route = parseRoute(location.hash);
  let shown: Shown | undefined;
  const zoom = zoomOf(() => shown);
  const kinds = new Set<EdgeKind>(['event', 'network', 'reference']);

  const page = shell(model, {
    onFilter: (filter) => filterBy(filter),
    onKinds: (kind, isOn) => {
      if (isOn) kinds.add(kind);
      else kinds.delete(kind);
      showKinds();
    },
    zoom,
  });
  document.body.append(page.element);

  const showKinds = () => {
    for (const kind of EDGE_KINDS) page.stage.classList.toggle(`without-${kind}`, !kinds.has(kind));
  };
  const contextOf = (filter: Filter): Context => ({
    model,
    layouts: data.layouts,
    filter,
    matched: isFiltering(filter) ? matches(model, filter) : undefined,
    link: (view) => formatRoute({ view, filter }),
  });

  const show = (isNew: boolean) => {
    const context = contextOf(route.filter);
    shown = viewOf(route.view, context);
    page.show(shown, route, context);
    page.results.replaceChildren(searchList(context));
    showKinds();
    arrowKeys(shown.element, '.node');
    zoom.fitWindow();
    shown.shown?.();
    document.title = `${shown.title} · ${model.architecture.environment}`;
    // so that a reader by ear hears where a link led
    if (isNew) page.heading.focus({ preventScroll: true });
  };

  // a step back leads to another view, not to a search with one letter less
  const filterBy = (filter: Filter) => {
    route = { view: route.view, filter };
    history.replaceState(null, '', formatRoute(route));
    show(false);
  };

  addEventListener('hashchange', () => {
    route = parseRoute(location.hash);
    page.stage.scrollTo(0, 0);
    show(true);
  });
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === 'Escape') goBack(isTyping);
    else if (isTyping) return;
    else if (event.key === '/') {
      event.preventDefault();
      page.search.focus();
      page.search.select();
    } else zoom.key(event);
  });

  const goBack = (isTyping: boolean) => {
    const open = document.querySelector<HTMLDetailsElement>('.stack[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary')?.focus();
    } else if (isTyping && route.filter.text) {
      page.search.value = '';
      filterBy({ ...route.filter, text: '' });
    } else if (isTyping) page.heading.focus();
    else {
      const above: View | undefined = shown?.above.at(-1)?.view;
      if (above) location.hash = formatRoute({ view: above, filter: route.filter });
    }
  };

  show(false);
  document.documentElement.dataset['ready'] = String(Math.round(performance.now()));
}

function viewOf(view: View, context: Context): Shown {
  switch (view.name) {
    case 'overview':
      return overview(context);
    case 'application':
      return applicationView(context, view.application, view.service);
    case 'object':
      return objectView(context, view.key);
    default:
      return flow(context, view.name);
  }
}

start().catch((error: unknown) => {
  document.body.append(
    h(
      'p',
      { class: 'missing', role: 'alert' },
      `This page cannot be shown: ${error}. It needs a browser of 2024 or later.`,
    ),
  );
});
