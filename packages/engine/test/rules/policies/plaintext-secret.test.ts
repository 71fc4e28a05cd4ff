import { type Fault, faultsOf } from '../faults';
import { container, EXTERNAL, FIXTURES } from '../objects';

faultsOf('plaintext-secret', [
  [
    'a password in an environment variable',
    (get) => container(get('Deployment web')).env.push({ name: 'DB_PASSWORD', value: 'hunter2hunter2' }),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[1].value`,
  ],
  [
    'a Secret in git',
    (_get, add) =>
      add({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'plain', namespace: 'apps' }, stringData: { a: 'b' } }),
    `${FIXTURES} Secret plain stringData`,
  ],
  [
    'a password in what External Secrets pushes',
    (get) => (get('PushSecret redis-auth-seed')['spec'].template.data.password = 'correct-horse'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.template.data.password`,
  ],
  [
    'a password in the template of an ExternalSecret',
    (get) => (get('ExternalSecret argocd-git-credentials')['spec'].target.template.data.password = 'correct-horse'),
    `${EXTERNAL} ExternalSecret argocd-git-credentials spec.target.template.data.password`,
  ],
  ...['ghp_', 'ghs_', 'github_pat_', 'glpat-'].map(
    (prefix): Fault => [
      `a token that begins with ${prefix}`,
      (get) =>
        (get('ExternalSecret argocd-git-credentials')['spec'].target.template.data.sign =
          `${prefix}${'1a'.repeat(20)}`),
      `${EXTERNAL} ExternalSecret argocd-git-credentials spec.target.template.data.sign`,
    ],
  ),
]);
