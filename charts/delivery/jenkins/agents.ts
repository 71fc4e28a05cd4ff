import { Duration } from 'cdk8s';
import { agentPod } from '../../../constructs/jenkins/agent-pod';
import type { PodTemplate } from '../../../constructs/jenkins/configuration-schema';
import type { Environment } from '../../../environments';
import { images } from './images';

/** What builds are told by variables, so that pipelines hold no names of AWS. */
export interface AgentNames {
  readonly eventBus: string;
  readonly applicationBuild: string;
  readonly imageBuild: string;
  readonly imageRepository: string;
}

/** One service account a template: what a build may do is what its template may. */
export const AGENT_ACCOUNTS = {
  events: 'jenkins-agent-events',
  check: 'jenkins-agent-check',
  build: 'jenkins-agent-build',
  deploy: 'jenkins-agent-deploy',
} as const;

/** What starts Pods, and where: a folder's builds use the clouds that the folder names. */
export const CLOUDS = { builds: 'builds', deploy: 'deploy', checks: 'checks' } as const;
export type Cloud = keyof typeof CLOUDS;

/**
 * The Pods that builds run in, by cloud. Code that nobody has looked at yet runs in `check`, which may do nothing in
 * AWS and in the cluster; images are built by CodeBuild, because a Pod that builds them would need more than
 * `restricted` allows.
 */
export function agents(
  where: string,
  { region, jenkins }: Environment,
  names: AgentNames,
): Readonly<Record<Cloud, PodTemplate[]>> {
  const { limit, deadlineMinutes } = jenkins.agents;
  const common = {
    agent: { image: images.agent, cpu: '100m', memory: '512Mi' },
    limit,
    deadline: Duration.minutes(deadlineMinutes),
  };
  const aws = (variables: Record<string, string>) => ({
    name: 'aws',
    image: images.aws,
    cpu: '100m',
    memory: '256Mi',
    variables: { AWS_REGION: region, AWS_PAGER: '', ...variables },
  });
  const node = { name: 'node', image: images.node, cpu: '1000m', memory: '3072Mi' };
  return {
    builds: [
      agentPod(where, {
        ...common,
        name: 'events',
        serviceAccount: AGENT_ACCOUNTS.events,
        containers: [aws({ EVENT_BUS: names.eventBus })],
        deadline: Duration.minutes(10),
      }),
      agentPod(where, {
        ...common,
        name: 'build',
        serviceAccount: AGENT_ACCOUNTS.build,
        containers: [
          aws({
            APPLICATION_BUILD: names.applicationBuild,
            IMAGE_BUILD: names.imageBuild,
            IMAGE_REPOSITORY: names.imageRepository,
          }),
        ],
      }),
    ],
    deploy: [
      agentPod(where, {
        ...common,
        name: 'deploy',
        serviceAccount: AGENT_ACCOUNTS.deploy,
        usesKubernetes: true,
        containers: [aws({ IMAGE_REPOSITORY: names.imageRepository }), node],
      }),
    ],
    checks: [agentPod(where, { ...common, name: 'check', serviceAccount: AGENT_ACCOUNTS.check, containers: [node] })],
  };
}
