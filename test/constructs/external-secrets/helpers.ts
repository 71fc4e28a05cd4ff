import type { PlatformChart } from '../../../charts/platform-chart';
import { SecretStore } from '../../../constructs/external-secrets/cluster-secret-store';
import { Secret } from '../../../constructs/secretsmanager/secret';

export type Field = 'username' | 'password';

/** A secret with the name and the password of a user. */
export const secret = (scope: PlatformChart) =>
  new Secret(scope, 'login', { description: 'A user', fields: ['username', 'password'] });

/** A store for two namespaces. */
export const store = (scope: PlatformChart) => new SecretStore(scope, 'store', { namespaces: ['jenkins', 'aws'] });
