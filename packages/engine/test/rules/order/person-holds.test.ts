import { faultsOf } from '../faults';
import { wave } from '../objects';

faultsOf('order/person-holds', [
  [
    'a connection in front of others, whose key a person has to write',
    (get) => wave(get('Connection incident-webhook'), 0),
    'security/external-secrets.yaml ExternalSecret incident-webhook metadata.name',
  ],
]);
