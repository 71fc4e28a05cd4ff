import type { Fixture } from './objects';
import type { SampleTree } from './sample';

declare global {
  /** The sound sample anew, of what the environment of these tests holds. */
  function sampleTree(): SampleTree;
}

/** What a fault does to the sound sample. */
export type Break = (get: (name: string) => Fixture, add: (manifest: Fixture, application?: string) => void) => void;

/** A fault, and the one place where it has to be found: file, object and path. */
export type Fault = readonly [what: string, change: Break, where: string];

/**
 * Seeds each fault by itself and puts the tree to every rule: this one finds it once, and no rule finds anything else.
 * Of what gives a privilege only the group's own findings count: a wildcard that is one is still a wildcard.
 */
export function faultsOf(rule: string, faults: readonly Fault[]): void {
  test.each(faults.map((fault) => [...fault] as const))(
    'GIVEN %s WHEN the tree is judged THEN that is found once, and nothing else',
    (_what, change, where) => {
      const tree = sampleTree();
      change(tree.get, tree.add);
      const isPrivilege = rule.startsWith('privilege/');
      const found = tree.findings().filter((finding) => !isPrivilege || finding.includes('[privilege/'));
      expect(found).toEqual([`${where} [${rule}]`]);
    },
  );
}
