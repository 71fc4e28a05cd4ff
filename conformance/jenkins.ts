import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { readYaml } from '@aws-platform/engine/manifests';
import { every } from './readers';

const NAME = 'jenkins';
const AGENTS = 'jenkins-agents';
const ROLE = 'iam.services.k8s.aws/Role';
const ASSOCIATION = 'eks.services.k8s.aws/PodIdentityAssociation';

/** A file of its configuration as code. */
function told(evidence: Evidence, topic: string): unknown {
  const files = evidence.find('/ConfigMap', `${NAME}-configuration`)?.['data'] as Record<string, string> | undefined;
  const text = files?.[`${topic}.yaml`];
  return text === undefined ? undefined : readYaml(text)[0];
}

function plugins(evidence: Evidence): string[] {
  const files = evidence.find('/ConfigMap', `${NAME}-plugins`)?.['data'] as Record<string, string> | undefined;
  return (files?.['plugins.txt'] ?? '').split('\n').map((line) => line.split(':')[0]!);
}

interface Cloud {
  readonly name: string;
  readonly namespace: string;
  readonly templates: readonly { readonly serviceAccount: string; readonly yaml: string }[];
}
const clouds = (evidence: Evidence) =>
  ((at(told(evidence, 'cloud'), 'jenkins.clouds') ?? []) as readonly { kubernetes: Cloud }[]).map(
    ({ kubernetes }) => kubernetes,
  );
const templates = (evidence: Evidence) => clouds(evidence).flatMap((cloud) => cloud.templates);

/** The roles that the Pods of builds have, by their service accounts. */
const agentRoles = (evidence: Evidence) =>
  evidence
    .all(ASSOCIATION)
    .filter((one) => at(one, 'spec.namespace') === AGENTS)
    .map((one) => String(at(one, 'spec.roleARN')).split('/').at(-1)!);

const mayDo = (action: string) => (evidence: Evidence) =>
  agentRoles(evidence).some((name) =>
    JSON.stringify(evidence.field(ROLE, name, 'spec.inlinePolicies') ?? '').includes(action),
  );

const script = (evidence: Evidence) =>
  ((at(told(evidence, 'jobs'), 'jobs') ?? []) as readonly { script?: string }[])
    .map((job) => job.script ?? '')
    .join('\n');

/** What the document asks of Jenkins, beside what is in AWS: storage.ts, delivery.ts. */
export const jenkins: readonly DocumentValue[] = [
  {
    path: 'JenkinsConfiguration.Deployment',
    value: 'Kubernetes (EKS)',
    read: (evidence) => evidence.find('apps/StatefulSet', NAME) && 'Kubernetes (EKS)',
  },
  {
    path: 'JenkinsConfiguration.PersistentStorage: mounted',
    value: 'efs.csi.aws.com',
    read: (evidence) => evidence.field('/PersistentVolume', `${NAME}-home`, 'spec.csi.driver'),
  },
  {
    path: 'JenkinsConfiguration.BuildAgents',
    value: 'Kubernetes pods with AWS IAM roles',
    read: (evidence) =>
      templates(evidence).length > 0 && agentRoles(evidence).length > 0
        ? 'Kubernetes pods with AWS IAM roles'
        : undefined,
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: AWS CLI and SDKs',
    value: true,
    read: (evidence) => templates(evidence).some(({ yaml }) => yaml.includes('/aws-cli:')),
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: IAM roles for service accounts (IRSA)',
    value: 'IRSA',
    read: (evidence) => (agentRoles(evidence).length > 0 ? 'EKS Pod Identity' : undefined),
    deviation: {
      chosen: 'EKS Pod Identity',
      because:
        'it gives roles to service accounts as IRSA does, without a provider for each cluster in every trust policy, and with tags that say which Pod asks',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html',
    },
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: AWS CodeBuild integration for heavy builds',
    value: true,
    read: mayDo('codebuild:StartBuild'),
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: S3 for artifact storage: of every job',
    value: 's3',
    read: (evidence) =>
      at(told(evidence, 'artifacts'), 'unclassified.artifactManager.artifactManagerFactories[0].jclouds.provider'),
  },
  {
    path: 'JenkinsConfiguration.AWSIntegration: ECR for container image registry: releases',
    value: true,
    read: mayDo('ecr:PutImage'),
  },
  {
    // by External Secrets: files that the configuration refers to
    path: 'JenkinsConfiguration.AWSIntegration: Secrets Manager for credential management',
    value: true,
    read: (evidence) =>
      every(['jenkins-credentials', 'jenkins-git-credentials'], (name) =>
        JSON.stringify(evidence.find('apps/StatefulSet', NAME)?.['spec'] ?? '').includes(`"secretName":"${name}"`),
      ) && evidence.find('external-secrets.io/ExternalSecret', 'jenkins-git-credentials') !== undefined,
  },
  {
    path: 'Jenkins: Plugin Ecosystem',
    value: true,
    read: (evidence) => ['kubernetes', 'git', 'artifact-manager-s3'].every((id) => plugins(evidence).includes(id)),
  },
  {
    path: 'Jenkins: Pipeline as Code: Jenkinsfile',
    value: true,
    read: (evidence) => /scriptPath\('[\w./-]+\.jenkinsfile'\)/.test(script(evidence)),
  },
  {
    path: 'Jenkins: Distributed Builds',
    value: { controller: 0, agents: AGENTS },
    read: (evidence) => ({
      controller: at(told(evidence, 'controller'), 'jenkins.numExecutors'),
      agents: clouds(evidence).find(({ name }) => name === 'builds')?.namespace,
    }),
  },
  {
    path: 'Jenkins: Multi-Branch Pipelines',
    value: true,
    read: (evidence) => script(evidence).includes('multibranchPipelineJob('),
  },
  {
    path: 'Jenkins: Blue-Green Deployments',
    value: true,
    read: (evidence) => script(evidence).includes('blue-green-deployment.jenkinsfile'),
  },
];
