import { groupBy, stronglyConnectedComponents } from '../../collections';
import type { Tree, TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';
import { waveOf } from './waves';

export const applicationDeadlock: Rule = {
  id: 'application-deadlock',
  group: 'ownership',
  reason: 'Applications sync at the same time, wave by wave: two that wait for a later wave of each other never end.',
  link: 'https://github.com/argoproj/argo-cd/issues/7437',
  check,
};

/** What the objects of a wave wait for before they are applied. */
type Gate = readonly TreeObject[];

/**
 * An object is ready once its wave's gate is open and what it needs is ready; a gate opens once every object of the
 * wave before is ready. A circle through a gate never ends. One of objects alone is a reference cycle, and said there.
 */
function* check(tree: Tree): Generator<Problem> {
  const gates = gatesOf(tree);
  const next = (node: TreeObject | Gate): readonly (TreeObject | Gate)[] =>
    isGate(node)
      ? node
      : [gates.get(keyOf(node.application, waveOf(node)))!, ...tree.dependenciesOf(node).map(({ to }) => to)];
  for (const members of stronglyConnectedComponents<TreeObject | Gate>(tree.objects, next)) {
    if (!members.some(isGate)) continue;
    const found = new Set(members);
    const objects = tree.objects.filter((object) => found.has(object));
    const applications = [...new Set(objects.map(({ application }) => application))].sort();
    for (const object of objects) {
      const need = tree.dependenciesOf(object).find(({ to }) => to.application !== object.application && found.has(to));
      if (!need) continue;
      const { kind, metadata } = need.to.manifest;
      yield {
        object,
        path: need.path,
        message: `the applications ${applications.join(' and ')} wait for each other: this one needs ${kind} ${metadata.name} of ${need.to.application}`,
      };
      break;
    }
  }
}

function isGate(node: TreeObject | Gate): node is Gate {
  return Array.isArray(node);
}

function keyOf(application: string, wave: number): string {
  return `${application} ${wave}`;
}

/**
 * A gate for each application and wave: the objects of the wave before. Before an Application's first wave stand the
 * objects of the Applications of earlier waves; one whose Application is not in the tree waits for none.
 */
function gatesOf(tree: Tree): Map<string, Gate> {
  const waves = new Map(
    tree.ofKinds('argoproj.io/Application').map((object) => [object.manifest.metadata.name, waveOf(object)]),
  );
  const gates = new Map<string, Gate>();
  for (const [application, objects] of groupBy(tree.objects, (object) => object.application)) {
    const own = waves.get(application) ?? Number.NEGATIVE_INFINITY;
    let before = tree.objects.filter((object) => (waves.get(object.application) ?? Number.POSITIVE_INFINITY) < own);
    for (const [wave, members] of [...groupBy(objects, waveOf)].sort(([a], [b]) => a - b)) {
      gates.set(keyOf(application, wave), before);
      before = members;
    }
  }
  return gates;
}
