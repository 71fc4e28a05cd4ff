import type { Environment } from '../environments';
import { arnFor } from '../lib/aws/physical';

/** An object that charts refer to and that a later chart brings. */
export interface Pending {
  /** Group and kind; core kinds have no group. */
  readonly kind: 'lambda.services.k8s.aws/Function' | 'rds.services.k8s.aws/DBSubnetGroup' | '/Secret';
  /** Without the environment's prefix. */
  readonly name: string;
  /** Who needs it, and where it will come from. */
  readonly because: string;
}

/** Everything that dist refers to and does not hold yet. It shrinks to nothing as the charts arrive. */
export const pending = {
  apiHandler: lambda('api-handler', 'answers the routes of the HTTP API and of the WebSocket API'),
  apiProcessing: lambda('api-processing', 'answers /api/v1/process of the HTTP API'),
  authorizeConnection: lambda('authorize-connection', 'authorizer of the WebSocket API'),
  buildNotifications: lambda('build-notifications', 'target of the rule build-events'),
  dataProcessing: lambda('data-processing', 'processes what arrives in the bucket data-bucket, which may call it'),
  eventProcessor: lambda('event-processor', 'target of the rule custom-events-to-event-processor'),
  notifyTeams: lambda('notify-teams', 'target of the rule deployment-events'),
  rotateDatabaseSecret: lambda('rotate-database-secret', 'rotates the secret database-credentials'),
  userEventProcessor: lambda('user-event-processor', 'subscriber of the topic user-events'),
  welcomeEmail: lambda('welcome-email', 'target of the rule user-registration-rule'),
  databaseCredentials: {
    kind: '/Secret',
    name: 'database-credentials',
    because:
      'username and password of the cluster platform-db; an ExternalSecret in charts/security/secrets-manager.ts will make it',
  },
  identityProviders: {
    kind: '/Secret',
    name: 'identity-providers',
    because:
      'client secrets of whom users sign in with, a key each; an ExternalSecret in charts/security/secrets-manager.ts will make it',
  },
  incidentWebhook: {
    kind: '/Secret',
    name: 'incident-webhook',
    because:
      'API key of the connection incident-webhook; an ExternalSecret in charts/security/secrets-manager.ts will make it',
  },
  redisAuth: {
    kind: '/Secret',
    name: 'redis-auth',
    because:
      'username and password of the Redis user platform; an ExternalSecret in charts/security/secrets-manager.ts will make it',
  },
} satisfies Record<string, Pending>;

/** The AWS name that a pending object will have. */
export function pendingName({ name }: Pending, { namePrefix }: Environment): string {
  return `${namePrefix}${name}`;
}

/** The ARN that a pending AWS object will have. */
export function pendingArn(one: Pending, environment: Environment): string {
  return arnFor(one.kind, pendingName(one, environment), environment);
}

/** Every pending object as validation looks for it. */
export function pendingIn(
  environment: Environment,
): (Pending & { readonly awsName?: string; readonly arn?: string })[] {
  const all: readonly Pending[] = Object.values(pending);
  return all.map((one) =>
    one.kind === '/Secret'
      ? one
      : { ...one, awsName: pendingName(one, environment), arn: pendingArn(one, environment) },
  );
}

function lambda(name: string, because: string): Pending {
  return {
    kind: 'lambda.services.k8s.aws/Function',
    name,
    because: `${because}; charts/application/lambda.ts will make it`,
  };
}
