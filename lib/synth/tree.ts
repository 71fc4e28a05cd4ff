import type { Facts } from '../rules/facts';
import { Tree } from '../rules/tree';
import type { SchemaStore } from '../schema/store';
import type { SynthChart } from './collect';

/** The objects of an environment's charts, and what they say of each other. */
export function treeOf(charts: readonly SynthChart[], facts: Facts, schemas: SchemaStore): Tree {
  const objects = charts.flatMap(({ path, objects }) =>
    objects.map(({ manifest }) => ({ manifest, application: path.split('/')[1] ?? '' })),
  );
  return new Tree(objects, facts, schemas);
}
