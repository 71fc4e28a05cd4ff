import { iamService } from '../../aws';
import { globsMeet, statementsOf } from '../../iam';
import { ofEachDocument } from '../of-each';
import type { Problem, Rule } from '../rule';
import type { EmbeddedDocument } from './document';

export const iamAction: Rule = {
  id: 'iam-action',
  group: 'documents',
  reason: 'AWS saves a policy with an action that does not exist, and the call that it was meant for is refused.',
  link: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  check: ofEachDocument(['iam-policy', 'trust-policy'], problemsOf),
};

function* problemsOf({ object, path, value }: EmbeddedDocument): Generator<Problem> {
  for (const { path: where, actions, notActions } of statementsOf(value))
    for (const action of [...actions, ...notActions]) {
      const wrong = wrongWith(action);
      if (wrong) yield { object, path, message: `${where}: ${wrong}` };
    }
}

function wrongWith(action: string): string | undefined {
  if (action === '*') return undefined;
  const [prefix = '', name = ''] = action.split(':', 2);
  const service = iamService(prefix);
  if (!service) return `'${action}': there is no service '${prefix}'`;
  const wanted = name.toLowerCase();
  const exists = /[*?]/.test(wanted)
    ? [...service.actions.keys()].some((known) => globsMeet(wanted, known))
    : service.actions.has(wanted);
  return exists ? undefined : `'${action}' is no action of ${prefix}`;
}
