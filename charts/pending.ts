import type { Environment } from '../environments';
import { arnFor } from '../lib/aws/physical';

/** An object that charts refer to and that a later chart brings. */
export interface Pending {
  /** Group and kind; core kinds have no group. */
  readonly kind:
    | 'dynamodb.services.k8s.aws/Table'
    | 'lambda.services.k8s.aws/Function'
    | 's3.services.k8s.aws/Bucket'
    | '/Secret';
  /** Without the environment's prefix. */
  readonly name: string;
  /** Who needs it, and where it will come from. */
  readonly because: string;
}

/** Everything that dist refers to and does not hold yet. It shrinks to nothing as the charts arrive. */
export const pending = {
  buildNotifications: lambda('build-notifications', 'target of the rule build-events'),
  eventProcessor: lambda('event-processor', 'target of the rule custom-events-to-event-processor'),
  notifyTeams: lambda('notify-teams', 'target of the rule deployment-events'),
  rotateDatabaseSecret: lambda('rotate-database-secret', 'rotates the secret database-credentials'),
  userEventProcessor: lambda('user-event-processor', 'subscriber of the topic user-events'),
  welcomeEmail: lambda('welcome-email', 'target of the rule user-registration-rule'),
  orders: table('orders'),
  sessions: table('sessions'),
  userTable: table('user-table'),
  logs: {
    kind: 's3.services.k8s.aws/Bucket',
    name: 'logs',
    because:
      'receives what the trail platform-trail records and what the distribution platform logs; charts/storage/s3.ts will make it',
  },
  site: {
    kind: 's3.services.k8s.aws/Bucket',
    name: 'site',
    because: 'origin of the distribution platform; charts/storage/s3.ts will make it, and let the distribution read it',
  },
} satisfies Record<string, Pending>;

/** The AWS name that a pending object will have. A bucket's has account and region: nobody else's may be the same. */
export function pendingName({ kind, name }: Pending, { namePrefix, account, region }: Environment): string {
  return kind === 's3.services.k8s.aws/Bucket' ? `${namePrefix}${name}-${account}-${region}` : `${namePrefix}${name}`;
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

function table(name: string): Pending {
  return {
    kind: 'dynamodb.services.k8s.aws/Table',
    name,
    because: 'DAX stands in front of it; charts/data/dynamodb.ts will make it',
  };
}
