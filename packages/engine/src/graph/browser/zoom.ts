import type { Shown } from './context';

export interface Zoom {
  /** As large as fits, and no smaller than can be read. */
  fitWindow(): void;
  by(factor: number): void;
  key(event: KeyboardEvent): void;
}

const SMALLEST = 0.78;
const STEP = 1.2;

/** Makes the diagram that is shown larger and smaller. */
export function zoomOf(current: () => Shown | undefined): Zoom {
  let factor = 1;
  const apply = (next: number) => {
    factor = Math.min(2.5, Math.max(0.2, next));
    current()?.diagram?.scale(factor);
  };
  const fitWindow = () => {
    const element = current()?.diagram?.element;
    const canvas = element?.querySelector<HTMLElement>('.canvas');
    if (element && canvas)
      apply(Math.min(1, Math.max(current()?.smallest ?? SMALLEST, (element.clientWidth - 4) / canvas.offsetWidth)));
  };
  const by = (step: number) => apply(factor * step);
  // paper is about so wide, and as long as it needs to be
  let before = 1;
  addEventListener('beforeprint', () => {
    before = factor;
    const canvas = current()?.diagram?.element.querySelector<HTMLElement>('.canvas');
    if (canvas) current()?.diagram?.scale(Math.min(1, PAPER / canvas.offsetWidth));
  });
  addEventListener('afterprint', () => apply(before));
  return {
    fitWindow,
    by,
    key: ({ key }) => {
      if (key === '+') by(STEP);
      else if (key === '-') by(1 / STEP);
      else if (key === '0') fitWindow();
    },
  };
}

/** Pixels across a landscape A4 sheet within its margins. */
const PAPER = 1000;
