import { EFFECTS_GRAVEST_FIRST } from '../model/architecture';
import { h } from './dom';
import type { Model } from './model';
import type { Filter } from './route';

export interface Filters {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  /** Makes the controls say what is filtered. */
  show(filter: Filter): void;
}

/** The controls that say what a reader looks for. */
export function filters(model: Model, onFilter: (filter: Filter) => void): Filters {
  const search = h('input', {
    type: 'search',
    placeholder: 'Search  /',
    'aria-label': 'Search objects by name, kind, service or namespace',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const application = h(
    'select',
    { id: 'application' },
    ...options(
      'all',
      model.applications.map(({ name }) => [name, name]),
    ),
  );
  const service = h('select', { id: 'service' }, ...options('all', servicesOf(model)));
  const stateful = h('input', { type: 'checkbox' });
  const effect = h(
    'select',
    { id: 'effect' },
    ...options('all', [['any', 'every change'], ...EFFECTS_GRAVEST_FIRST.map((one) => [one, one] as const)]),
  );
  const current = (): Filter => ({
    text: search.value,
    application: application.value,
    service: service.value,
    effect: effect.value,
    stateful: stateful.checked,
  });
  const changed = () => onFilter(current());
  search.addEventListener('input', changed);
  for (const control of [application, service, effect, stateful]) control.addEventListener('change', changed);
  search.addEventListener('keydown', (event) => {
    const first = document.querySelector<HTMLElement>('.result');
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (event.key === 'Enter') first.click();
    else first.focus();
  });
  const element = h(
    'form',
    { class: 'filters', role: 'search', onsubmit: (event: Event) => event.preventDefault() },
    search,
    ...labelled('Application', application),
    ...labelled('Service', service),
    ...(model.architecture.plan === undefined ? [] : labelled('Plan', effect)),
    h('label', { class: 'check' }, stateful, 'Stateful only'),
  );
  return {
    element,
    search,
    show: (filter) => {
      if (search.value !== filter.text) search.value = filter.text;
      application.value = filter.application;
      service.value = filter.service;
      effect.value = filter.effect;
      stateful.checked = filter.stateful;
    },
  };
}

function labelled(title: string, control: HTMLSelectElement): HTMLElement[] {
  return [h('label', { for: control.id }, title), control];
}

function options(all: string, values: readonly (readonly [value: string, title: string])[]): HTMLOptionElement[] {
  return [['', all] as const, ...values].map(([value, title]) => h('option', { value }, title));
}

/** Charts by their titles; one name may stand in several applications. */
function servicesOf({ applications }: Model): [string, string][] {
  const titles = new Map(applications.flatMap(({ services }) => services.map(({ name, title }) => [name, title])));
  return [...titles].sort(([, one], [, other]) => one.localeCompare(other, 'en'));
}
