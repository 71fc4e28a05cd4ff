import { faultsOf } from '../faults';
import { EXTERNAL } from '../objects';

faultsOf('secret-writers', [
  [
    'two ExternalSecrets of one Secret',
    (get) => (get('ExternalSecret argocd-oidc-credentials')['spec'].target.name = 'argocd-credentials'),
    `${EXTERNAL} ExternalSecret argocd-oidc-credentials spec.target`,
  ],
  [
    'an ExternalSecret that adds to a Secret of another',
    (get) =>
      Object.assign(get('ExternalSecret argocd-oidc-credentials')['spec'].target, {
        name: 'argocd-credentials',
        creationPolicy: 'Merge',
      }),
    `${EXTERNAL} ExternalSecret argocd-oidc-credentials spec.target`,
  ],
  [
    'two values pushed to one secret',
    (get) => (get('PushSecret redis-auth-seed')['spec'].data[0].match.remoteRef.remoteKey = 'database-credentials'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].match.remoteRef`,
  ],
  [
    'a field pushed to a secret that another writes as a whole',
    (get) =>
      (get('PushSecret redis-auth-seed')['spec'].data[0].match.remoteRef = {
        remoteKey: 'database-credentials',
        property: 'host',
      }),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].match.remoteRef`,
  ],
]);
