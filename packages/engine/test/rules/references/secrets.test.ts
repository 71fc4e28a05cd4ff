import { faultsOf } from '../faults';
import { ack, container, EVENTS, FIXTURES } from '../objects';

faultsOf('dangling-reference', [
  [
    'a Secret that nobody makes',
    (get) => (container(get('Deployment web')).envFrom = [{ secretRef: { name: 'nobody' } }]),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].envFrom[0].secretRef`,
  ],
  [
    'a key that no ExternalSecret makes, for Crossplane',
    (get) =>
      (get('Connection incident-webhook')['spec'].forProvider.authParameters.apiKey.valueSecretRef.key = 'token'),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef`,
  ],
  [
    'a key that no ExternalSecret makes, for ACK',
    (_get, add) =>
      add(ack('elasticache', 'User', 'cache', { passwords: [{ name: 'redis-auth', namespace: 'aws', key: 'user' }] })),
    `${FIXTURES} User cache spec.passwords[0]`,
  ],
  [
    'a key that the template of an ExternalSecret leaves out',
    (get) => (get('ExternalSecret incident-webhook')['spec'].target.template = { data: { key: '{{ .apiKey }}' } }),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef`,
  ],
  [
    'a Secret that an ExternalSecret only adds to',
    (get) => (get('ExternalSecret incident-webhook')['spec'].target.creationPolicy = 'Merge'),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef`,
  ],
]);
