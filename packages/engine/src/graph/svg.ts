import { escapeText } from './html';
import type { Line } from './layout/picture';
import { AREA } from './layout/sizes';
import type { PageApplication, PageObject } from './model/architecture';
import { EFFECTS_GRAVEST_FIRST } from './model/architecture';
import type { PageData } from './page-data';
import { EFFECT_SIGNS } from './signs';

/**
 * The overview as a still picture: areas, their charts, and what goes between them. Readable on light and on dark
 * pages.
 */
export function svgPicture({ architecture, layouts: { overview } }: PageData): string {
  const { width, height, boxes, lines } = overview;
  const { applications, environment, objects } = architecture;
  const areas = applications.map((application, position) => area(application, boxes[position]!, objects));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + FOOT}" width="${width}" height="${height + FOOT}" role="img" aria-labelledby="title">
<title id="title">${escapeText(`Architecture of ${environment}`)}</title>
<style>${STYLE}</style>
<defs>${['event', 'network'].map(marker).join('')}</defs>
<rect class="page" width="${width}" height="${height + FOOT}" rx="12"/>
${[...lines.map(line), ...lines.filter((one) => one.count > 1).map(count), ...areas].join('\n')}
${legend(height)}
</svg>
`;
}

const FOOT = 36;

const STYLE = `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:13px;fill:#1f2328}
.page{fill:#fff}.area{fill:#f6f8fa;stroke:#d1d9e0}.name{font-size:16px;font-weight:600}.muted{fill:#59636e;font-size:12px}.rule{stroke:#d1d9e0}
.end{text-anchor:end}.middle{text-anchor:middle;font-size:11px;font-weight:600}.stateful{fill:#0b6e63;font-size:10px}.badge{fill:#fff}
.event{--line:#8250df}.network{--line:#0969da}.line{fill:none;stroke:var(--line)}.line.event{stroke-dasharray:14 3}.badge{stroke:var(--line)}.head{fill:var(--line)}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.page{fill:#0d1117}.area{fill:#151b23;stroke:#3d444d}.muted{fill:#9aa5b1}.rule{stroke:#3d444d}
.stateful{fill:#56d4c4}.badge{fill:#0d1117}.event{--line:#b083f0}.network{--line:#58a6ff}}`;

function marker(kind: string): string {
  return `<marker id="${kind}" class="${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>`;
}

function line({ kind, count, path }: Line): string {
  const width = Math.min(4, 1.5 + Math.log2(count) / 3).toFixed(1);
  return `<g class="${kind}"><path class="line ${kind}" d="${path}" stroke-width="${width}" marker-end="url(#${kind})"/></g>`;
}

function count({ kind, count, label: [x, y] }: Line): string {
  const text = String(count);
  return `<g class="${kind}"><rect class="badge" x="${x - 5 - text.length * 3.5}" y="${y - 9}" width="${10 + text.length * 7}" height="17" rx="8"/><text class="middle" x="${x}" y="${y + 4}">${text}</text></g>`;
}

function area(
  { name, services }: PageApplication,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  objects: readonly PageObject[],
): string {
  const all = services.flatMap((service) => service.objects.map((position) => objects[position]!));
  const visible = all.filter(({ machinery }) => !machinery);
  const stateful = visible.filter((object) => object.stateful).length;
  const about = `${visible.length} object${visible.length === 1 ? '' : 's'}${stateful > 0 ? ` · ${stateful} stateful` : ''}`;
  const rows = services.map(({ title, objects: positions }, index) => {
    const own = positions.map((position) => objects[position]!);
    const baseline = y + AREA.head + index * AREA.row + 15;
    const count = own.filter(({ machinery }) => !machinery).length;
    const mark = own.some((object) => object.stateful)
      ? `<text class="stateful end" x="${x + width - 42}" y="${baseline}">◆</text>`
      : '';
    return `<text x="${x + 14}" y="${baseline}">${escapeText(shortened(title, mark ? 29 : 31))}</text>${mark}<text class="muted end" x="${x + width - 14}" y="${baseline}">${changed(own)}${count}</text>`;
  });
  return `<g><rect class="area" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>
<text class="name" x="${x + 14}" y="${y + 25}">${escapeText(shortened(name, 26))}</text><text class="muted" x="${x + 14}" y="${y + 44}">${about}</text>
<path class="rule" d="M${x} ${y + 56}h${width}"/>
${rows.join('\n')}</g>`;
}

/** `✕1 ~2 ` of what a plan changes. */
function changed(objects: readonly PageObject[]): string {
  return EFFECTS_GRAVEST_FIRST.map((effect) => {
    const count = objects.filter((object) => object.change?.effect === effect).length;
    return count > 0 ? `${EFFECT_SIGNS[effect]}${count} ` : '';
  }).join('');
}

/** A picture cannot measure its texts: so many letters fit into a row. */
function shortened(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
}

function legend(top: number): string {
  const y = top + 12;
  const items: [kind: string, text: string, x: number][] = [
    ['event', 'Event flows', 16],
    ['network', 'Network paths', 166],
  ];
  return `${items
    .map(
      ([kind, text, x]) =>
        `<path class="line ${kind}" stroke-width="2" d="M${x} ${y}h34"/><text x="${x + 44}" y="${y + 4}">${text}</text>`,
    )
    .join('')}<text class="stateful" x="332" y="${y + 3}">◆</text><text x="348" y="${y + 4}">stateful</text>`;
}
