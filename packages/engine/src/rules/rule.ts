import type { Tree, TreeObject } from '../relations';

/** Groups that `validate --rules` picks, besides `schema`. */
export type RuleGroup = 'references' | 'ownership' | 'order' | 'documents' | 'policy' | 'privilege';

/** Something that only the whole tree, or a text inside an object, shows. */
export interface Rule {
  /**
   * Kebab case, `order/…` and `privilege/…` for the rules of these groups; what stands in brackets behind a finding,
   * and what an exception names.
   */
  readonly id: string;
  readonly group: RuleGroup;
  /** Why it matters, in one sentence. */
  readonly reason: string;
  readonly link: string;
  /** What is wrong in a tree. It has to cope with objects that their schemas refuse. */
  check(tree: Tree): Iterable<Problem>;
}

export interface Problem {
  readonly object: TreeObject;
  /** `spec.targets[0].arn`. */
  readonly path: string;
  readonly message: string;
}
