import { ApiObject, type Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  RolloutSpecTemplateSpecContainersLivenessProbeHttpGetPort as LivenessPort,
  RolloutSpecTemplateSpecContainersReadinessProbeHttpGetPort as ReadinessPort,
  Rollout,
  type RolloutSpecStrategyBlueGreenPrePromotionAnalysis,
  type RolloutSpecTemplateSpec,
  type RolloutSpecTemplateSpecContainers,
  RolloutSpecTemplateSpecContainersStartupProbeHttpGetPort as StartupPort,
} from '../../imports/argoproj.io';
import { LAST_WAVE } from '../core/annotations';
import { PlatformObject } from '../core/platform-object';
import type { ImageRepository } from '../ecr/repository';
import type { TargetGroup } from '../elbv2/target-group';
import type { ContainerResources } from '../kubernetes/container-resources';
import { RESTRICTED_CONTAINER } from '../kubernetes/security-context';
import { REVISION, type SuccessRate } from './analysis-template';

/** Where a container says how it is: a path on one of its ports. */
export interface Probe<Port extends string> {
  readonly path: string;
  readonly port: Port;
}

export interface BlueGreenRolloutProps<Port extends string = string> {
  /** It makes Pods meet Pod Security restricted, and lets the load balancer controller hold back their readiness. */
  readonly namespace: string;
  readonly image: {
    readonly repository: ImageRepository;
    /** For people: at most 128 letters, digits and . _ -, not `latest`. */
    readonly tag: string;
    /** What the nodes pull: `sha256:` and 64 hexadecimal digits. */
    readonly digest: string;
  };
  /** Of each stack, 1 to 1000. Twice as many run while a release is looked at. */
  readonly replicas: number;
  /**
   * How many Pods of a stack may be away at once when nodes are drained, 1 to `replicas` - 1.
   * @default 1, or no bound where there is one replica
   */
  readonly maxUnavailable?: number;
  readonly resources: ContainerResources;
  /** Where the container listens, 1 to 65535, by name. */
  readonly ports: Readonly<Record<Port, number>>;
  /** Of these, the one for requests. */
  readonly serves: NoInfer<Port>;
  readonly probes: { readonly readiness: Probe<NoInfer<Port>>; readonly liveness: Probe<NoInfer<Port>> };
  /** Of the load balancer in front of it: a TargetGroupBinding registers the Pods of the active Service. */
  readonly targetGroup: TargetGroup;
  /**
   * The Services of the stack that requests go to, and of the newest one.
   * @default the id, and with `-preview` behind it
   */
  readonly services?: { readonly active: string; readonly preview: string };
  /** Asked before a release takes over, and again when it has: when it fails, requests go to the stack from before. */
  readonly analysis: SuccessRate;
  /** Whether a release whose analysis is good takes over by itself. Otherwise a person promotes it. */
  readonly autoPromotion: boolean;
  /**
   * How long the old stack stays after a release has taken over: at least the target group's deregistration delay, and
   * longer than the analysis, which is ended with it.
   */
  readonly scaleDownDelay: Duration;
  /** Which Pods come first when there is no room for all. @default none */
  readonly priorityClassName?: string;
}

/** Label of a stack's Pods and ReplicaSet: https://argo-rollouts.readthedocs.io/en/release-1.9/features/bluegreen/ */
const POD_HASH = 'rollouts-pod-template-hash';

/** To finish what it is doing, after the load balancer has stopped sending. */
const SHUTDOWN_SECONDS = 30;

/** Of releases that can be gone back to without another analysis. */
const REVISIONS = 3;

/**
 * A workload behind a load balancer that is released in two stacks, named by its id: the new one runs beside the old
 * one, is looked at through the preview Service, and takes over at once. What happens at the load balancer then:
 * docs/rollouts.md. Comes last, so that Services and bindings are there before its Pods, and because it waits for a
 * person.
 */
export class BlueGreenRollout<const Port extends string = string> extends PlatformObject {
  /** Of the stack that requests go to. */
  readonly activeService: { readonly name: string; readonly port: number };
  /** Of the newest stack. */
  readonly previewService: { readonly name: string; readonly port: number };

  constructor(scope: Construct, id: string, props: BlueGreenRolloutProps<Port>) {
    super(scope, id);
    const { namespace, replicas, analysis, autoPromotion, scaleDownDelay } = props;
    const { active, preview } = props.services ?? { active: id, preview: `${id}-preview` };
    this.requireMatch('name', id, /^[a-z](?:[a-z0-9-]{0,50}[a-z0-9])?$/, 'at most 52 lower-case letters, digits and -');
    this.requireRange('replicas', replicas, 1, 1_000);
    if (active === preview)
      this.fail(`services.preview is '${preview}', the active one: both stacks would get requests`);
    this.requireDelay(props);
    const labels = { 'app.kubernetes.io/name': id };
    this.activeService = this.service('active', active, props, labels);
    this.previewService = this.service('preview', preview, props, labels);
    this.budget(props, labels);
    new ApiObject(this, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: id, namespace },
      automountServiceAccountToken: false,
    });
    const asked = this.asked(analysis);
    new Rollout(this, 'Resource', {
      metadata: { name: id, namespace, annotations: LAST_WAVE },
      spec: {
        replicas,
        revisionHistoryLimit: REVISIONS,
        rollbackWindow: { revisions: REVISIONS },
        // a release that does not come up leaves nothing behind
        progressDeadlineSeconds: 600,
        progressDeadlineAbort: true,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: this.pod(props, labels) },
        strategy: {
          blueGreen: {
            activeService: active,
            previewService: preview,
            autoPromotionEnabled: autoPromotion,
            prePromotionAnalysis: asked,
            postPromotionAnalysis: asked,
            scaleDownDelaySeconds: scaleDownDelay.toSeconds(),
          },
        },
      },
    });
  }

  private requireDelay({ scaleDownDelay, targetGroup, analysis }: BlueGreenRolloutProps<Port>): void {
    const seconds = scaleDownDelay.toSeconds();
    const draining = targetGroup.deregistrationDelay.toSeconds();
    const analysing = analysis.duration.toSeconds();
    if (seconds < draining)
      this.fail(
        `scaleDownDelay is ${seconds} s, at least the target group's deregistration delay of ${draining} s is needed, for requests under way`,
      );
    if (seconds <= analysing)
      this.fail(
        `scaleDownDelay is ${seconds} s, more than the ${analysing} s of the analysis are needed, which ends with the old stack`,
      );
  }

  private service(
    role: string,
    name: string,
    { namespace, ports, serves }: BlueGreenRolloutProps<Port>,
    labels: Readonly<Record<string, string>>,
  ): { name: string; port: number } {
    const port = 80;
    new ApiObject(this, role, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      // the controller adds the hash of a stack to the selector
      spec: {
        type: 'ClusterIP',
        selector: labels,
        ports: [{ name: serves, port, protocol: 'TCP', targetPort: ports[serves] }],
      },
    });
    return { name, port };
  }

  /**
   * It counts the Pods of each stack's ReplicaSet:
   * https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors
   */
  private budget(
    { namespace, replicas, maxUnavailable }: BlueGreenRolloutProps<Port>,
    labels: Readonly<Record<string, string>>,
  ): void {
    if (replicas === 1) {
      if (maxUnavailable === undefined) return;
      this.fail(
        `replicas is 1, and maxUnavailable ${maxUnavailable}: with a single Pod it bounds nothing or no node drains`,
      );
    }
    const most = maxUnavailable ?? 1;
    if (!Number.isInteger(most) || most < 1 || most >= replicas)
      this.fail(
        `maxUnavailable is ${most} of ${replicas} replicas, a whole number from 1 to ${replicas - 1} is allowed: with 0 no node could be drained`,
      );
    new ApiObject(this, 'PodDisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: this.node.id, namespace },
      spec: {
        maxUnavailable: most,
        selector: { matchLabels: labels },
        // one that never becomes ready keeps no node
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }

  private asked({ node }: SuccessRate): RolloutSpecStrategyBlueGreenPrePromotionAnalysis {
    return {
      templates: [{ templateName: node.id }],
      args: [{ name: REVISION, valueFrom: { podTemplateHashValue: 'Latest' } }],
    };
  }

  private pod(props: BlueGreenRolloutProps<Port>, labels: Readonly<Record<string, string>>): RolloutSpecTemplateSpec {
    const { targetGroup, priorityClassName } = props;
    return {
      serviceAccountName: this.node.id,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      // first the load balancer stops sending, then the container is told
      terminationGracePeriodSeconds: targetGroup.deregistrationDelay.toSeconds() + SHUTDOWN_SECONDS,
      ...(priorityClassName && { priorityClassName }),
      topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: labels },
        matchLabelKeys: [POD_HASH],
      })),
      containers: [this.container(props)],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    };
  }

  private container(props: BlueGreenRolloutProps<Port>): RolloutSpecTemplateSpecContainers {
    const { ports, probes, resources, targetGroup } = props;
    const draining = targetGroup.deregistrationDelay.toSeconds();
    const { readiness, liveness } = probes;
    return {
      name: this.node.id,
      image: this.imageOf(props),
      imagePullPolicy: 'IfNotPresent',
      ports: Object.entries<number>(ports).map(([name, containerPort]) => {
        this.requireRange(`ports.${name}`, containerPort, 1, 65_535);
        return { name, containerPort, protocol: 'TCP' };
      }),
      // a slow start is no reason to start again, for two minutes
      startupProbe: {
        httpGet: { path: readiness.path, port: StartupPort.fromNumber(this.portOf('startup', readiness, ports)) },
        periodSeconds: 2,
        failureThreshold: 60,
      },
      readinessProbe: {
        httpGet: { path: readiness.path, port: ReadinessPort.fromNumber(this.portOf('readiness', readiness, ports)) },
        periodSeconds: 5,
        timeoutSeconds: 2,
      },
      livenessProbe: {
        httpGet: { path: liveness.path, port: LivenessPort.fromNumber(this.portOf('liveness', liveness, ports)) },
        periodSeconds: 10,
        timeoutSeconds: 5,
        failureThreshold: 3,
      },
      ...(draining > 0 && { lifecycle: { preStop: { sleep: { seconds: draining } } } }),
      resources,
      securityContext: RESTRICTED_CONTAINER,
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    };
  }

  private imageOf({ image: { repository, tag, digest } }: BlueGreenRolloutProps<Port>): string {
    this.requireMatch(
      'image.tag',
      tag,
      /^(?!latest$)\w[\w.-]{0,127}$/,
      'at most 128 letters, digits and . _ -, not latest',
    );
    this.requireMatch('image.digest', digest, /^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits');
    return `${repository.uri}:${tag}@${digest}`;
  }

  private portOf(probe: string, { path, port }: Probe<Port>, ports: Readonly<Record<Port, number>>): number {
    this.requireMatch(`probes.${probe}.path`, path, /^\/[!-~]{0,1023}$/, 'a path of at most 1,024 characters');
    const number: number | undefined = ports[port];
    if (number === undefined)
      this.fail(`probes.${probe} has the port '${port}', only ${Object.keys(ports).join(', ')} are allowed`);
    return number;
  }
}
