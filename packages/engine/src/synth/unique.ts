import type { Place } from '../aws';
import { arnOf } from '../aws';
import { InputError } from '../errors';
import { kroObjectsIn } from '../kro';
import type { SynthChart, SynthObject } from '../manifests';
import { objectKey } from '../manifests';

/**
 * Throws an `InputError` where two objects have one name in Kubernetes or one identity in AWS: the later would
 * overwrite the earlier.
 */
export function requireUnique(charts: readonly SynthChart[], home: Place): void {
  const owners = new Map<string, string>();
  const claim = (identity: string, path: string) => {
    const owner = owners.get(identity);
    if (owner !== undefined)
      throw new InputError(`${path}: ${identity} exists already, made by ${owner}; each needs a name of its own`);
    owners.set(identity, path);
  };
  for (const { path, manifest } of everyObject(charts)) {
    claim(objectKey(manifest), path);
    const arn = arnOf(manifest, home);
    if (arn) claim(arn, path);
  }
}

/** What charts write, and what kro makes of their graphs. */
function everyObject(charts: readonly SynthChart[]): SynthObject[] {
  const objects = charts.flatMap((chart) => chart.objects);
  const pathOf = new Map(objects.map(({ path, manifest }) => [manifest, path]));
  const made = kroObjectsIn([...pathOf.keys()]).map(({ manifest, graph }) => ({ path: pathOf.get(graph)!, manifest }));
  return [...objects, ...made];
}
