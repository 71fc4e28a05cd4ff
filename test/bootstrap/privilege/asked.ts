import { evaluate, readPolicy } from '../../../packages/engine/src/iam';
import type { Bootstrap } from './account';
import type { Subject } from './subjects';
import { type Target, targetsOf } from './targets';

/** What a role would do: an action on a target. */
export function isDenied(
  { arn, policies }: Subject,
  action: string,
  { resource, context, resourcePolicy }: Target,
): boolean {
  const { decision } = evaluate(
    {
      principal: arn,
      action,
      resource,
      // whatever the attacker may choose is not known, and what hangs on it is not denied
      context: { ...CHOSEN, ...context },
      contextIsComplete: true,
    },
    { ...policies, ...(resourcePolicy && action.startsWith('sts:') && { resource: resourcePolicy }) },
  );
  return decision === 'denied';
}

/** Keys of requests that whoever asks writes. */
const CHOSEN = { 'aws:RequestedRegion': undefined, 'aws:SourceAccount': undefined, 'aws:TagKeys': undefined };

/** Answers questions of one account's subjects, each once. */
export class Asker {
  private readonly known = new Map<string, readonly string[]>();

  constructor(
    private readonly own: Bootstrap,
    private readonly all: readonly Bootstrap[],
  ) {}

  /** Against what none of a path's actions is denied; a path with one that is denied everywhere leads nowhere. */
  open(subject: Subject, path: readonly string[]): string[] {
    const open = path.map((step) => this.openTargets(subject, step));
    return open.every((targets) => targets.length > 0) ? open.flat() : [];
  }

  private openTargets(subject: Subject, step: string): readonly string[] {
    const key = `${subject.name} ${step}`;
    const known = this.known.get(key) ?? this.ask(subject, step);
    this.known.set(key, known);
    return known;
  }

  private ask(subject: Subject, step: string): string[] {
    const [action = '', service] = step.split(' ');
    return targetsOf(action, service, this.own, this.all)
      .filter((target) => !isDenied(subject, action, target))
      .map(({ resource }) => `${subject.name}: ${action} on ${resource}`);
  }
}

/** The same role with `Allow * on *` attached: what is left is its boundary. */
export function withEverything({ name, arn, policies }: Subject): Subject {
  const everything = readPolicy(
    { Version: '2012-10-17', Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] },
    'attached by an attacker',
  );
  return { name: `${name} with everything`, arn, policies: { ...policies, identity: [everything] } };
}
