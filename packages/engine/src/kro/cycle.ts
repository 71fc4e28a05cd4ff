import { cycleIn } from '../collections';
import { attempt } from './attempt';
import { piecesOfTemplate } from './expressions';
import type { GraphProblem, GraphResource } from './resource-graph';

/** Resources that read each other: kro can make none of them first. */
export function cycleProblems(resources: readonly GraphResource[]): GraphProblem[] {
  const needs = new Map(
    resources.map(({ id, template }) => [id, template ? idsIn(JSON.stringify(template), resources) : []]),
  );
  const cycle = cycleIn([...needs.keys()], (id) => needs.get(id) ?? []);
  if (!cycle) return [];
  const first = resources.find(({ id }) => id === cycle[0])!;
  return [{ path: first.path, message: `resources need each other: ${cycle.join(' → ')}` }];
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
