import type { Construct } from 'constructs';
import { PlatformChart } from '../../constructs/platform-chart';
import { Secret } from '../../constructs/secret';
import { SecretRotation } from '../../constructs/secret-rotation';
import type { Environment } from '../../environments';
import { pending, pendingArn } from '../pending';

/** The platform's secrets. Their values are never in git. */
export class SecretsManager extends PlatformChart {
  readonly database = new Secret(this, 'database-credentials', {
    description: 'Master user of the cluster platform-db: engine, host, port, dbname, username, password',
    // the secondary cluster has the same user
    replicated: true,
  });

  readonly redis = new Secret(this, 'redis-auth', {
    description: 'User of the Redis replication group: username, password',
  });

  readonly dmsSource = new Secret(this, 'dms-source-endpoint', {
    description: 'Where DMS reads from: host, port, username, password',
  });

  readonly dmsTarget = new Secret(this, 'dms-target-endpoint', {
    description: 'Where DMS writes to: host, port, username, password',
  });

  readonly jenkins = new Secret(this, 'jenkins-credentials', {
    description: 'Jenkins: adminPassword, gitToken',
  });

  readonly argocd = new Secret(this, 'argocd-credentials', {
    description: 'Argo CD: oidcClientSecret, gitToken, webhookSecret',
  });

  readonly incidentWebhook = new Secret(this, 'incident-webhook', {
    description: 'API key with which critical infrastructure events are sent to the incident webhook: apiKey',
  });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    new SecretRotation(this, 'database-credentials-rotation', {
      secret: this.database,
      functionArn: pendingArn(pending.rotateDatabaseSecret, environment),
      ...environment.security.databaseRotation,
    });
  }
}
