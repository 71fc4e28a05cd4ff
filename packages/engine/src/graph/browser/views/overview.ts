import type { Edge, PageApplication } from '../../model/architecture';
import { type Context, filterMark, type Shown } from '../context';
import { diagram, directLine, lineElements } from '../diagram';
import { counted, h } from '../dom';
import { highlightLines } from '../highlight';
import { effectCounts, statefulMark } from '../marks';

/** Applications as areas, with what goes between them. */
export function overview(context: Context): Shown {
  const { model, layouts } = context;
  const { overview: picture } = layouts;
  const boxes = model.applications.map((application, position) => ({
    box: picture.boxes[position]!,
    element: area(application, position, context),
  }));
  const others = aggregated(context).map(({ from, to, kind, count }) => {
    const line = directLine(picture.boxes[from]!, picture.boxes[to]!, kind);
    line.dataset['from'] = String(from);
    line.dataset['to'] = String(to);
    line.dataset['count'] = String(count);
    return line;
  });
  const shown = diagram(picture, 'Applications, with event flows and network paths between them', boxes, [
    ...others,
    ...lineElements(picture.lines),
  ]);
  highlightLines(shown.element, '.area');
  const visible = model.objects.filter(({ machinery }) => !machinery);
  return {
    title: `Architecture of ${model.architecture.environment}`,
    about: `${counted(model.applications.length, 'area')}, ${counted(visible.length, 'object')}; open one for its charts and objects.`,
    element: shown.element,
    diagram: shown,
    above: [],
  };
}

function area({ name, description, services }: PageApplication, position: number, context: Context): HTMLElement {
  const { model, link } = context;
  const all = services.flatMap(({ objects }) => objects);
  const objects = all.map((one) => model.object(one));
  const visible = objects.filter(({ machinery }) => !machinery);
  const stateful = visible.filter((object) => object.stateful).length;
  const heading = h(
    'a',
    {
      class: 'node area-head',
      href: link({ name: 'application', application: name }),
      title: description,
    },
    h('span', { class: 'area-name' }, name, ...effectCounts(objects)),
    h('span', { class: 'area-about' }, counted(visible.length, 'object'), stateful > 0 && ` · ${stateful} stateful`),
  );
  const rows = services.map((service) => {
    const own = service.objects.map((one) => model.object(one));
    const count = own.filter(({ machinery }) => !machinery).length;
    return h(
      'a',
      {
        class: `node area-row${filterMark(context, service.objects)}`,
        href: link({ name: 'application', application: name, service: service.name }),
        title: service.title,
      },
      h('span', { class: 'row-title' }, service.title),
      ...effectCounts(own),
      own.some((object) => object.stateful) && statefulMark(),
      h('span', { class: 'row-count' }, String(count)),
    );
  });
  return h(
    'section',
    { class: `area${filterMark(context, all)}`, 'data-position': position, 'aria-label': name },
    heading,
    ...rows,
  );
}

/** References and permissions between areas, which no layout has: they would tie everything to everything. */
function aggregated({ model }: Context): { from: number; to: number; kind: Edge['kind']; count: number }[] {
  const positions = new Map(model.applications.map(({ name }, position) => [name, position]));
  const counts = new Map<string, number>();
  for (const { from, to, kind } of model.architecture.edges) {
    if (kind !== 'reference' && kind !== 'permission') continue;
    const [one, other] = [from, to].map((position) => positions.get(model.object(position).application)!);
    if (one === other) continue;
    const key = `${one} ${other} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [from, to, kind] = key.split(' ') as [string, string, Edge['kind']];
    return { from: Number(from), to: Number(to), kind, count };
  });
}
