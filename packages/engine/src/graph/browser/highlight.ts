/**
 * While a box has the focus or the pointer, its lines stand out. Boxes and lines know each other by `data-position`.
 */
export function highlightLines(root: HTMLElement, selector: string): void {
  const lines = [...root.querySelectorAll<SVGElement>('.line')];
  const mark = (target: EventTarget | null) => {
    const box = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    const position = box?.dataset['position'];
    root.classList.toggle('has-active', position !== undefined);
    for (const line of lines)
      line.classList.toggle(
        'active',
        position !== undefined && (line.dataset['from'] === position || line.dataset['to'] === position),
      );
  };
  root.addEventListener('focusin', ({ target }) => mark(target));
  root.addEventListener('focusout', () => mark(null));
  root.addEventListener('mouseover', ({ target }) => mark(target));
  root.addEventListener('mouseleave', () => mark(null));
}
