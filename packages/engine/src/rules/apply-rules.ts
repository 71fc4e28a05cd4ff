import { exceptionFrom, exceptionsOf } from '../manifests';
import type { Tree } from '../relations';
import type { Problem, Rule, RuleGroup } from './rule';

/** A rule's problem. */
export interface TreeFinding extends Problem {
  readonly rule: string;
}

/** A problem that its object declares, with the reason. */
export interface Exception extends TreeFinding {
  readonly because: string;
}

export interface RuleResults {
  readonly findings: readonly TreeFinding[];
  readonly exceptions: readonly Exception[];
}

/**
 * What the rules find in a tree. Of policies and privileges an object may declare an exception; every other finding
 * stands.
 */
export function applyRules(tree: Tree, rules: readonly Rule[]): RuleResults {
  const findings: TreeFinding[] = [];
  const exceptions: Exception[] = [];
  for (const rule of rules)
    for (const problem of rule.check(tree)) {
      const finding = { ...problem, rule: rule.id };
      const because = EXCUSABLE.has(rule.group) ? exceptionFrom(problem.object.manifest, rule.id) : undefined;
      if (because !== undefined) exceptions.push({ ...finding, because });
      else findings.push(finding);
    }
  findings.push(...unneeded(tree, rules, exceptions));
  return { findings, exceptions };
}

const EXCUSABLE: ReadonlySet<RuleGroup> = new Set(['policy', 'privilege']);

export const UNNEEDED_EXCEPTION = 'unneeded-exception';

/** An exception that excuses nothing would hide what somebody does wrong later. */
function unneeded(tree: Tree, rules: readonly Rule[], exceptions: readonly Exception[]): TreeFinding[] {
  const excusable = rules.filter(({ group }) => EXCUSABLE.has(group));
  const policies = new Set(excusable.map(({ id }) => id));
  // whoever asks for one group is not told of the exceptions of the other
  const groups = new Set(excusable.map(({ group }) => group));
  const used = new Map<object, Set<string>>();
  for (const { object, rule } of exceptions) used.set(object, (used.get(object) ?? new Set()).add(rule));
  return tree.objects.flatMap((object) =>
    exceptionsOf(object.manifest)

      .filter(({ policy }) => groups.has(policy.startsWith('privilege/') ? 'privilege' : 'policy'))
      .filter(({ policy }) => !used.get(object)?.has(policy))
      .map(({ key, policy }) => {
        const message = policies.has(policy) ? 'excuses nothing: take it out' : `there is no policy '${policy}'`;
        return { object, rule: UNNEEDED_EXCEPTION, path: `metadata.annotations.${key}`, message };
      }),
  );
}
