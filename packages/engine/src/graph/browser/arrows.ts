/** Of a diagram's nodes one is reached by Tab; arrow keys go on from it to the nearest in their direction. */
export function arrowKeys(root: HTMLElement, selector: string): void {
  const nodes = () => [...root.querySelectorAll<HTMLElement>(selector)].filter((node) => node.offsetParent !== null);
  for (const node of root.querySelectorAll<HTMLElement>(selector)) node.tabIndex = -1;
  let reached = nodes()[0];
  const makeCurrent = (node: HTMLElement | undefined) => {
    if (reached) reached.tabIndex = -1;
    if (node) node.tabIndex = 0;
    reached = node;
  };
  makeCurrent(reached);
  root.addEventListener('focusin', ({ target }) => {
    const node = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (node) makeCurrent(node);
  });
  root.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS[event.key];
    const current = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    if (!direction || !current || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = nearest(current, nodes(), direction);
    next?.focus();
  });
}

type Direction = readonly [x: number, y: number];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
};

/** The node that lies most in a direction: what lies aside counts thrice. */
function nearest(from: HTMLElement, nodes: readonly HTMLElement[], [dx, dy]: Direction): HTMLElement | undefined {
  const start = middle(from);
  let best: HTMLElement | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node === from) continue;
    const { x, y } = middle(node);
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (along <= 1) continue;
    const distance = along + aside * 3;
    if (distance < shortest) [best, shortest] = [node, distance];
  }
  return best;
}

function middle(element: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
