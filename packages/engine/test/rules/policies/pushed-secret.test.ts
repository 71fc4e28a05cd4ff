import { faultsOf } from '../faults';
import { EXTERNAL, pushed } from '../objects';

faultsOf('pushed-secret', [
  [
    'a generated value that replaces the last',
    (get) => delete get('PushSecret redis-auth-seed')['spec'].updatePolicy,
    `${EXTERNAL} PushSecret redis-auth-seed spec.updatePolicy`,
  ],
  [
    'a secret that goes with what pushed it',
    (get) => (get('PushSecret redis-auth-seed')['spec'].deletionPolicy = 'Delete'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.deletionPolicy`,
  ],
  [
    'a pushed value that nobody can read as text',
    (get) => delete pushed(get('PushSecret redis-auth-seed')).secretPushFormat,
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata`,
  ],
  [
    "a pushed value that takes the secret's policy away",
    (get) => delete pushed(get('PushSecret redis-auth-seed')).resourcePolicy,
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata`,
  ],
]);
