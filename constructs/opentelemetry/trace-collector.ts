import { createHash } from 'node:crypto';
import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import { canonicalJson } from '@aws-platform/engine/manifests';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { AwsObject } from '../core/aws-object';
import { PodIdentity } from '../eks/pod-identity-association';
import { containerResources } from '../kubernetes/container-resources';
import { RESTRICTED_CONTAINER } from '../kubernetes/security-context';
import { traceStatement } from '../xray/statements';

export interface TraceCollectorProps {
  /** 1 to 10; senders are spread over them. */
  readonly replicas: number;
}

/**
 * AWS's distribution of the OpenTelemetry collector:
 * https://github.com/aws-observability/aws-otel-collector/releases/tag/v0.49.0
 */
const IMAGE =
  'public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0@sha256:d2bdfff2c377c3d71d78bd5d9ce9862fd535b12134a5739d87a07801297cf9fd';

const PORTS = { 'otlp-grpc': 4_317, 'otlp-http': 4_318, sampling: 2_000, metrics: 8_888, health: 13_133 } as const;

/** Of its image: https://github.com/aws-observability/aws-otel-collector/blob/v0.49.0/cmd/awscollector/Dockerfile */
const USER = 4_317;

/**
 * Takes traces from Pods by OTLP (`http://<id>.monitoring:4318`) and sends them to X-Ray, and tells SDKs X-Ray's
 * sampling rules (port 2000). When X-Ray does not answer it drops the newest instead of growing.
 */
export class TraceCollector extends AwsObject {
  private readonly labels: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { replicas }: TraceCollectorProps) {
    super(scope, id);
    this.requireRange('replicas', replicas, 1, 10);
    this.labels = { 'app.kubernetes.io/name': 'trace-collector', 'app.kubernetes.io/instance': id };
    new PodIdentity(this, id, {
      namespace: MONITORING_NAMESPACE,
      serviceAccount: id,
      description: 'Sends traces to X-Ray',
      policies: {
        traces: [traceStatement('SendAndSample')],
      },
    });
    const configuration = canonicalJson(this.configuration());
    this.object('v1', 'ServiceAccount', { automountServiceAccountToken: false });
    this.object('v1', 'ConfigMap', { data: { 'collector.json': configuration } });
    this.object('apps/v1', 'Deployment', { spec: this.deployment(replicas, configuration) });
    this.object('v1', 'Service', {
      spec: {
        type: 'ClusterIP',
        selector: this.labels,
        ports: (['otlp-grpc', 'otlp-http', 'sampling'] as const).map((name) => ({
          name,
          port: PORTS[name],
          targetPort: name,
        })),
      },
    });
    if (replicas > 1)
      this.object('policy/v1', 'PodDisruptionBudget', {
        spec: { maxUnavailable: 1, selector: { matchLabels: this.labels } },
      });
  }

  private object(apiVersion: string, kind: string, fields: object): void {
    const metadata = { name: this.node.id, namespace: MONITORING_NAMESPACE };
    new ApiObject(this, kind, { apiVersion, kind, metadata, ...fields });
  }

  /** https://opentelemetry.io/docs/collector/configuration/, and the components that AWS's distribution has */
  private configuration(): object {
    const { region } = this.landing;
    const all = (port: keyof typeof PORTS) => `0.0.0.0:${PORTS[port]}`;
    return {
      extensions: {
        health_check: { endpoint: all('health') },
        // SDKs ask it for sampling rules, and need no credentials
        awsproxy: { endpoint: all('sampling'), region },
      },
      receivers: {
        otlp: { protocols: { grpc: { endpoint: all('otlp-grpc') }, http: { endpoint: all('otlp-http') } } },
      },
      processors: {
        memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
        batch: { timeout: '5s', send_batch_size: 512, send_batch_max_size: 1_024 },
      },
      exporters: { awsxray: { region } },
      service: {
        extensions: ['health_check', 'awsproxy'],
        pipelines: {
          traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsxray'] },
        },
        telemetry: {
          logs: { encoding: 'json' },
          metrics: {
            readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: PORTS.metrics } } } }],
          },
        },
      },
    };
  }

  private deployment(replicas: number, configuration: string): object {
    const probe = { httpGet: { path: '/', port: 'health' }, timeoutSeconds: 3 };
    return {
      replicas,
      selector: { matchLabels: this.labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: {
          labels: this.labels,
          // a new configuration is a new Pod
          annotations: { 'checksum/configuration': createHash('sha256').update(configuration).digest('hex') },
        },
        spec: {
          serviceAccountName: this.node.id,
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: USER,
            runAsGroup: USER,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: this.labels },
            },
          ],
          containers: [
            {
              name: 'collector',
              image: IMAGE,
              args: ['--config=/configuration/collector.json'],
              // its heap stays below what the limiter of memory watches
              env: [{ name: 'GOMEMLIMIT', value: '400MiB' }],
              ports: Object.entries(PORTS).map(([name, containerPort]) => ({ name, containerPort })),
              livenessProbe: { ...probe, periodSeconds: 15 },
              readinessProbe: { ...probe, periodSeconds: 5 },
              resources: containerResources(
                this.node.path,
                { request: '100m', limit: '1000m' },
                { request: '256Mi', limit: '512Mi' },
              ),
              securityContext: RESTRICTED_CONTAINER,
              volumeMounts: [{ name: 'configuration', mountPath: '/configuration', readOnly: true }],
            },
          ],
          volumes: [{ name: 'configuration', configMap: { name: this.node.id } }],
        },
      },
    };
  }
}
