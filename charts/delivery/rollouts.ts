import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { SuccessRate } from '../../constructs/argo-rollouts/analysis-template';
import { BlueGreenRollout } from '../../constructs/argo-rollouts/rollout';
import { containerResources } from '../../constructs/kubernetes/container-resources';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { TargetGroupBinding } from '../../constructs/load-balancer-controller/target-group-binding';
import type { Environment } from '../../environments';
import type { Priorities } from '../controllers/priorities';
import type { Ec2 } from '../network/ec2';
import type { Elbv2 } from '../network/elbv2';
import type { Prometheus } from '../observability/prometheus';
import { PlatformChart } from '../platform-chart';
import { quotaOf } from '../quota';
import type { Ecr } from './ecr';

interface RolloutsUses {
  readonly ec2: Ec2;
  readonly ecr: Ecr;
  readonly elbv2: Elbv2;
  readonly priorities: Priorities;
  readonly prometheus: Prometheus;
}

/**
 * Where an OpenTelemetry SDK serves metrics:
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#prometheus-exporter
 */
const METRICS_PORT = 9464;

const NAME = 'internal-service';

/** The service behind the internal load balancer, released in two stacks. */
export class Rollouts extends PlatformChart {
  /** Of the platform's own workloads. Its Pods are ready when the load balancer has found them well. */
  readonly platform = new Namespace(this, 'platform', {
    // https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/deploy/pod_readiness_gate.md
    labels: { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' },
    pods: {
      reaches: ['aws'],
      metricsPorts: [METRICS_PORT],
      // the load balancer's addresses are in the private subnets
      ingress: [
        {
          peers: [{ cidrs: this.environment.network.privateSubnets }],
          ports: [this.environment.edge.internalLoadBalancer.targetPort],
        },
      ],
      quota: quotaOf(this.environment.quotas.platform),
    },
  });

  readonly internalService: BlueGreenRollout;

  constructor(scope: Construct, id: string, environment: Environment, uses: RolloutsUses) {
    super(scope, id, environment);
    const { ec2, ecr, elbv2, priorities, prometheus } = uses;
    const { edge, images, internalService } = environment;
    const { targetPort, healthCheckPath } = edge.internalLoadBalancer;
    const { cpuMillicores, memoryMebibytes } = internalService;
    this.internalService = new BlueGreenRollout(this, NAME, {
      namespace: this.platform.node.id,
      image: { repository: ecr.application, ...images['platform-application'] },
      replicas: internalService.replicas,
      resources: containerResources(
        `${this.node.path}/${NAME}`,
        { request: `${cpuMillicores}m` },
        { request: `${memoryMebibytes}Mi`, limit: `${memoryMebibytes}Mi` },
      ),
      ports: { http: targetPort, metrics: METRICS_PORT },
      serves: 'http',
      probes: {
        readiness: { path: healthCheckPath, port: 'http' },
        liveness: { path: healthCheckPath, port: 'http' },
      },
      targetGroup: elbv2.targetGroup,
      analysis: new SuccessRate(this, `${NAME}-success-rate`, {
        workspace: prometheus.workspace,
        workload: { namespace: this.platform.node.id, name: NAME },
        percent: internalService.successPercent,
      }),
      autoPromotion: internalService.autoPromotion,
      scaleDownDelay: Duration.seconds(internalService.scaleDownDelaySeconds),
      priorityClassName: priorities.services.node.id,
    });
    new TargetGroupBinding(this, `${NAME}-binding`, {
      namespace: this.platform.node.id,
      service: this.internalService.activeService,
      targetGroup: elbv2.targetGroup,
      from: ec2.internalAlb,
      targetPort,
    });
  }
}
