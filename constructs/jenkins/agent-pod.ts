import { InputError } from '@aws-platform/engine/errors';
import { stringify } from '@aws-platform/engine/manifests';
import type { Duration } from 'cdk8s';
import { type ContainerResources, containerResources } from '../kubernetes/container-resources';
import type { PodTemplate } from './configuration-schema';
import { AGENT_LABELS } from './names';

export interface AgentContainer {
  /** `container('name')` in a pipeline. */
  readonly name: string;
  /** With a tag that does not move, or a digest. */
  readonly image: string;
  /** Thousandths of a processor, `100m`; a build may take more where there is some. */
  readonly cpu: string;
  /** Of mebibytes, `512Mi`: what it asks for is what it may take. */
  readonly memory: string;
  /** Of the environment, for the steps that run in it. @default none */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface AgentPodProps {
  /** Also its label: `agent { label 'build' }`. */
  readonly name: string;
  /** Of the agents' namespace; what the Pod may do, in the cluster and in AWS, is its. */
  readonly serviceAccount: string;
  /** Whether it talks to the API server: then it has the service account's token. @default false */
  readonly usesKubernetes?: boolean;
  /** The image that runs Jenkins' agent. */
  readonly agent: Omit<AgentContainer, 'name'>;
  /** What builds run in besides. @default none */
  readonly containers?: readonly AgentContainer[];
  /** How many may run at once, at least 1. */
  readonly limit: number;
  /** After which Kubernetes ends it: 5 minutes to 24 hours. */
  readonly deadline: Duration;
}

/** Of the image jenkins/inbound-agent. */
const USER = 1_000;
export const AGENT_CONTAINER = 'jnlp';
/** Where the plugin mounts the workspace; the only folder, with /tmp, that a build can write to. */
const WORKSPACE = '/home/jenkins/agent';

/**
 * A Pod that a build runs in: Pod Security `restricted`, a root file system that cannot be written to, resources of
 * every container. https://plugins.jenkins.io/kubernetes/
 */
export function agentPod(where: string, props: AgentPodProps): PodTemplate {
  const { name, serviceAccount, usesKubernetes = false, agent, containers = [], limit, deadline } = props;
  const at = `${where}: pod template ${name}`;
  const seconds = deadline.toSeconds();
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(name))
    throw new InputError(`${at}: the name is not allowed, only lower-case letters, digits and hyphens`);
  if (!Number.isInteger(limit) || limit < 1)
    throw new InputError(`${at}: limit is ${limit}, a whole number from 1 is allowed`);
  if (seconds < 300 || seconds > 86_400)
    throw new InputError(`${at}: deadline is ${seconds} s, 300 s to 86400 s are allowed`);
  const all = [{ ...agent, name: AGENT_CONTAINER }, ...containers];
  const names = all.map((one) => one.name);
  const twice = names.find((one, index) => names.indexOf(one) !== index);
  if (twice) throw new InputError(`${at}: container ${twice} stands twice`);

  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels: { ...AGENT_LABELS, 'app.kubernetes.io/component': name } },
    spec: {
      serviceAccountName: serviceAccount,
      automountServiceAccountToken: usesKubernetes,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      securityContext: {
        runAsNonRoot: true,
        runAsUser: USER,
        runAsGroup: USER,
        fsGroup: USER,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: all.map((one) => container(at, one)),
      volumes: [{ name: 'tmp', emptyDir: {} }],
    },
  };
  return {
    name,
    label: name,
    nodeUsageMode: 'EXCLUSIVE',
    instanceCap: limit,
    activeDeadlineSeconds: seconds,
    // a node may have to be started for it first
    slaveConnectTimeout: 600,
    serviceAccount,
    showRawYaml: false,
    yamlMergeStrategy: 'override',
    yaml: stringify(pod),
  };
}

function container(at: string, { name, image, cpu, memory, variables = {} }: AgentContainer): object {
  return {
    name,
    image: pinned(`${at}: container ${name}`, image),
    // the agent's own image knows what to do; others wait for the steps of a pipeline
    ...(name !== AGENT_CONTAINER && { command: ['sleep'], args: ['infinity'] }),
    workingDir: WORKSPACE,
    env: Object.entries({ HOME: WORKSPACE, ...variables }).map(([key, value]) => ({ name: key, value })),
    resources: resources(`${at}: container ${name}`, cpu, memory),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

function resources(at: string, cpu: string | undefined, memory: string | undefined): ContainerResources {
  if (!cpu || !memory) throw new InputError(`${at} has no resources: cpu and memory are needed`);
  return containerResources(at, { request: cpu }, { request: memory, limit: memory });
}

/** An image that does not move. */
export function pinned(at: string, image: string): string {
  if (
    !/^[\w.-]+(?:\/[\w.-]+)+(?::(?!latest$|lts(?:-|$))[\w][\w.-]*)?(?:@sha256:[0-9a-f]{64})?$/.test(image) ||
    !/[:@]/.test(image)
  )
    throw new InputError(
      `${at}: image '${image}' is not pinned: a registry, and a tag that does not move or a digest are needed`,
    );
  return image;
}
