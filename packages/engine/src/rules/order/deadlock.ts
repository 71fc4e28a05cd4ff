import { objectKey } from '../../manifests';
import { type Deadlock, startupOf } from '../../startup';
import type { Problem, Rule } from '../rule';

export const deadlock: Rule = {
  id: 'order/deadlock',
  group: 'order',
  reason:
    'Argo CD waits for a wave without an end: objects that wait for each other through waves never come up, and nothing says so.',
  link: 'https://github.com/argoproj/argo-cd/issues/7437',
  *check(tree) {
    for (const circle of startupOf(tree).deadlocks) yield* problemOf(circle);
  },
};

/**
 * One for a circle, at the first of its objects whose field says what it needs. Fields alone make a reference cycle.
 */
function* problemOf(circle: Deadlock): Generator<Problem> {
  if (circle.every(({ path }) => path !== undefined)) return;
  const start = circle.findIndex(({ path }) => path !== undefined);
  const steps = [...circle.slice(start), ...circle.slice(0, start)];
  const told = steps.map(({ object, needs, because }, index) => {
    const subject = index === 0 ? 'this' : objectKey(object.manifest);
    return `${subject} waits for ${objectKey(needs.manifest)}, which ${because}`;
  });
  yield { object: steps[0]!.object, path: steps[0]!.path!, message: `never comes up: ${told.join('; ')}` };
}
