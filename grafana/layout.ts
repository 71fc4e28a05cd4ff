import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

const UNIT = { x: 40, y: 18 };
const COLUMNS = 24;
const HEAD = 46;

/** A picture of where the panels of a dashboard are and what they show, as SVG. */
export function layout({ title = '', description = '', panels = [] }: Dashboard): string {
  const boxes = panels.map(box);
  const height = HEAD + Math.max(...panels.map(({ gridPos }) => ((gridPos?.y ?? 0) + (gridPos?.h ?? 0)) * UNIT.y)) + 12;
  const width = COLUMNS * UNIT.x;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#f4f5f5"/>`,
    text(12, 22, title, 'font-size="16" font-weight="bold" fill="#1f2933"'),
    text(12, 38, description, 'font-size="11" fill="#52606d"'),
    ...boxes,
    '</svg>',
  ].join('\n')}\n`;
}

function box(panel: Panel | RowPanel): string {
  const { x = 0, y = 0, w = COLUMNS, h = 1 } = panel.gridPos ?? {};
  const [left, top] = [x * UNIT.x, HEAD + y * UNIT.y];
  if (panel.type === 'row')
    return text(left + 12, top + 14, panel.title ?? '', 'font-size="12" font-weight="bold" fill="#3e4c59"');
  const { title = '', description = '', type, targets = [] } = panel as Panel;
  const queries = targets.map((target) => {
    const { expr, expression } = target as { expr?: string; expression?: string };
    return expr ?? expression ?? '';
  });
  const letters = Math.floor((w * UNIT.x - 32) / 5.6);
  const lines =
    h > 4
      ? queries.map((query, index) =>
          text(
            left + 14,
            top + 60 + index * 14,
            short(query, letters),
            'font-size="9" font-family="monospace" fill="#627d98"',
          ),
        )
      : [];
  return [
    `<g><title>${escaped(queries.join('\n'))}</title>`,
    `<rect x="${left + 4}" y="${top + 2}" width="${w * UNIT.x - 8}" height="${h * UNIT.y - 4}" rx="3" fill="#ffffff" stroke="#cbd2d9"/>`,
    text(left + 14, top + 20, short(title, letters - 12), 'font-size="12" fill="#1f2933"'),
    text(left + w * UNIT.x - 14, top + 20, type, 'font-size="9" fill="#9aa5b1" text-anchor="end"'),
    text(left + 14, top + 38, short(description, letters), 'font-size="10" fill="#52606d"'),
    ...lines,
    '</g>',
  ].join('\n');
}

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${x}" y="${y}" ${style}>${escaped(content)}</text>`;
}

function short(content: string, letters: number): string {
  return content.length > letters ? `${content.slice(0, letters - 1)}…` : content;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
