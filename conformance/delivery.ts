import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every } from './readers';

const REPOSITORY = 'codecommit.aws.m.upbound.io/Repository';
const TEMPLATE = 'codecommit.aws.m.upbound.io/ApprovalRuleTemplate';
const ASSOCIATION = 'codecommit.aws.m.upbound.io/ApprovalRuleTemplateAssociation';
const PROJECT = 'codebuild.aws.m.upbound.io/Project';
const IMAGES = 'ecr.services.k8s.aws/Repository';
const TRAIL = 'cloudtrail.aws.m.upbound.io/Trail';

const ofProject = (project: Manifest, path: string) => at(project, `spec.forProvider.${path}`);

/** Every repository's pull requests want the approval of others, by a template that is there. */
function isReviewed(evidence: Evidence): boolean {
  const templates = evidence.all(TEMPLATE).map(({ metadata }) => metadata.name);
  const reviewed = evidence
    .all(ASSOCIATION)
    .filter((one) => templates.includes(String(at(one, 'spec.forProvider.approvalRuleTemplateNameRef.name'))))
    .map((one) => at(one, 'spec.forProvider.repositoryNameRef.name'));
  return every(evidence.all(REPOSITORY), ({ metadata }) => reviewed.includes(metadata.name));
}

/** Builds read their code from a repository of the tree, with their role. */
function isIntegrated(evidence: Evidence): boolean {
  const names = evidence.all(REPOSITORY).map(({ metadata }) => metadata.name);
  return every(evidence.all(PROJECT), (project) =>
    names.some((name) => String(ofProject(project, 'source.location')).endsWith(`/v1/repos/${name}`)),
  );
}

const someProject = (isSo: (project: Manifest) => boolean) => (evidence: Evidence) => evidence.all(PROJECT).some(isSo);
const everyProject = (isSo: (project: Manifest) => boolean) => (evidence: Evidence) =>
  every(evidence.all(PROJECT), isSo);

const readsSecret = (project: Manifest) =>
  ((ofProject(project, 'environment.environmentVariable') ?? []) as { readonly type: string }[]).some(
    ({ type }) => type === 'SECRETS_MANAGER',
  );

/** What the document asks of CodeCommit, CodeBuild and ECR. */
export const delivery: readonly DocumentValue[] = [
  {
    path: 'CodeCommit: Git-based Workflows',
    value: true,
    read: (evidence) => evidence.all(REPOSITORY).length > 0,
  },
  { path: 'CodeCommit: Branch Protection', value: true, read: isReviewed },
  { path: 'CodeCommit: Integration', value: true, read: isIntegrated },
  {
    // git has the history, the trail who asked for it
    path: 'CodeCommit: Audit Trail',
    value: true,
    read: (evidence) => evidence.all(REPOSITORY).length > 0 && evidence.all(TRAIL).length > 0,
  },
  {
    path: 'CodeBuild: Container-based Builds',
    value: true,
    read: everyProject((project) => String(ofProject(project, 'environment.type')).endsWith('_CONTAINER')),
  },
  {
    path: 'CodeBuild: Parallel Builds',
    value: true,
    read: everyProject((project) => Number(ofProject(project, 'concurrentBuildLimit')) > 1),
  },
  {
    path: 'CodeBuild: Cache Support',
    value: true,
    read: everyProject((project) => ['LOCAL', 'S3'].includes(String(ofProject(project, 'cache.type')))),
  },
  {
    path: 'CodeBuild: Security: VPC builds',
    value: true,
    read: someProject((project) => ofProject(project, 'vpcConfig.vpcId') !== undefined),
  },
  { path: 'CodeBuild: Security: secrets integration', value: true, read: someProject(readsSecret) },
  {
    path: 'JenkinsConfiguration.AWSIntegration: ECR for container image registry',
    value: true,
    read: (evidence) => ['jenkins', 'jenkins-agent'].every((name) => evidence.find(IMAGES, name) !== undefined),
  },
];
