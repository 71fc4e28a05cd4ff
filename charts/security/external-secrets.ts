import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { AWS_NAMESPACE } from '../../constructs/core/aws-namespace';
import { SecretStore } from '../../constructs/external-secrets/cluster-secret-store';
import { ExternalSecret } from '../../constructs/external-secrets/external-secret';
import { GeneratedSecret } from '../../constructs/external-secrets/generated-secret';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { SecretsManager } from './secrets-manager';

/** Made by the bootstrap. */
const ARGOCD_NAMESPACE = 'argocd';
const JENKINS_NAMESPACE = 'jenkins';

/** Argo CD reads only Secrets with it (https://argo-cd.readthedocs.io/en/stable/operator-manual/user-management/). */
const PART_OF_ARGOCD = { 'app.kubernetes.io/part-of': 'argocd' };

interface ExternalSecretsUses {
  readonly secretsManager: SecretsManager;
}

/** What goes from the cluster into Secrets Manager, once, and what comes from there into the cluster. */
export class ExternalSecrets extends PlatformChart {
  readonly store = new SecretStore(this, 'aws-secrets-manager', {
    namespaces: [ARGOCD_NAMESPACE, AWS_NAMESPACE, JENKINS_NAMESPACE],
  });
  /** What stands beside the database's password; the cluster has to be made with the same. */
  readonly databaseLogin = { engine: 'aurora-postgresql', port: '5432', dbname: 'platform_db', username: 'dbadmin' };
  /** The user of Redis whose password is in the secret. */
  readonly redisLogin = { username: 'platform' };
  readonly database: ExternalSecret<'engine' | 'port' | 'dbname' | 'username' | 'password'>;
  readonly redis: ExternalSecret<'username' | 'password'>;
  readonly incidentWebhook: ExternalSecret<'apiKey'>;

  constructor(scope: Construct, id: string, environment: Environment, { secretsManager }: ExternalSecretsUses) {
    super(scope, id, environment);
    this.seeds(secretsManager);

    const { store } = this;
    this.database = new ExternalSecret(this, 'database-credentials', {
      store,
      secret: secretsManager.database,
      // its rotation leaves nothing behind that signs in
      refreshInterval: Duration.minutes(5),
    });
    this.redis = new ExternalSecret(this, 'redis-auth', {
      store,
      secret: secretsManager.redis,
    });
    this.incidentWebhook = new ExternalSecret(this, 'incident-webhook', {
      store,
      secret: secretsManager.incidentWebhook,
    });
    this.jenkins(secretsManager);
    if (!environment.argocd.managedBy) this.argocd(secretsManager);
  }

  /** The first values of the secrets that no person has to know. */
  private seeds({ database, redis, jenkins, argocd }: SecretsManager): void {
    const { store } = this;
    new GeneratedSecret(this, 'database-credentials-seed', {
      store,
      secret: database,
      password: { field: 'password', acceptedBy: 'Aurora' },
      others: this.databaseLogin,
    });
    new GeneratedSecret(this, 'redis-auth-seed', {
      store,
      secret: redis,
      password: { field: 'password', acceptedBy: 'ElastiCache' },
      others: this.redisLogin,
    });
    new GeneratedSecret(this, 'jenkins-credentials-seed', {
      store,
      secret: jenkins,
      password: { field: 'adminPassword', acceptedBy: 'software' },
    });
    new GeneratedSecret(this, 'argocd-credentials-seed', {
      store,
      secret: argocd,
      password: { field: 'webhookSecret', acceptedBy: 'software', length: 64 },
    });
  }

  private jenkins({ jenkins, jenkinsGit, jenkinsGitChecks, jenkinsOidc }: SecretsManager): void {
    const into = { store: this.store, namespace: JENKINS_NAMESPACE };
    new ExternalSecret(this, 'jenkins-credentials', { ...into, secret: jenkins });
    new ExternalSecret(this, 'jenkins-git-credentials', { ...into, secret: jenkinsGit });
    new ExternalSecret(this, 'jenkins-git-checks-credentials', { ...into, secret: jenkinsGitChecks });
    if (jenkinsOidc) new ExternalSecret(this, 'jenkins-oidc-credentials', { ...into, secret: jenkinsOidc });
  }

  private argocd({ argocd, argocdClusters, argocdOidc, argocdNotifications, argocdGit }: SecretsManager): void {
    const into = { store: this.store, namespace: ARGOCD_NAMESPACE };
    new ExternalSecret(this, 'argocd-credentials', {
      ...into,
      secret: argocd,
      labels: PART_OF_ARGOCD,
    });
    new ExternalSecret(this, 'argocd-oidc-credentials', { ...into, secret: argocdOidc, labels: PART_OF_ARGOCD });
    if (argocdNotifications)
      new ExternalSecret(this, 'argocd-notifications-credentials', {
        ...into,
        secret: argocdNotifications,
        labels: PART_OF_ARGOCD,
      });
    for (const [index, [name, secret]] of Object.entries(argocdClusters).entries())
      new ExternalSecret(this, `${name}-argocd-cluster`, {
        ...into,
        secret,
        // https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/declarative-setup/#clusters
        labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
        // a replica of the controller for each, behind that of the own cluster: a hash could give one of them two
        extraData: { name, shard: String(index + 1) },
      });
    new ExternalSecret(this, 'argocd-git-credentials', {
      ...into,
      secret: argocdGit,
      // https://argo-cd.readthedocs.io/en/stable/operator-manual/argocd-repositories-yaml/
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      extraData: { type: 'git', url: this.environment.repository.url },
    });
  }
}
