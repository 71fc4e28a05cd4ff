import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import { ApiObject, type Size } from 'cdk8s';
import type { Construct } from 'constructs';
import * as monitoring from '../../imports/monitoring.coreos.com';
import type { PrometheusWorkspace } from '../amp/workspace';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';
import { PodIdentity } from '../eks/pod-identity-association';
import { tagWithDigest } from '../kubernetes/image-digests';
import { RESTRICTED_CONTAINER } from '../kubernetes/security-context';

export interface PrometheusAgentProps {
  readonly workspace: PrometheusWorkspace;
  /** 1 to 3; the workspace keeps what several send once. */
  readonly replicas: number;
  /** Of each, at least 256 MiB. */
  readonly memory: Size;
}

/**
 * Chosen by chart kube-prometheus-stack 88.5.3:
 * https://github.com/prometheus-community/helm-charts/blob/kube-prometheus-stack-88.5.3/charts/kube-prometheus-stack/values.yaml
 */
const VERSION = 'v3.14.0';
const REPOSITORY = 'quay.io/prometheus/prometheus';

/**
 * Prometheus as an agent: it asks what PodMonitors and ServiceMonitors name, and sends everything to the workspace,
 * which keeps it and computes the rules. It keeps no more than what it has not sent yet.
 */
export class PrometheusAgent extends AwsObject {
  constructor(scope: Construct, id: string, props: PrometheusAgentProps) {
    super(scope, id);
    const { workspace, replicas, memory } = props;
    this.requireRange('replicas', replicas, 1, 3);
    this.requireRange('memory', memory.toMebibytes(), 256, 65_536, ' MiB');
    const serviceAccount = `prometheus-${id}`;
    this.account(serviceAccount);
    PodIdentity.beside(this, serviceAccount, {
      namespace: MONITORING_NAMESPACE,
      serviceAccount,
      description: 'Sends the metrics of the cluster to the workspace',
      policies: { write: [{ sid: 'Send', actions: ['aps:RemoteWrite'], resources: [workspace.arn] }] },
    });
    const labels = { 'app.kubernetes.io/name': 'prometheus-agent', 'app.kubernetes.io/instance': id };
    new monitoring.PrometheusAgent(this, 'Resource', {
      metadata: { name: id, namespace: MONITORING_NAMESPACE },
      spec: {
        version: VERSION,
        image: `${REPOSITORY}:${tagWithDigest(REPOSITORY, `${VERSION}-distroless`)}`,
        replicas,
        serviceAccountName: serviceAccount,
        scrapeInterval: `${workspace.scrapeIntervalSeconds}s`,
        scrapeTimeout: '10s',
        // of all namespaces: a monitor belongs to the application that it is about
        podMonitorSelector: {},
        podMonitorNamespaceSelector: {},
        serviceMonitorSelector: {},
        serviceMonitorNamespaceSelector: {},
        // a monitor may neither read files of the agent nor take a label of another
        arbitraryFsAccessThroughSMs: { deny: true },
        // the workspace takes one of several agents by these:
        // https://docs.aws.amazon.com/prometheus/latest/userguide/Send-high-availability-data.html
        externalLabels: { cluster: this.need('cluster').name },
        replicaExternalLabelName: '__replica__',
        prometheusExternalLabelName: '',
        remoteWrite: [
          {
            name: 'workspace',
            url: workspace.remoteWriteUrl,
            sigv4: { region: this.landing.region },
            // https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-onboard-ingest-metrics-remote-write.html
            queueConfig: { capacity: 2_500, maxSamplesPerSend: 1_000, maxShards: 200 },
          },
        ],
        enforcedSampleLimit: 100_000,
        enforcedBodySizeLimit: '64MB',
        logFormat: monitoring.PrometheusAgentSpecLogFormat.JSON,
        walCompression: true,
        // what was not sent is lost with the Pod's node; the other agent sends it
        storage: {
          emptyDir: { sizeLimit: monitoring.PrometheusAgentSpecStorageEmptyDirSizeLimit.fromString('10Gi') },
        },
        resources: {
          requests: {
            cpu: monitoring.PrometheusAgentSpecResourcesRequests.fromString('250m'),
            memory: monitoring.PrometheusAgentSpecResourcesRequests.fromString(`${memory.toMebibytes()}Mi`),
          },
          limits: { memory: monitoring.PrometheusAgentSpecResourcesLimits.fromString(`${memory.toMebibytes()}Mi`) },
        },
        podMetadata: { labels },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65_534,
          runAsGroup: 65_534,
          fsGroup: 65_534,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          { name: 'prometheus', securityContext: RESTRICTED_CONTAINER },
          { name: 'config-reloader', securityContext: RESTRICTED_CONTAINER },
        ],
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: labels },
          },
        ],
      },
    });
    if (replicas > 1)
      new ApiObject(this, 'Disruption', {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: serviceAccount, namespace: MONITORING_NAMESPACE },
        spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
      });
  }

  /** Who finds what is to be asked, and may ask it. https://prometheus-operator.dev/docs/platform/rbac/ */
  private account(name: string): void {
    new ApiObject(this, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: MONITORING_NAMESPACE },
    });
    const role = new ApiObject(this, 'ClusterRole', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        {
          apiGroups: [''],
          resources: ['endpoints', 'nodes', 'pods', 'services'],
          verbs: ['get', 'list', 'watch'],
        },
        { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
        { nonResourceURLs: ['/metrics', '/metrics/cadvisor', '/metrics/slis'], verbs: ['get'] },
      ],
    });
    const binding = new ApiObject(this, 'ClusterRoleBinding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: MONITORING_NAMESPACE }],
    });
    for (const object of [role, binding]) clusterScoped(object);
  }
}
