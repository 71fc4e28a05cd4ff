import { isResourceGraph } from '../kro';
import type { Manifest } from '../manifests';
import { entry } from '../manifests';
import type { Field } from './mention';

const NOT_CONTENT = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** No schema nests deeper; what does is refused by its schema, or is an attack on the stack. */
const DEEPEST = 100;

/** Shows every field of a manifest's content, outer ones first. What a kro graph wraps are objects of their own. */
export function visit(manifest: Manifest, onField: (field: Field) => void): void {
  for (const [name, value] of Object.entries(manifest)) {
    if (NOT_CONTENT.has(name) || (name === 'spec' && isResourceGraph(manifest))) continue;
    onField({ name, value, path: name });
    visitBelow(value, name, onField, 1);
  }
}

function visitBelow(value: unknown, path: string, onField: (field: Field) => void, depth: number): void {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
  for (const [name, part] of Object.entries(value)) {
    const here = entry(value, path, name);
    onField({ name, value: part, path: here });
    visitBelow(part, here, onField, depth + 1);
  }
}
