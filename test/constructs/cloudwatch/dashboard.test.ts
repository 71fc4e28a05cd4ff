import type { PlatformChart } from '../../../charts/platform-chart';
import { Dashboard, type Widget } from '../../../constructs/cloudwatch/dashboard';
import { chart, manifests } from '../scope';
import { age } from './helpers';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('Dashboard', () => {
  const dashboard = (widgets: readonly Widget[], id = 'platform') => {
    const scope = chart();
    new Dashboard(scope, id, { widgets });
    return JSON.parse(String(specOf(scope, id)['dashboardBody']));
  };
  const text: Widget = { markdown: 'a', size: { width: 10, height: 2 } };
  const graph = (count: number): Widget => ({
    title: 'Queues',
    metrics: Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index}`, age])),
  });

  test('GIVEN widgets WHEN they are placed THEN a row ends where the next would reach over its edge', () => {
    const { widgets } = dashboard([text, text, text]);
    expect(widgets.map(({ x, y }: { x: number; y: number }) => [x, y])).toEqual([
      [0, 0],
      [10, 0],
      [0, 2],
    ]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no widget', () => dashboard([]), /widgets is 0, a whole number from 1 to 500/],
    ['501 widgets', () => dashboard(Array.from({ length: 501 }, () => text)), /widgets is 501/],
    ['501 metrics in one widget', () => dashboard([graph(501)]), /501 in one widget/],
    [
      '2,501 metrics',
      () => dashboard([...Array.from({ length: 5 }, () => graph(500)), graph(1)]),
      /2501 in all widgets/,
    ],
    [
      'a widget of 25 columns',
      () => dashboard([{ markdown: 'a', size: { width: 25, height: 1 } }]),
      /width is 25 columns/,
    ],
    ['states of no alarm', () => dashboard([{ title: 'All', states: [] }]), /states of 'All' is 0/],
    ['more than 1 MB', () => dashboard([{ markdown: 'a'.repeat(1_048_576) }]), /the body is \d+ bytes/],
    ['a space in its name', () => dashboard([text], 'a b'), /dashboard name 'a b'/],
  ])('GIVEN %s WHEN a dashboard is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
