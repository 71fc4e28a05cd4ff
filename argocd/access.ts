import type { Environment } from '../environments';

/**
 * Resources and their actions in RBAC:
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/rbac/#rbac-model-structure
 */
interface Actions {
  readonly applications: 'get' | 'sync' | 'action/*' | `delete/*/${string}/*/*`;
  readonly logs: 'get';
  readonly projects: 'get';
  readonly clusters: 'get';
  readonly repositories: 'get';
}

type Permission = {
  [Resource in keyof Actions]: readonly [resource: Resource, action: Actions[Resource], object: string];
}[keyof Actions];

type ArgoCd = Pick<Environment, 'argocd'>;
type Role = keyof NonNullable<ArgoCd['argocd']['singleSignOn']>['groups'];

/** `project/application`, as Applications are named in policies. */
const EVERY = '*/*';

const READ_ONLY: readonly Permission[] = [
  ['applications', 'get', EVERY],
  ['projects', 'get', '*'],
];

/**
 * What roles may do besides Argo CD's own `role:admin`. Nobody else changes Applications, projects, repositories or
 * clusters: git does.
 */
function permissionsOf({ argocd }: ArgoCd): Readonly<Record<Exclude<Role, 'admin'>, readonly Permission[]>> {
  // projects of managed environments have its name before theirs
  const own = [
    { prefix: '', developersSync: argocd.developersSync },
    ...(argocd.manages ?? []).map(({ environment, developersSync }) => ({ prefix: `${environment}-`, developersSync })),
  ];
  return {
    platform: [
      ...READ_ONLY,
      ['logs', 'get', EVERY],
      ['clusters', 'get', '*'],
      ['repositories', 'get', '*'],
      ['applications', 'sync', EVERY],
      // restart, pause, promote
      ['applications', 'action/*', EVERY],
      // a new one takes its place
      ['applications', 'delete/*/Pod/*/*', EVERY],
    ],
    developer: [
      ...READ_ONLY,
      ...own.flatMap(({ prefix, developersSync }): Permission[] => [
        ['logs', 'get', `${prefix}application/*`],
        ...developersSync.map((name): Permission => ['applications', 'sync', `${prefix}${name}/*`]),
      ]),
    ],
    readOnly: READ_ONLY,
  };
}

/** argocd-rbac-cm: who is in none of the groups may do nothing. */
export function rbacOf(environment: ArgoCd): Record<string, string> {
  const { singleSignOn } = environment.argocd;
  if (!singleSignOn) return { 'policy.default': '', scopes: '[groups]' };
  const { admin, ...others } = singleSignOn.groups;
  const permissions = permissionsOf(environment);
  const lines = Object.entries(others).flatMap(([name, group]) => [
    ...permissions[name as keyof typeof others].map(
      ([resource, action, object]) => `p, role:${name}, ${resource}, ${action}, ${object}, allow`,
    ),
    `g, ${group}, role:${name}`,
  ]);
  return {
    'policy.default': '',
    'policy.csv': `${[...lines, `g, ${admin}, role:admin`].join('\n')}\n`,
    scopes: '[groups]',
  };
}

/**
 * argocd-cm of who may enter. The secret of the client is a key of a Secret with the label
 * app.kubernetes.io/part-of=argocd, which External Secrets makes (charts/security/external-secrets.ts). PKCE besides,
 * so that a stolen code is of no use.
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/user-management/#existing-oidc-provider
 */
export function signInOf({ argocd: { singleSignOn } }: ArgoCd): Record<string, string> {
  const closed = { 'users.anonymous.enabled': 'false', 'exec.enabled': 'false' };
  if (!singleSignOn) return { ...closed, 'admin.enabled': 'true' };
  const { issuer, clientId } = singleSignOn;
  const lines = [
    'name: Single sign-on',
    `issuer: ${issuer}`,
    `clientID: ${clientId}`,
    'clientSecret: $argocd-oidc-credentials:oidcClientSecret',
    'enablePKCEAuthentication: true',
    'requestedScopes: [openid, profile, email, groups]',
  ];
  return { ...closed, 'admin.enabled': 'false', 'oidc.config': `${lines.join('\n')}\n` };
}
