import { Secret } from '../../constructs/secretsmanager/secret';
import { PlatformChart } from '../platform-chart';

/** The platform's secrets. Their values are never in git; each has one writer (docs/secrets.md). */
export class SecretsManager extends PlatformChart {
  readonly database = new Secret(this, 'database-credentials', {
    // not its host: the cluster is made with this password, and has an address only then
    description: 'Master user of the cluster platform-db',
    fields: ['engine', 'port', 'dbname', 'username', 'password'],
    // the secondary cluster has the same user
    replicated: true,
  });

  readonly redis = new Secret(this, 'redis-auth', {
    description: 'User of the Redis replication group',
    fields: ['username', 'password'],
  });

  readonly dmsSource = new Secret(this, 'dms-source-endpoint', {
    description: 'Where DMS reads from',
    fields: ['host', 'port', 'username', 'password'],
  });

  readonly dmsTarget = new Secret(this, 'dms-target-endpoint', {
    description: 'Where DMS writes to',
    fields: ['host', 'port', 'username', 'password'],
  });

  readonly jenkins = new Secret(this, 'jenkins-credentials', {
    description: 'First user of Jenkins',
    fields: ['adminPassword'],
  });

  readonly jenkinsOidc =
    this.environment.jenkins.clientId === undefined
      ? undefined
      : new Secret(this, 'jenkins-oidc-credentials', {
          description: 'With which Jenkins signs in at the identity provider',
          fields: ['clientSecret'],
        });

  readonly jenkinsGit = new Secret(this, 'jenkins-git-credentials', {
    description: 'With which Jenkins reads repositories; the password is a token',
    fields: ['username', 'password'],
  });

  readonly jenkinsGitChecks = new Secret(this, 'jenkins-git-checks-credentials', {
    description:
      'With which Pods that run branches read this repository alone; the password is a token that may do no more',
    fields: ['username', 'password'],
  });

  readonly argocd = new Secret(this, 'argocd-credentials', {
    description: 'With which the git server signs what it tells Argo CD',
    fields: ['webhookSecret'],
  });

  readonly argocdOidc = new Secret(this, 'argocd-oidc-credentials', {
    description: 'With which Argo CD signs in at the identity provider',
    fields: ['oidcClientSecret'],
  });

  readonly argocdNotifications =
    this.environment.argocd.slackChannel === undefined
      ? undefined
      : new Secret(this, 'argocd-notifications-credentials', {
          description: 'With which Argo CD writes to Slack',
          fields: ['slackToken'],
        });

  readonly argocdGit = new Secret(this, 'argocd-git-credentials', {
    description: "With which Argo CD reads the platform's repository; the password is a token",
    fields: ['username', 'password'],
  });

  /** By environment, of the clusters that Argo CD manages besides its own. */
  readonly argocdClusters = Object.fromEntries(
    (this.environment.argocd.manages ?? []).map(({ environment }) => [
      environment,
      new Secret(this, `${environment}-argocd-cluster`, {
        description: `Where the cluster of ${environment} is, and as whom Argo CD enters it`,
        fields: ['server', 'config'],
      }),
    ]),
  );

  readonly incidentWebhook = new Secret(this, 'incident-webhook', {
    description: 'With which critical infrastructure events are sent to the incident webhook',
    fields: ['apiKey'],
  });
}
