import { InputError } from '../errors';
import { arnFieldsOf, patternOfFields, withinField } from './arn-pattern';
import { type Asker, accountOf, askerOf } from './asker';
import { accountOfResource, lookupOf, type Request } from './asking';
import type { Lookup } from './context';
import { needsPolicyOfResource } from './kinds';
import { patternOf, textPattern } from './pattern';
import type { Region } from './region';
import type { Clause } from './witness';

/** Requests of somebody, by patterns in which `*` stands for any text and `?` for one letter. */
export interface Question extends Omit<Request, 'action' | 'resource'> {
  /** `iam:Create*`, or several. */
  readonly action: string | readonly string[];
  /** `*`, or ARNs, whose wildcards stay within their field: `arn:aws:iam::111122223333:role/platform-bootstrap/*`. */
  readonly resource: string | readonly string[];
}

/** A question, understood. */
export interface Asked {
  readonly asker: Asker;
  readonly lookup: Lookup;
  /** What it asks for. */
  readonly region: Region;
  /** Undefined where it differs or is not known. */
  readonly resourceAccount?: string;
  /** True where all resources are roles to be assumed, or keys. */
  readonly needsPolicyOfResource: boolean;
}

/** `service:Name`; `arn:partition:service:region:account:resource`, or `*` of actions without a resource. */
const ACTION: Clause = { patterns: [withinField(patternOf('?*:?*'))] };
const RESOURCE: Clause = {
  patterns: [patternOfFields(['arn', '*', '*', '*', '*', '?*'].map(patternOf)), textPattern('*')],
};

/** Throws `InputError` for patterns that no request fits. */
export function askedBy(question: Question): Asked {
  const asker = askerOf(question.principal);
  const [actions, resources] = [[question.action].flat(), [question.resource].flat()];
  for (const action of actions)
    if (action !== '*' && !/^[A-Za-z0-9*?-]+:[\w*?-]+$/.test(action))
      throw new InputError(`action is '${action}': allowed is a pattern such as iam:Create*`);
  const fields = resources.map((resource) => {
    const found = arnFieldsOf(resource);
    if (resource !== '*' && !found)
      throw new InputError(`resource is '${resource}': allowed are * and an ARN, with wildcards in its fields`);
    return found;
  });
  const accounts = new Set(resources.map((resource) => resource !== '*' && accountOfResource(resource, asker)));
  const [account] = accounts;
  const resourceAccount = question.resourceAccount ?? (accounts.size === 1 && account ? account : undefined);
  return {
    asker,
    lookup: lookupOf(question, asker, resourceAccount),
    region: {
      actions: [{ patterns: actions.map((action) => patternOf(action.toLowerCase())) }, ACTION],
      resources: [
        { patterns: fields.map((found) => (found ? patternOfFields(found.map(patternOf)) : patternOf('*'))) },
        RESOURCE,
      ],
    },
    ...(resourceAccount !== undefined && { resourceAccount }),
    needsPolicyOfResource: actions.every((action) =>
      fields.every((found) => needsPolicyOfResource({ action, ...(found && { resourceFields: found }) })),
    ),
  };
}

/** Whether it certainly stays in the asker's account, certainly leaves it, or may do either. */
export function crosses({ asker, resourceAccount }: Asked): boolean | undefined {
  return resourceAccount === undefined ? undefined : resourceAccount !== accountOf(asker);
}
