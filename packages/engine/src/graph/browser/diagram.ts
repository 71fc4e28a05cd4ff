import type { Box, Line } from '../layout/picture';
import { EDGE_KINDS } from '../model/architecture';
import { h, place, svg } from './dom';

/** A picture on the page: boxes made of elements over lines. */
export interface Diagram {
  readonly element: HTMLElement;
  /** What carries the lines; later ones may be added. */
  readonly lines: SVGGElement;
  scale(factor: number): void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lays elements at boxes, over lines, in a box that scrolls. */
export function diagram(
  { width, height }: Size,
  label: string,
  boxes: readonly { readonly box: Box; readonly element: HTMLElement }[],
  lines: readonly SVGElement[],
): Diagram {
  const group = svg('g', {}, ...lines);
  const picture = svg(
    'svg',
    { class: 'lines', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {}, ...EDGE_KINDS.map(arrow)),
    group,
  );
  const canvas = h('div', { class: 'canvas' }, picture, ...boxes.map(({ box, element }) => place(element, box)));
  const sizer = h('div', { class: 'sizer' }, canvas);
  const element = h('div', { class: 'diagram', role: 'group', 'aria-label': label }, sizer);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return {
    element,
    lines: group,
    scale: (factor) => {
      canvas.style.transform = `scale(${factor})`;
      sizer.style.width = `${Math.ceil(width * factor)}px`;
      sizer.style.height = `${Math.ceil(height * factor)}px`;
    },
  };
}

/** The head of a line. */
export function arrow(kind: string): SVGElement {
  return svg(
    'marker',
    {
      id: `arrow-${kind}`,
      class: `arrow ${kind}`,
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    svg('path', { d: 'M0 0L8 4L0 8z' }),
  );
}

/** The lines of a picture, and above them how many edges each stands for. */
export function lineElements(lines: readonly Line[]): SVGElement[] {
  return [...lines.map(lineElement), ...lines.filter(({ count }) => count > 1).map(countElement)];
}

function lineElement({ from, to, kind, count, path }: Line): SVGElement {
  return svg(
    'g',
    { class: `line ${kind}`, 'data-from': from, 'data-to': to },
    svg('path', { d: path, 'marker-end': `url(#arrow-${kind})`, 'stroke-width': widthOf(count) }),
  );
}

function countElement({ from, to, kind, count, label: [x, y] }: Line): SVGElement {
  const text = String(count);
  return svg(
    'g',
    { class: `line ${kind}`, 'data-from': from, 'data-to': to },
    svg('rect', { x: x - 5 - text.length * 3.5, y: y - 9, width: 10 + text.length * 7, height: 17, rx: 8 }),
    svg('text', { x, y: y + 4 }, text),
  );
}

function widthOf(count: number): number {
  return Math.min(4, 1.5 + Math.log2(count) / 3);
}

/** A line that no layout has, between two boxes. */
export function directLine(one: Box, other: Box, kind: string): SVGElement {
  const isRightwards = one.x + one.width <= other.x + 8;
  const isLeftwards = other.x + other.width <= one.x + 8;
  let d: string;
  if (isRightwards || isLeftwards) {
    const [x1, x2] = isRightwards ? [one.x + one.width, other.x] : [one.x, other.x + other.width];
    const [y1, y2] = [one.y + one.height / 2, other.y + other.height / 2];
    const bend = Math.max(30, Math.abs(x2 - x1) / 2) * (isRightwards ? 1 : -1);
    d = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  } else {
    // one above the other: around their left sides
    const [y1, y2] = [one.y + one.height / 2, other.y + other.height / 2];
    const out = Math.min(one.x, other.x) - Math.min(60, 20 + Math.abs(y2 - y1) / 8);
    d = `M${one.x} ${y1}C${out} ${y1} ${out} ${y2} ${other.x} ${y2}`;
  }
  return svg(
    'g',
    { class: `line ${kind} direct` },
    svg('path', { d, 'marker-end': `url(#arrow-${kind})`, 'stroke-width': 1.5 }),
  );
}

/** Where an element stands in a canvas, whatever its scale. */
export function boxIn(canvas: Element, element: Element): Box {
  const [outer, inner] = [canvas.getBoundingClientRect(), element.getBoundingClientRect()];
  const factor = outer.width / (canvas as HTMLElement).offsetWidth || 1;
  return {
    x: (inner.left - outer.left) / factor,
    y: (inner.top - outer.top) / factor,
    width: inner.width / factor,
    height: inner.height / factor,
  };
}
