import { EXCEPTION } from '../manifests/exceptions';
import { annotationOf } from '../manifests/manifest';
import type { Problem, Rule } from './rule';
import type { Tree } from './tree';

/** A rule's problem. */
export interface TreeFinding extends Problem {
  readonly rule: string;
}

/** A problem that its object declares, with the reason. */
export interface Exception extends TreeFinding {
  readonly because: string;
}

export interface Judgement {
  readonly findings: readonly TreeFinding[];
  readonly exceptions: readonly Exception[];
  readonly pending: readonly TreeFinding[];
}

/** What the rules find in a tree. Of policies an object may declare an exception; every other finding stands. */
export function judge(tree: Tree, rules: readonly Rule[]): Judgement {
  const findings: TreeFinding[] = [];
  const exceptions: Exception[] = [];
  const pending: TreeFinding[] = [];
  for (const rule of rules)
    for (const problem of rule.check(tree)) {
      const finding = { ...problem, rule: rule.id };
      const because = rule.group === 'policy' ? exceptionOf(problem, rule.id) : undefined;
      if (because !== undefined) exceptions.push({ ...finding, because });
      else if (problem.pending !== undefined) pending.push(finding);
      else findings.push(finding);
    }
  findings.push(...unneeded(tree, rules, exceptions));
  return { findings, exceptions, pending };
}

function exceptionOf({ object }: Problem, rule: string): string | undefined {
  return annotationOf(object.manifest, EXCEPTION + rule);
}

export const UNNEEDED_EXCEPTION = 'unneeded-exception';

/** An exception that excuses nothing would hide what somebody does wrong later. */
function unneeded(tree: Tree, rules: readonly Rule[], exceptions: readonly Exception[]): TreeFinding[] {
  const policies = new Set(rules.filter(({ group }) => group === 'policy').map(({ id }) => id));
  if (policies.size === 0) return [];
  const used = new Map<object, Set<string>>();
  for (const { object, rule } of exceptions) used.set(object, (used.get(object) ?? new Set()).add(rule));
  return tree.objects.flatMap((object) =>
    Object.keys(object.manifest.metadata.annotations ?? {})
      .filter((key) => key.startsWith(EXCEPTION) && !used.get(object)?.has(key.slice(EXCEPTION.length)))
      .map((key) => {
        const id = key.slice(EXCEPTION.length);
        const message = policies.has(id) ? 'excuses nothing: take it out' : `there is no policy '${id}'`;
        return { object, rule: UNNEEDED_EXCEPTION, path: `metadata.annotations.${key}`, message };
      }),
  );
}
