import { faultsOf } from '../faults';
import { EXTERNAL, type Fixture, wave } from '../objects';

/** Whose value nobody writes any more is a person's, and holds up what waits for it. */
const nothingWaits = (get: (name: string) => Fixture) => wave(get('ExternalSecret argocd-credentials'), 100);

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
    (get) => {
      nothingWaits(get);
      get('PushSecret argocd-credentials-seed')['spec'].data[0].match.remoteRef.remoteKey = 'database-credentials';
    },
    `${EXTERNAL} PushSecret argocd-credentials-seed spec.data[0].match.remoteRef`,
  ],
  [
    'a field pushed to a secret that another writes as a whole',
    (get) => {
      nothingWaits(get);
      get('PushSecret argocd-credentials-seed')['spec'].data[0].match.remoteRef = {
        remoteKey: 'database-credentials',
        property: 'host',
      };
    },
    `${EXTERNAL} PushSecret argocd-credentials-seed spec.data[0].match.remoteRef`,
  ],
]);
