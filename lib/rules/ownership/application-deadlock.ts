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

/** An Application's objects of one wave, which Argo CD applies together. */
interface Step {
  readonly application: string;
  readonly wave: number;
  readonly objects: TreeObject[];
}

function* check(tree: Tree): Generator<Problem> {
  const steps = stepsOf(tree);
  const stepOf = new Map(steps.flatMap((step) => step.objects.map((object) => [object, step] as const)));
  const next = waitsOf(tree, steps, stepOf);
  for (const members of components(steps, (step) => [...(next.get(step) ?? [])])) {
    const applications = new Set(members.map(({ application }) => application));
    if (applications.size < 2) continue;
    const found = new Set(members);
    for (const object of members.flatMap((step) => step.objects)) {
      const need = tree
        .neededBy(object)
        .find(({ to }) => to.application !== object.application && found.has(stepOf.get(to)!));
      if (!need) continue;
      const names = [...applications].sort().join(' and ');
      yield {
        object,
        path: need.path,
        message: `the applications ${names} wait for each other: this one needs ${need.to.manifest.kind} ${need.to.manifest.metadata.name} of ${need.to.application}`,
      };
      break;
    }
  }
}

function stepsOf(tree: Tree): Step[] {
  const steps = new Map<string, Step>();
  for (const object of tree.objects) {
    const { application } = object;
    const wave = waveOf(object);
    const key = `${application} ${wave}`;
    const step = steps.get(key) ?? { application, wave, objects: [] };
    step.objects.push(object);
    steps.set(key, step);
  }
  return [...steps.values()].sort((a, b) => a.wave - b.wave);
}

/** A step waits for the step before it, for the Applications of earlier waves, and for the steps that make what it needs. */
function waitsOf(tree: Tree, steps: readonly Step[], stepOf: ReadonlyMap<TreeObject, Step>): Map<Step, Set<Step>> {
  const waits = new Map(steps.map((step) => [step, new Set<Step>()]));
  const waves = new Map(
    tree.ofKinds('argoproj.io/Application').map((object) => [object.manifest.metadata.name, waveOf(object)]),
  );
  for (const step of steps)
    for (const other of steps) {
      const isEarlierStep = other.application === step.application && other.wave < step.wave;
      const [theirs, ours] = [waves.get(other.application), waves.get(step.application)];
      if (isEarlierStep || (theirs !== undefined && ours !== undefined && theirs < ours)) waits.get(step)!.add(other);
    }
  // objects that need each other are a reference cycle, and said once
  for (const object of tree.objects)
    for (const { to } of tree.neededBy(object))
      if (to.application !== object.application && !tree.needEachOther(object, to))
        waits.get(stepOf.get(object)!)!.add(stepOf.get(to)!);
  return waits;
}
