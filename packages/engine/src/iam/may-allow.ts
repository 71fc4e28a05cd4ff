import { meansAsker, namesAsker } from './applies';
import { accountOf } from './asker';
import { evaluate } from './evaluate';
import { NEEDING_POLICY } from './kinds';
import { identityPolicies, type Policies } from './policies';
import type { Policy, Statement } from './policy';
import type { Level } from './principals';
import { type Asked, askedBy, crosses, type Question } from './question';
import {
  type Bound,
  type Example,
  exampleIn,
  intersection,
  isEmpty,
  opposite,
  type Region,
  regionOf,
  without,
} from './region';
import { type Means, meansItsOwner } from './statement-verdict';
import { every, some } from './truth';
import type { Reason } from './verdict';

export interface Possibility {
  /**
   * `nothing`: no request within the patterns is allowed, whatever is not known. `something`: the example is allowed.
   * `unknown`: it hangs on something.
   */
  readonly answer: 'nothing' | 'something' | 'unknown';
  /** A request that is allowed, or may be. It is made of the patterns: AWS need not have such an action. */
  readonly example?: Example;
  /** What allows the example, or what it hangs on. */
  readonly because: readonly Reason[];
}

/** All of its gates have to let a request through. */
type Path = readonly Gate[];

/** What some policies allow together, at most or at least. */
type Gate = (bound: Bound) => readonly Region[];

/**
 * Whether the policies allow somebody anything within patterns, as `evaluate` would: any `iam:Create*`, any role below
 * a path. It says `nothing` only if that is certain.
 */
export function mayAllow(question: Question, policies: Policies): Possibility {
  const asked = askedBy(question);
  for (const region of regionsOf(asked, policies, 'certain')) {
    const found = judged(region, question, policies);
    if (found?.answer === 'something') return found;
  }
  const [open] = regionsOf(asked, policies, 'possible');
  if (open) return judged(open, question, policies) ?? { answer: 'unknown', because: [TOO_ENTANGLED] };
  return { answer: 'nothing', because: [{ message: 'no statement allows any of it, or what allows it is denied' }] };
}

const TOO_ENTANGLED: Reason = { message: 'the policies are too entangled for an example' };

/** Undefined where no example was found. */
function judged(region: Region, question: Question, policies: Policies): Possibility | undefined {
  const example = exampleIn(region);
  if (example === undefined || example === 'unknown') return undefined;
  const { decision, because } = evaluate({ ...question, ...example }, policies);
  // what is denied was not a good example: others of the region may be allowed
  if (decision === 'denied') return { answer: 'unknown', because: [TOO_ENTANGLED] };
  return { answer: decision === 'allowed' ? 'something' : 'unknown', example, because };
}

/** Together, all that is allowed at most, or at least. */
function* regionsOf(asked: Asked, policies: Policies, bound: Bound): Generator<Region> {
  const denied = deniedRegions(asked, policies, opposite(bound));
  for (const path of pathsOf(asked, policies))
    for (const region of through(path, bound, asked.region))
      yield* without([region], denied).filter((left) => !isEmpty(left));
}

function* through([gate, ...further]: Path, bound: Bound, region: Region): Generator<Region> {
  if (!gate) {
    yield region;
    return;
  }
  for (const allowed of gate(bound)) {
    const inside = intersection(region, allowed);
    if (!isEmpty(inside)) yield* through(further, bound, inside);
  }
}

/** What the statements of an effect speak of when somebody asks; those whose effect is not known have both. */
function regionsIn(
  policies: readonly Policy[],
  effect: Statement['effect'],
  { asked, means, bound }: { readonly asked: Asked; readonly means: Means; readonly bound: Bound },
): Region[] {
  return policies
    .flatMap(({ statements }) => statements)
    .filter((statement) => (statement.effect ?? effect) === effect && isOf(statement, asked, means, bound))
    .map((statement) => regionOf(statement, asked.lookup, bound));
}

/** Whether a statement means who asks under the conditions there are: possibly, or for certain. */
function isOf(statement: Statement, { lookup }: Asked, means: Means, bound: Bound): boolean {
  const truth = every(
    [means(statement), statement.doubt ?? true, every(statement.conditions, (condition) => condition(lookup))],
    (one) => one,
  );
  return bound === 'possible' ? truth !== false : truth === true;
}

function deniedRegions(asked: Asked, policies: Policies, bound: Bound): Region[] {
  const { resource, boundary } = policies;
  const means: Means = (statement) => meansAsker(statement, asked, boundary !== undefined);
  return [
    ...regionsIn(identityPolicies(policies), 'Deny', { asked, means: meansItsOwner, bound }),
    ...regionsIn(resource ? [resource] : [], 'Deny', { asked, means, bound }),
  ];
}

/** The ways by which `evaluate` comes to an Allow; where it is not known which of them are open, all. */
function pathsOf(asked: Asked, policies: Policies): Path[] {
  const { asker } = asked;
  const isStrict = asked.needsPolicyOfResource;
  const { identity = [], boundary, session, resource, scps = [] } = policies;
  const gateOf =
    (some: readonly Policy[], means: Means): Gate =>
    (bound) =>
      regionsIn(some, 'Allow', { asked, means, bound });
  const owned = (some: readonly Policy[]): Gate => gateOf(some, meansItsOwner);
  const named = (...levels: Level[]): Path => [
    resource
      ? gateOf([resource], (statement) => some(levels, (level) => namesAsker(statement, asked, level)))
      : // roles and keys have a policy, which may allow anything
        (bound) => (bound === 'possible' ? NEEDING_POLICY : []),
  ];
  if (accountOf(asker) === undefined) return [named('themselves')];
  const isRoot = asker.kind === 'root';
  const limits: Path = [
    ...(boundary && !isRoot ? [owned([boundary])] : []),
    ...(session || asker.kind === 'federated-user' ? [owned(session ?? [])] : []),
  ];
  const own: Path = [...(isRoot ? [] : [owned(identity)]), ...limits];
  const paths: Path[] = crosses(asked)
    ? [[...own, ...named('themselves', 'role', 'account')]]
    : [named('themselves'), [...named('role'), ...limits], isStrict ? [...own, ...named('account')] : own];
  return paths.map((path) => [...scps.map(owned), ...path]);
}
