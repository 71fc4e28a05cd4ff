import type { Environment } from '../environments';

/** The Secret of External Secrets with the token: charts/security/external-secrets.ts. */
const CREDENTIALS = 'argocd-notifications-credentials';

/**
 * When somebody is told, once for a revision:
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/notifications/triggers/
 */
const EVENTS = [
  {
    name: 'sync-failed',
    when: "app.status.operationState != nil and app.status.operationState.phase in ['Error', 'Failed']",
    says: 'could not be synced: {{.app.status.operationState.message}}',
  },
  {
    // a wave waits without an end and without a failure:
    // https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/notifications/functions/#time
    name: 'sync-waits',
    when: "app.status.operationState != nil and app.status.operationState.phase == 'Running' and time.Now().Sub(time.Parse(app.status.operationState.startedAt)).Minutes() >= 15",
    says: 'has been syncing for 15 minutes: {{.app.status.operationState.message}}',
  },
  {
    name: 'health-degraded',
    when: "app.status.health.status == 'Degraded'",
    says: 'is degraded.',
  },
  {
    // nobody undoes the drift of an Application that does not heal itself
    name: 'out-of-sync',
    when: "app.status.sync.status == 'OutOfSync' and app.spec.syncPolicy?.automated?.selfHeal != true",
    says: 'differs from git, and waits for a person.',
  },
] as const;

/** The chart's values of the notifications controller, which runs only where there is somebody to tell. */
export function notificationsOf({ name, argocd }: Pick<Environment, 'name' | 'argocd'>): object {
  const { slackChannel } = argocd;
  if (slackChannel === undefined) return { enabled: false };
  return {
    secret: { create: false, name: CREDENTIALS },
    notifiers: { 'service.slack': 'token: $slackToken\n' },
    templates: Object.fromEntries(
      EVENTS.map((event) => [
        `template.${event.name}`,
        `message: |\n  ${name}: <{{.context.argocdUrl}}/applications/{{.app.metadata.name}}|{{.app.metadata.name}}> ${event.says}\n`,
      ]),
    ),
    triggers: Object.fromEntries(
      EVENTS.map((event) => [
        `trigger.on-${event.name}`,
        `- when: ${event.when}\n  oncePer: app.status.sync.revision\n  send: [${event.name}]\n`,
      ]),
    ),
    subscriptions: [{ recipients: [`slack:${slackChannel}`], triggers: EVENTS.map((event) => `on-${event.name}`) }],
  };
}
