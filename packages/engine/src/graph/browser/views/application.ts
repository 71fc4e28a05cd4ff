import type { Box } from '../../layout/picture';
import { byKind, columnsOf } from '../../layout/sizes';
import type { PageObject, PageService } from '../../model/architecture';
import { type Context, filterMark, type Shown } from '../context';
import { boxIn, type Diagram, diagram, directLine, lineElements } from '../diagram';
import { counted, h } from '../dom';
import { effectCounts, effectMark, statefulMark } from '../marks';
import { keyOf } from '../model';
import { missing } from './missing';

/** An application's charts with their objects, and the areas beside it. */
export function applicationView(context: Context, name: string, service: string | undefined): Shown {
  const { model, layouts } = context;
  const application = model.application(name);
  const picture = Object.hasOwn(layouts.applications, name) ? layouts.applications[name] : undefined;
  if (!application || !picture) return missing('No such application', name);
  const boxes = picture.of.map((one, position) => ({
    box: picture.boxes[position]!,
    element:
      'service' in one
        ? serviceBox(
            application.services.find((other) => other.name === one.service)!,
            context,
            one.service === service,
          )
        : neighbour(one.application, context),
  }));
  const shown = diagram(picture, `Charts and objects of ${name}`, boxes, lineElements(picture.lines));
  linesOfCards(shown, context);
  return {
    title: name,
    about: application.description,
    element: shown.element,
    diagram: shown,
    smallest: 0.9,
    above: [{ title: 'Overview', view: { name: 'overview' } }],
    shown: () => {
      const wanted = shown.element.querySelector('.service.wanted') ?? shown.element.querySelector('.card.matched');
      wanted?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

function serviceBox(
  { title, source, objects: positions }: PageService,
  context: Context,
  isWanted: boolean,
): HTMLElement {
  const { model } = context;
  const visible = positions.filter((position) => !model.object(position).machinery);
  const hidden = positions.length - visible.length;
  const cards = visible.map((position) => ({ ...model.object(position), position }));
  const groups = byKind(cards).map(([what, alike]) => {
    const list = h('ul', { class: 'cards' }, ...alike.map((object) => h('li', {}, card(object, context))));
    list.style.gridTemplateColumns = `repeat(${columnsOf(visible.length)}, 1fr)`;
    return h('div', {}, h('h3', { class: 'kind' }, h('span', {}, what), ` ${alike.length}`), list);
  });
  return h(
    'section',
    { class: `service${isWanted ? ' wanted' : ''}`, 'aria-label': title },
    h(
      'h2',
      { title: source },
      h('span', { class: 'service-title' }, title),
      ...effectCounts(positions.map((position) => model.object(position))),
      h('small', {}, counted(visible.length, 'object'), hidden > 0 && ` · ${hidden} of kro`),
    ),
    ...groups,
  );
}

function card(object: PageObject & { readonly position: number }, context: Context): HTMLElement {
  const { position, change } = object;
  return h(
    'a',
    {
      class: `node card${change ? ` changed ${change.effect}` : ''}${filterMark(context, [position])}`,
      href: context.link({ name: 'object', key: keyOf(object) }),
      'data-position': position,
      title: `${object.name}\n${object.title} ${object.what}`,
    },
    change && effectMark(change.effect),
    h('span', { class: 'card-name' }, object.name),
    object.stateful && statefulMark(),
  );
}

function neighbour(name: string, { link }: Context): HTMLElement {
  return h(
    'a',
    { class: 'node neighbour', href: link({ name: 'application', application: name }), 'data-application': name },
    h('span', {}, name),
    h('small', {}, 'open'),
  );
}

/** While a card has the focus or the pointer, lines go to every card and area that it has to do with. */
function linesOfCards({ element, lines }: Diagram, { model }: Context): void {
  const cards = new Map<number, HTMLElement>();
  for (const one of element.querySelectorAll<HTMLElement>('.card')) cards.set(Number(one.dataset['position']), one);
  let drawn: SVGElement[] = [];
  const clear = () => {
    for (const line of drawn) line.remove();
    drawn = [];
    element.classList.remove('has-active');
    for (const one of element.querySelectorAll('.linked')) one.classList.remove('linked');
  };
  const draw = (target: EventTarget | null) => {
    clear();
    const from = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
    if (!from) return;
    const canvas = element.querySelector('.canvas')!;
    const position = Number(from.dataset['position']);
    const edges = [...model.from(position), ...model.to(position)];
    const others = new Set(edges.map((edge) => (edge.from === position ? edge.to : edge.from)));
    // all places are asked for before anything is changed: the browser would lay out anew for each
    const boxes = new Map<number, Box>([[position, boxIn(canvas, from)]]);
    for (const other of others) {
      const one = cards.get(other);
      if (one) boxes.set(other, boxIn(canvas, one));
    }
    drawn = edges.flatMap((edge) => {
      const [start, end] = [boxes.get(edge.from), boxes.get(edge.to)];
      return start && end ? [directLine(start, end, edge.kind)] : [];
    });
    for (const line of drawn) line.classList.add('active');
    lines.append(...drawn);
    element.classList.add('has-active');
    for (const one of boxes.keys()) cards.get(one)!.classList.add('linked');
    const areas = new Set([...others].map((one) => model.object(one).application));
    for (const area of element.querySelectorAll<HTMLElement>('.neighbour'))
      area.classList.toggle('linked', areas.has(area.dataset['application']!));
  };
  element.addEventListener('focusin', ({ target }) => draw(target));
  element.addEventListener('focusout', clear);
  element.addEventListener('mouseover', ({ target }) => draw(target));
  element.addEventListener('mouseleave', clear);
}
