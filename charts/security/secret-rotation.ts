import type { Construct } from 'constructs';
import { SecretRotation } from '../../constructs/secretsmanager/secret-rotation';
import type { Environment } from '../../environments';
import type { Lambda } from '../application/lambda';
import { PlatformChart } from '../platform-chart';
import type { SecretsManager } from './secrets-manager';

interface SecretRotationsUses {
  readonly lambda: Lambda;
  readonly secretsManager: SecretsManager;
}

/**
 * Which secrets change by themselves. Apart from the secrets: the functions that change them need the database, which
 * needs a secret.
 */
export class SecretRotations extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { lambda, secretsManager }: SecretRotationsUses) {
    super(scope, id, environment);
    new SecretRotation(this, 'database-credentials-rotation', {
      secret: secretsManager.database,
      function: lambda.rotateDatabaseSecret,
      ...environment.security.databaseRotation,
    });
  }
}
