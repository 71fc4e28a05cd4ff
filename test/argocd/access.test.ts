import { parse } from 'yaml';
import { rbacOf, signInOf } from '../../argocd/access';
import { environments } from '../../environments';

const production = environments.find(({ name }) => name === 'production')!;
const open = { argocd: { ...production.argocd, developersSync: ['messaging'] } };
const { singleSignOn: _, ...withoutSignOn } = production.argocd;

/**
 * What Argo CD decides: `glob` matching, in which `*` stands for slashes too, and nothing is allowed that no line
 * allows.
 */
function allows(policy: string, group: string, [resource, action, object]: readonly [string, string, string]): boolean {
  const lines = policy.split('\n').map((line) => line.split(', '));
  const roles = lines.filter(([type, who]) => type === 'g' && who === group).map(([, , role]) => role);
  const matches = (glob = '', text: string) => new RegExp(`^${glob.split('*').map(quoted).join('.*')}$`).test(text);
  return lines.some(
    ([type, role, ...rule]) =>
      type === 'p' && roles.includes(role) && [resource, action, object].every((part, i) => matches(rule[i], part)),
  );
}
const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

describe('who may do what in Argo CD', () => {
  const policy = rbacOf(open)['policy.csv']!;

  test.each([
    ['auditors', 'applications', 'get', 'data/data', true],
    ['auditors', 'logs', 'get', 'application/application', false],
    ['auditors', 'repositories', 'get', 'https://github.com/company/aws-platform.git', false],
    ['auditors', 'applications', 'sync', 'messaging/messaging', false],
    ['developers', 'applications', 'get', 'security/security', true],
    ['developers', 'applications', 'sync', 'messaging/messaging', true],
    ['developers', 'applications', 'sync', 'data/data', false],
    ['developers', 'logs', 'get', 'application/application', true],
    ['developers', 'logs', 'get', 'security/security', false],
    ['developers', 'applications', 'action/apps/Deployment/restart', 'application/application', false],
    ['platform-engineers', 'applications', 'sync', 'data/data', true],
    ['platform-engineers', 'applications', 'action/argoproj.io/Rollout/promote-full', 'application/api', true],
    ['platform-engineers', 'applications', 'delete//Pod/argocd/argocd-server-1', 'argocd/argocd-installation', true],
    ['platform-engineers', 'applications', 'delete//Secret/argocd/argocd-secret', 'argocd/argocd-installation', false],
    ['platform-engineers', 'applications', 'delete', 'data/data', false],
    ['platform-engineers', 'applications', 'update', 'data/data', false],
    ['platform-engineers', 'applications', 'override', 'data/data', false],
    ['platform-engineers', 'projects', 'update', 'data', false],
    ['platform-engineers', 'exec', 'create', 'data/data', false],
    ['somebody', 'applications', 'get', 'data/data', false],
  ] as const)(
    'GIVEN %s WHEN they ask for %s %s on %s THEN the answer is %s',
    (group, resource, action, object, answer) => {
      expect(allows(policy, group, [resource, action, object])).toBe(answer);
    },
  );

  test('GIVEN the group of administrators WHEN it enters THEN it has the role that Argo CD brings', () => {
    expect(policy).toContain('g, platform-admins, role:admin\n');
    expect(rbacOf(open)['policy.default']).toBe('');
  });

  test('GIVEN production WHEN developers want to sync THEN nothing allows it', () => {
    expect(rbacOf(production)['policy.csv']).not.toMatch(/role:developer, applications, sync/);
  });
});

describe('how people enter Argo CD', () => {
  test('GIVEN single sign-on WHEN Argo CD is told THEN the secret is a reference, and admin and strangers stay outside', () => {
    const cm = signInOf(production);
    expect(cm).toMatchObject({ 'admin.enabled': 'false', 'users.anonymous.enabled': 'false', 'exec.enabled': 'false' });
    expect(parse(cm['oidc.config']!)).toMatchObject({
      issuer: 'https://login.company.com',
      clientID: 'argocd-production',
      clientSecret: '$argocd-oidc-credentials:oidcClientSecret',
      requestedScopes: ['openid', 'profile', 'email', 'groups'],
    });
  });

  test('GIVEN no single sign-on WHEN Argo CD is told THEN admin is the only user, and there are no groups', () => {
    const environment = { argocd: withoutSignOn };
    expect(signInOf(environment)).toEqual({
      'admin.enabled': 'true',
      'users.anonymous.enabled': 'false',
      'exec.enabled': 'false',
    });
    expect(rbacOf(environment)).toEqual({ 'policy.default': '', scopes: '[groups]' });
  });
});
