import type { Environment } from '../environments';
import { arnFor } from '../lib/aws/physical';

/** An object that charts refer to and that a later chart brings. */
export interface Pending {
  /** Group and kind; core kinds have no group. */
  readonly kind: 'lambda.services.k8s.aws/Function' | '/Secret';
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
  userEventProcessor: lambda('user-event-processor', 'subscriber of the topic user-events'),
  welcomeEmail: lambda('welcome-email', 'target of the rule user-registration-rule'),
  incidentWebhook: {
    kind: '/Secret',
    name: 'incident-webhook',
    because:
      'API key of the connection incident-webhook; an ExternalSecret in charts/security/secrets-manager.ts will make it',
  },
} satisfies Record<string, Pending>;

/** The ARN that a pending Lambda function will have. */
export function pendingArn({ kind, name }: Pending, environment: Environment): string {
  return arnFor(kind, `${environment.namePrefix}${name}`, environment);
}

/** Every pending object as validation looks for it. */
export function pendingIn(environment: Environment): (Pending & { readonly arn?: string })[] {
  const all: readonly Pending[] = Object.values(pending);
  return all.map((one) => (one.kind === '/Secret' ? one : { ...one, arn: pendingArn(one, environment) }));
}

function lambda(name: string, because: string): Pending {
  return {
    kind: 'lambda.services.k8s.aws/Function',
    name,
    because: `${because}; charts/application/lambda.ts will make it`,
  };
}
