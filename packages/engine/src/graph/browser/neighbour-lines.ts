import { EDGE_KINDS } from '../model/architecture';
import { arrow, boxIn, directLine } from './diagram';
import { svg } from './dom';

/** Draws lines from an object's neighbours to it and from it to others, anew when the columns change. */
export function neighbourLines(around: HTMLElement): void {
  const group = svg('g');
  const picture = svg(
    'svg',
    { class: 'lines', 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {}, ...EDGE_KINDS.map(arrow)),
    group,
  );
  around.prepend(picture);
  const draw = () => {
    const self = around.querySelector('.self')!;
    const centre = boxIn(around, self);
    const lines = [...around.querySelectorAll<HTMLElement>('.near')]
      .filter((near) => near.checkVisibility())
      .map((near) => {
        const kind = EDGE_KINDS.find((one) => near.classList.contains(one))!;
        const box = boxIn(around, near);
        return near.closest('.incoming') ? directLine(box, centre, kind) : directLine(centre, box, kind);
      });
    group.replaceChildren(...lines);
  };
  new ResizeObserver(draw).observe(around);
  around.addEventListener('toggle', draw, { capture: true });
}
