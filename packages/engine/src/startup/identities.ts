import type { Need, TreeObject } from '../relations';
import type { Certainty } from './gates';
import type { Moments } from './moments';

/** Pods that may start before they are given their identity, which they then lack until they start again. */
export interface LateIdentity {
  /** What makes the Pods. */
  readonly object: TreeObject;
  readonly need: Need;
}

/** Workloads whose Pods may start before the association of their service account is there. */
export function* lateIdentities(moments: Moments, certainty: Certainty): Generator<LateIdentity> {
  for (const object of moments.tree.objects)
    for (const need of moments.identitiesOf(object))
      if (!certainty.isBefore(moments.ready.get(need.to)!, moments.applied.get(object)!)) yield { object, need };
}
