import type { Place } from '../aws/arn';
import { carriedIn, graphsOfInstances } from '../kro/carried';
import type { Manifest } from '../manifests/manifest';
import { mentionsOf } from './mentions';
import { Objects } from './objects';

/** One object mentions another. */
export interface Reference {
  readonly from: Manifest;
  readonly to: Manifest;
  /** The field that mentions it, such as `spec.topicRef`. */
  readonly path: string;
  /** Whether AWS or a controller needs the other object to exist first. */
  readonly needed: boolean;
}

/** Every mention of one object of the tree by another. What kro makes stands for the instance that it makes it for. */
export function references(manifests: readonly Manifest[], home: Place): Reference[] {
  const carriers = new Map(carriedIn(manifests).map(({ manifest, carrier }) => [manifest, carrier]));
  const all = [...manifests, ...carriers.keys()];
  const objects = new Objects(all, home);
  const instances = new Map([...graphsOfInstances(manifests)].map(([instance, graph]) => [graph, instance]));
  // kro takes a graph whether or not there is what it reads; the instance waits
  const standing = (manifest: Manifest) => carriers.get(manifest) ?? instances.get(manifest) ?? manifest;
  const mentioned = all.flatMap((from) =>
    mentionsOf(from).flatMap((mention) =>
      objects
        .meant(mention)
        .map(
          (to): Reference => ({ from: standing(from), to: standing(to), path: mention.path, needed: mention.needed }),
        ),
    ),
  );
  const served = [...instances].map(([to, from]): Reference => ({ from, to, path: 'kind', needed: true }));
  return [...mentioned, ...served].filter(({ from, to }) => from !== to);
}
