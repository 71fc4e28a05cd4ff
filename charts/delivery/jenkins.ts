import { ApiObject, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { PROMOTES_ROLLOUTS } from '../../constructs/argo-rollouts/rights';
import type { Statement } from '../../constructs/core/policy-document';
import { PodIdentity } from '../../constructs/eks/pod-identity-association';
import { configurationFiles } from '../../constructs/jenkins/configuration';
import { JenkinsController, SECRETS_FOLDER } from '../../constructs/jenkins/controller';
import {
  JENKINS_AGENTS_NAMESPACE,
  JENKINS_CHECKS_NAMESPACE,
  JENKINS_NAMESPACE,
  JENKINS_PORT,
} from '../../constructs/jenkins/names';
import { pluginList } from '../../constructs/jenkins/plugin-list';
import { STARTS_AGENTS } from '../../constructs/jenkins/rights';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { ClusterRights } from '../../constructs/kubernetes/role-binding';
import { InternalIngress } from '../../constructs/load-balancer-controller/internal-ingress';
import { PodMonitor } from '../../constructs/prometheus/pod-monitor';
import type { Environment } from '../../environments';
import type { Priorities } from '../controllers/priorities';
import type { EventBridge } from '../messaging/eventbridge';
import type { Intranet } from '../network/intranet';
import { PlatformChart } from '../platform-chart';
import { quotaOf } from '../quota';
import type { Efs } from '../storage/efs';
import type { S3 } from '../storage/s3';
import type { CodeBuild } from './codebuild';
import type { CodeCommit } from './codecommit';
import type { Ecr } from './ecr';
import { AGENT_ACCOUNTS, agents } from './jenkins/agents';
import { STARTS_CHECKS } from './jenkins/clouds';
import { images } from './jenkins/images';
import { folders, jobs } from './jenkins/jobs';
import { plugins } from './jenkins/plugins';
import { ARTIFACTS, builds, findsImages, keepsArtifacts, tellsEvents } from './jenkins/statements';
import { topics } from './jenkins/topics';

interface JenkinsUses {
  readonly codeBuild: CodeBuild;
  readonly codeCommit?: CodeCommit;
  readonly ecr: Ecr;
  readonly efs: Efs;
  readonly eventBridge: EventBridge;
  readonly intranet: Intranet;
  readonly priorities: Priorities;
  readonly s3: S3;
  /** Namespaces with a Rollout that a pipeline promotes. */
  readonly promotesIn: readonly string[];
}

const NAMESPACE = JENKINS_NAMESPACE;
const AGENTS = JENKINS_AGENTS_NAMESPACE;
const CHECKS = JENKINS_CHECKS_NAMESPACE;

const CONTROLLER = {
  peers: [{ namespace: NAMESPACE, pods: { 'app.kubernetes.io/name': NAMESPACE } }],
  ports: [JENKINS_PORT],
};

/** Git, packages and S3; Pod identities are handed out at another port. */
const INTERNET = { peers: [{ cidrs: ['0.0.0.0/0'] }], ports: [443] };

/** Jenkins: its controller, where its agents run, and what each may do. docs/jenkins.md */
export class Jenkins extends PlatformChart {
  /** Of the agents alone: what they ask for cannot take the controller's place. */
  readonly agents = new Namespace(this, AGENTS, {
    pods: { metricsPorts: [], egress: [CONTROLLER], quota: quotaOf(this.environment.quotas.jenkinsAgents) },
  });

  /**
   * Of Pods that run what anybody has pushed: git and packages are on the internet, the API servers nobody there needs.
   */
  readonly checks = new Namespace(this, CHECKS, {
    pods: {
      reaches: [],
      metricsPorts: [],
      egress: [CONTROLLER, INTERNET],
      quota: quotaOf(this.environment.quotas.jenkinsChecks),
    },
  });

  readonly controller: JenkinsController;

  constructor(scope: Construct, id: string, environment: Environment, uses: JenkinsUses) {
    super(scope, id, environment);
    const { efs, intranet, priorities, s3 } = uses;
    const { cpuMillicores, memoryMebibytes } = environment.jenkins.controller;
    this.controller = new JenkinsController(this, NAMESPACE, {
      namespace: NAMESPACE,
      image: images.controller,
      configuration: this.configuration(uses),
      plugins: pluginList(this.node.path, plugins),
      secrets: this.secrets.map(({ name }) => name),
      home: { fileSystem: efs.fileSystem, accessPoint: efs.jenkins, size: Size.gibibytes(20) },
      resources: { cpuMillicores, memory: Size.mebibytes(memoryMebibytes) },
      priorityClassName: priorities.services.node.id,
    });
    new InternalIngress(this, 'jenkins-web', {
      ingressClass: intranet.ingressClass,
      namespace: NAMESPACE,
      host: environment.jenkins.domain,
      service: this.controller.service,
      port: JENKINS_PORT,
      healthCheckPath: '/login',
      hidden: ['/prometheus'],
    });
    new PodMonitor(this, 'jenkins-metrics', {
      namespace: NAMESPACE,
      pods: this.controller.labels,
      endpoints: [{ port: 'http', path: '/prometheus/' }],
    });
    new PodIdentity(this, 'jenkins-controller', {
      namespace: NAMESPACE,
      serviceAccount: NAMESPACE,
      description: 'Jenkins, which keeps artifacts and stashes of builds in S3',
      policies: keepsArtifacts(s3, environment),
    });
    this.agentsRights(uses);
  }

  /** Secrets of the namespace, with their keys; all but the token are made by charts/security/external-secrets.ts. */
  private get secrets(): readonly { readonly name: string; readonly keys: readonly string[] }[] {
    return [
      { name: 'jenkins-credentials', keys: ['adminPassword'] },
      { name: 'jenkins-git-credentials', keys: ['username', 'password'] },
      { name: 'jenkins-git-checks-credentials', keys: ['username', 'password'] },
      { name: STARTS_CHECKS, keys: ['token', 'ca.crt'] },
      ...(this.environment.jenkins.clientId === undefined
        ? []
        : [{ name: 'jenkins-oidc-credentials', keys: ['clientSecret'] }]),
    ];
  }

  private configuration({ codeBuild, codeCommit, ecr, eventBridge, s3 }: JenkinsUses): Record<string, string> {
    const { environment } = this;
    const { source } = environment.delivery.codeBuild;
    const file = (name: string, key: string) => `readFile:${SECRETS_FOLDER}/${name}/${key}`;
    const names = {
      eventBus: eventBridge.platformEvents.awsName,
      applicationBuild: codeBuild.applications.awsName,
      imageBuild: codeBuild.images.awsName,
      imageRepository: ecr.application.awsName,
    };
    // environments are checked for it when they are loaded
    const application = source.at === 'gitHub' ? source.url : codeCommit!.application.cloneUrl;
    const told = topics(this.node.path, environment, {
      templates: agents(this.node.path, environment, names),
      service: { name: NAMESPACE, namespace: NAMESPACE },
      folders,
      jobs: jobs(environment, application),
      artifacts: { bucket: s3.artifacts.awsName, prefix: ARTIFACTS },
      secret: (name, key) => `\${${file(name, key)}}`,
    });
    const secrets = this.secrets.flatMap(({ name, keys }) => keys.map((key) => file(name, key)));
    return configurationFiles(this.node.path, told, secrets);
  }

  private agentsRights({ codeBuild, ecr, eventBridge, promotesIn }: JenkinsUses): void {
    new ClusterRights(this, 'jenkins-starts-agents', {
      namespace: AGENTS,
      serviceAccount: { namespace: NAMESPACE, name: NAMESPACE },
      ...STARTS_AGENTS,
    });
    this.startsChecks();
    for (const [use, name] of Object.entries(AGENT_ACCOUNTS))
      this.serviceAccount(name, use === 'check' ? CHECKS : AGENTS);
    const inAws = (name: string, description: string, policies: Record<string, Statement[]>) =>
      new PodIdentity(this, `${name}-role`, { namespace: AGENTS, serviceAccount: name, description, policies });
    inAws(AGENT_ACCOUNTS.events, 'Tells platform-events what pipelines do', tellsEvents(eventBridge));
    inAws(AGENT_ACCOUNTS.build, 'Builds by CodeBuild, and makes an image a release', builds(codeBuild, ecr));
    inAws(AGENT_ACCOUNTS.deploy, 'Finds the image of a release', findsImages(ecr));
    for (const namespace of promotesIn)
      new ClusterRights(this, `jenkins-promotes-${namespace}`, {
        namespace,
        serviceAccount: { namespace: AGENTS, name: AGENT_ACCOUNTS.deploy },
        rules: PROMOTES_ROLLOUTS,
      });
  }
  /**
   * Whom the cloud of checks is towards the API server. Kubernetes fills the Secret in:
   * https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
   */
  private startsChecks(): void {
    this.serviceAccount(STARTS_CHECKS, NAMESPACE);
    new ApiObject(this, `${STARTS_CHECKS}-token`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: STARTS_CHECKS,
        namespace: NAMESPACE,
        annotations: { 'kubernetes.io/service-account.name': STARTS_CHECKS },
      },
      type: 'kubernetes.io/service-account-token',
    });
    new ClusterRights(this, `${STARTS_CHECKS}-pods`, {
      namespace: CHECKS,
      serviceAccount: { namespace: NAMESPACE, name: STARTS_CHECKS },
      ...STARTS_AGENTS,
    });
  }

  private serviceAccount(name: string, namespace: string): void {
    new ApiObject(this, name, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace },
      automountServiceAccountToken: false,
    });
  }
}
