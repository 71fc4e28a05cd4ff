import type { SynthChart } from '../manifests';
import type { Home } from '../relations';
import { Tree } from '../relations';
import type { SchemaStore } from '../schema';

/** The objects of an environment's charts, and what they say of each other. */
export function treeOf(charts: readonly SynthChart[], home: Home, schemas: SchemaStore): Tree {
  const objects = charts.flatMap(({ path, objects }) =>
    objects.map(({ manifest }) => ({ manifest, application: path.split('/')[1] ?? '' })),
  );
  return new Tree(objects, home, schemas);
}
