import type { PlatformChart } from '../../../charts/platform-chart';
import { Secret } from '../../../constructs/secretsmanager/secret';

/** A secret with the name and the password of a user. */
export const secret = (scope: PlatformChart, id = 'credentials', change: object = {}) =>
  new Secret(scope, id, { description: 'A user', fields: ['username', 'password'], ...change });
