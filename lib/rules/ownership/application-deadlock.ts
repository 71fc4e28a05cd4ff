import { components } from '../../graph/components';
import type { Problem, Rule } from '../rule';
import type { Tree, TreeObject } from '../tree';
import { waveOf } from './waves';

export const applicationDeadlock: Rule = {
  id: 'application-deadlock',
  group: 'ownership',
  reason: 'Applications sync at the same time, wave by wave: two that wait for a later wave of each other never end.',
  link: 'https://github.com/argoproj/argo-cd/issues/7437',
  check,
};

/** What the objects of a wave wait for before they are applied: every object of the wave before. */
interface Gate {
  readonly application: string;
  readonly wave: number;
  readonly behind: TreeObject[];
}

/**
 * An object is ready once its wave's gate is open and what it needs is ready; a gate opens once every object of the wave
 * before is ready. A circle through a gate never ends. One of objects alone is a reference cycle, and said there.
 */
function* check(tree: Tree): Generator<Problem> {
  const gates = gatesOf(tree);
  const next = (node: TreeObject | Gate): (TreeObject | Gate)[] =>
    isGate(node) ? node.behind : [gates.get(keyOf(node))!, ...tree.neededBy(node).map(({ to }) => to)];
  for (const members of components<TreeObject | Gate>(tree.objects, next)) {
    if (!members.some(isGate)) continue;
    const found = new Set(members);
    const objects = tree.objects.filter((object) => found.has(object));
    const applications = [...new Set(objects.map(({ application }) => application))].sort();
    for (const object of objects) {
      const need = tree.neededBy(object).find(({ to }) => to.application !== object.application && found.has(to));
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
  return 'behind' in node;
}

function keyOf(object: TreeObject): string {
  return `${object.application} ${waveOf(object)}`;
}

/** A gate for each application and wave; that of an Application's first wave stands before the Applications of earlier waves. */
function gatesOf(tree: Tree): Map<string, Gate> {
  const steps = new Map<string, { application: string; wave: number; objects: TreeObject[] }>();
  for (const object of tree.objects) {
    const step = steps.get(keyOf(object)) ?? { application: object.application, wave: waveOf(object), objects: [] };
    step.objects.push(object);
    steps.set(keyOf(object), step);
  }
  const applicationWaves = new Map(
    tree.ofKinds('argoproj.io/Application').map((object) => [object.manifest.metadata.name, waveOf(object)]),
  );
  const all = [...steps.values()];
  return new Map(
    [...steps].map(([key, { application, wave }]) => {
      const earlier = all.filter((step) => step.application === application && step.wave < wave);
      const last = Math.max(...earlier.map((step) => step.wave));
      const ours = applicationWaves.get(application);
      const before = (other: string) => {
        const theirs = applicationWaves.get(other);
        return ours !== undefined && theirs !== undefined && theirs < ours;
      };
      const steps =
        earlier.length > 0
          ? earlier.filter((step) => step.wave === last)
          : all.filter((step) => before(step.application));
      return [key, { application, wave, behind: steps.flatMap(({ objects }) => objects) }];
    }),
  );
}
