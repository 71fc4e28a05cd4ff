import type { TreeObject } from '../relations';
import type { Certainty } from './gates';
import type { Moments, Wave } from './moments';

/** A person's act that waves wait for: until somebody does it, nothing behind them comes into the cluster. */
export interface HoldingPerson {
  /** What is ready once the act is done. */
  readonly object: TreeObject;
  /** The first wave of each Application that waits for it. */
  readonly waves: readonly Wave[];
}

/** The objects that a person has to make ready, and that hold up what comes behind. */
export function* holdingPeople(moments: Moments, certainty: Certainty): Generator<HoldingPerson> {
  for (const object of moments.tree.objects) {
    if (!moments.awaitsPerson(object)) continue;
    const ready = moments.ready.get(object)!;
    const waves = moments.allWaves.filter((wave) => certainty.isBefore(ready, wave));
    const first = waves.filter(
      (wave, index) => waves.findIndex((one) => one.application === wave.application) === index,
    );
    if (first.length > 0) yield { object, waves: first };
  }
}
