import { arnTemplateOf } from './arn-pattern';
import { identityOf } from './asker';
import { hasWildcard, type Pattern, patternOf } from './pattern';
import type { ResourceName } from './policy';
import type { Named } from './principals';

/** A value that AWS would refuse, or that is not understood. */
export interface Misread {
  readonly problem: string;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html; its case does not matter.
 */
export function actionOf(text: string): Pattern | Misread {
  if (text === '*' || text === '*:*') return patternOf('*');
  if (!/^[A-Za-z0-9-]+:[\w*?-]+$/.test(text)) return { problem: `'${text}' is no action: service:Name` };
  return patternOf(text.toLowerCase());
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function resourceOf(text: string, variables: boolean): ResourceName | Misread {
  if (text === '*') return '*';
  const template = arnTemplateOf(text, { variables, wildcards: true });
  if (!template) return { problem: `'${text}' is no ARN: arn:partition:service:region:account:resource` };
  const isFixed = template.fields.slice(0, 5).every(({ pattern }) => pattern);
  return isFixed ? template : { problem: `'${text}' has a policy variable before its fifth colon` };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function principalOf(type: string, text: string): Named | Misread {
  switch (type) {
    case 'AWS':
      return awsPrincipalOf(text);
    case 'Service':
      return hasWildcard(text) ? { problem: `'${text}' is no service` } : { kind: 'service', service: text };
    case 'Federated':
      return hasWildcard(text)
        ? { problem: `'${text}' is no identity provider` }
        : { kind: 'provider', provider: text };
    case 'CanonicalUser':
      return { kind: 'canonical-user', id: text };
    default:
      return { problem: `there are no principals '${type}': allowed are AWS, Service, Federated and CanonicalUser` };
  }
}

function awsPrincipalOf(text: string): Named | Misread {
  if (text === '*') return { kind: 'everyone', onlyAws: true };
  if (/^\d{12}$/.test(text)) return { kind: 'account', account: text };
  const identity = identityOf(text);
  if (!identity) return { problem: `'${text}' is no principal: an account, or the ARN of a role, a user or a session` };
  return identity.kind === 'root' ? { kind: 'account', account: identity.account } : { kind: 'identity', identity };
}

/** A text or a list of them; undefined for anything else, and for an empty list, which AWS refuses. */
export function textsOf(value: unknown): readonly string[] | undefined {
  const texts = [value].flat();
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? texts : undefined;
}

/** Values of a condition, as texts; undefined where there are none. */
export function valuesOf(value: unknown): readonly string[] | undefined {
  const values = [value].flat();
  const isValue = (one: unknown) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean';
  return values.length > 0 && values.every(isValue) ? values.map(String) : undefined;
}
