import { attempt } from './attempt';
import { piecesOfTemplate } from './expressions';
import type { GraphProblem, GraphResource } from './graph';

/** Resources that read each other: kro can make none of them first. */
export function cycleProblems(resources: readonly GraphResource[]): GraphProblem[] {
  const needs = new Map(
    resources.map(({ id, template }) => [id, template ? idsIn(JSON.stringify(template), resources) : []]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (id: string): string[] | undefined => {
    if (state.get(id) === 'open') return [...path.slice(path.indexOf(id)), id];
    if (state.has(id)) return undefined;
    state.set(id, 'open');
    path.push(id);
    for (const other of needs.get(id) ?? []) {
      const cycle = visit(other);
      if (cycle) return cycle;
    }
    path.pop();
    state.set(id, 'done');
    return undefined;
  };
  for (const { id, path: at } of resources) {
    const cycle = visit(id);
    if (cycle) return [{ path: at, message: `resources need each other: ${cycle.join(' → ')}` }];
  }
  return [];
}

function idsIn(text: string, resources: readonly GraphResource[]): string[] {
  const pieces = attempt(() => piecesOfTemplate(text.replaceAll('\\"', '"')));
  if (typeof pieces === 'string') return [];
  const expressions = pieces.flatMap((piece) =>
    'expression' in piece ? [piece.expression.replace(/"[^"]*"/g, '')] : [],
  );
  const names = new Set(expressions.flatMap((expression) => expression.match(/(?<![.\w])[A-Za-z_]\w*/g) ?? []));
  return resources.map(({ id }) => id).filter((id) => names.has(id));
}
