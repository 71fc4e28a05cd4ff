import { records } from '../../manifests';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const rbacEscalation: Rule = {
  id: 'privilege/rbac-escalation',
  group: 'privilege',
  reason: 'Some verbs and subresources give what the role itself does not name: another identity, or the node.',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
  check,
};

interface Danger {
  /** The API group of the resources. */
  readonly group: string;
  readonly verbs: readonly string[];
  /** Undefined: of any kind. */
  readonly resources?: readonly string[];
  readonly gives: string;
}

const RBAC = 'rbac.authorization.k8s.io';
const ROLES = ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'];

/** https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks */
const DANGERS: readonly Danger[] = [
  { group: RBAC, verbs: ['escalate'], resources: ROLES, gives: 'roles that have more than their writer' },
  { group: RBAC, verbs: ['bind'], resources: ROLES, gives: 'bindings to roles that have more than their writer' },
  { group: '', verbs: ['impersonate'], gives: 'the rights of whoever is impersonated' },
  {
    group: '',
    verbs: ['get', 'create'],
    resources: ['nodes/proxy'],
    gives: 'every Pod of a node, past admission and audit',
  },
  { group: '', verbs: ['get', 'create'], resources: ['pods/exec', 'pods/attach'], gives: 'the identity of any Pod' },
  { group: '', verbs: ['create'], resources: ['serviceaccounts/token'], gives: 'tokens of any service account' },
  { group: '', verbs: ['*'], resources: ['secrets'], gives: 'everything that a Secret has' },
  { group: RBAC, verbs: ['*'], resources: ROLES, gives: 'roles that have more than their writer' },
];

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'))
    for (const [index, rule] of records(fieldOf(object, 'rules')).entries()) {
      const danger = DANGERS.find((one) => isIn(rule, one));
      if (danger)
        yield {
          object,
          path: `rules[${index}]`,
          message: `allows ${danger.verbs.join(' or ')} of ${danger.resources?.join(', ') ?? 'identities'}, which gives ${danger.gives}`,
        };
    }
}

function isIn(rule: Readonly<Record<string, unknown>>, danger: Danger): boolean {
  // one that is named is what somebody chose
  if (list(rule['resourceNames']).length > 0) return false;
  const verbs = list(rule['verbs']);
  const resources = list(rule['resources']);
  const groups = list(rule['apiGroups']);
  const hasVerb = danger.verbs.some((verb) => verbs.includes(verb) || verbs.includes('*'));
  const wanted = danger.resources;
  if (!wanted) return danger.verbs.some((verb) => verbs.includes(verb));
  const hasGroup = groups.includes(danger.group) || groups.includes('*');
  return hasGroup && hasVerb && resources.some((one) => wanted.some((resource) => fitsResource(one, resource)));
}

/** `*` is every resource and subresource, `pods/*` all parts of one, a star before `/exec` that part of all. */
function fitsResource(pattern: string, resource: string): boolean {
  if (pattern === '*') return true;
  const [kind, part] = resource.split('/', 2);
  return pattern === resource || (part !== undefined && (pattern === `${kind}/*` || pattern === `*/${part}`));
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
