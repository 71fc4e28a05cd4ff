import type { Place } from '../aws/arn';
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

/** Every mention of one object by another. */
export function references(manifests: readonly Manifest[], home: Place): Reference[] {
  const objects = new Objects(manifests, home);
  return manifests.flatMap((from) =>
    mentionsOf(from).flatMap((mention) =>
      objects
        .meant(mention)
        .filter((to) => to !== from)
        .map((to) => ({ from, to, path: mention.path, needed: mention.needed })),
    ),
  );
}
