/** What the page shows, as its address says behind `#`. */
export type View =
  | { readonly name: 'overview' }
  | { readonly name: 'event' }
  | { readonly name: 'network' }
  | { readonly name: 'application'; readonly application: string; readonly service?: string }
  | { readonly name: 'object'; readonly key: string };

/** What a reader looks for; empty texts look for everything. */
export interface Filter {
  readonly text: string;
  readonly application: string;
  readonly service: string;
  readonly effect: string;
  readonly stateful: boolean;
}

export interface Route {
  readonly view: View;
  readonly filter: Filter;
}

export const NO_FILTER: Filter = { text: '', application: '', service: '', effect: '', stateful: false };

/** `#/application/data/rds?stateful=1`; what it does not understand is the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const values = new URLSearchParams(query);
  const filter: Filter = {
    text: values.get('q') ?? '',
    application: values.get('application') ?? '',
    service: values.get('service') ?? '',
    effect: values.get('effect') ?? '',
    stateful: values.get('stateful') === '1',
  };
  return { view: viewOf(path), filter };
}

function viewOf(path: string): View {
  const [, name = '', ...rest] = path.split('/');
  if (name === 'event' || name === 'network') return { name };
  if (name === 'object') return { name, key: rest.join('/') };
  if (name === 'application' && rest[0]) {
    const [application, service] = rest.map(decoded);
    return { name, application: application!, ...(service && { service }) };
  }
  return { name: 'overview' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function formatRoute({ view, filter }: Route): string {
  const query = new URLSearchParams();
  if (filter.text) query.set('q', filter.text);
  for (const key of ['application', 'service', 'effect'] as const) if (filter[key]) query.set(key, filter[key]);
  if (filter.stateful) query.set('stateful', '1');
  const text = query.toString();
  return `#${pathOf(view)}${text && `?${text}`}`;
}

function pathOf(view: View): string {
  switch (view.name) {
    case 'overview':
      return '/';
    case 'application':
      return `/application/${[view.application, view.service]
        .filter((part) => part !== undefined)
        .map(encodeURIComponent)
        .join('/')}`;
    case 'object':
      return `/object/${view.key}`;
    default:
      return `/${view.name}`;
  }
}
