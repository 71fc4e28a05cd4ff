import { principalsOf, statementsOf } from '../../iam';
import { objectKey } from '../../manifests';
import { guessHome, parsedIn, publicExposure, Tree } from '../../rules';
import type { PlanObject } from '../objects';
import type { EnvironmentPlan } from '../plan';

/** Who can reach an object that could not, or no longer. */
export interface ExposureDelta {
  readonly environment: string;
  readonly object: string;
  readonly path: string;
  readonly direction: 'opened' | 'closed';
  readonly message: string;
}

/** What anybody, or another account, can reach since the change. */
export function exposureDelta({ name, changes, head }: EnvironmentPlan): ExposureDelta[] {
  const { account } = guessHome(head.map(({ text }) => text));
  return changes.flatMap(({ pair: { old, now } }) => {
    const object = objectKey((now ?? old)!.manifest);
    const [before, after] = [openings(old, account), openings(now, account)];
    const only = (some: Openings, other: Openings, direction: ExposureDelta['direction']) =>
      [...some]
        .filter(([key]) => !other.has(key))
        .map(([, opening]) => ({ environment: name, object, direction, ...opening }));
    return [...only(after, before, 'opened'), ...only(before, after, 'closed')];
  });
}

type Openings = ReadonlyMap<string, { readonly path: string; readonly message: string }>;

function openings(object: PlanObject | undefined, account: string): Openings {
  const found = new Map<string, { path: string; message: string }>();
  if (!object) return found;
  const tree = new Tree([{ manifest: object.manifest, application: object.application }], {
    account,
    region: '',
    facts: new Set(),
  });
  // positions in lists move: what is open counts, not where it stands
  const add = (path: string, message: string) =>
    found.set(`${path.replace(/\[\d+\]/g, '[]')} ${message.replace(/\[\d+\]/g, '[]')}`, { path, message });
  for (const { path, message } of publicExposure.check(tree)) add(path, message);
  for (const { path, value } of parsedIn(tree, 'iam-policy', 'trust-policy'))
    for (const statement of statementsOf(value))
      if (statement.effect === 'Allow')
        for (const principal of principalsOf(statement)) {
          const other = /^(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::|$)/.exec(principal)?.[1];
          if (other !== undefined && other !== account) add(path, `allows account ${other} (${principal})`);
        }
  return found;
}
