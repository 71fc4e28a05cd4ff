import type { Place } from '../aws/arn';
import { arnOf } from '../aws/physical';
import { InputError } from '../errors';
import { objectKey } from '../manifests/manifest';
import type { SynthChart } from './collect';

/** Throws an `InputError` where two objects have one name in Kubernetes or one identity in AWS: the later would overwrite the earlier. */
export function requireUnique(charts: readonly SynthChart[], home: Place): void {
  const owners = new Map<string, string>();
  const claim = (identity: string, path: string) => {
    const owner = owners.get(identity);
    if (owner !== undefined)
      throw new InputError(`${path}: ${identity} exists already, made by ${owner}; each needs a name of its own`);
    owners.set(identity, path);
  };
  for (const { objects } of charts)
    for (const { path, manifest } of objects) {
      claim(objectKey(manifest), path);
      const arn = arnOf(manifest, home);
      if (arn) claim(arn, path);
    }
}
