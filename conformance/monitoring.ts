import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';

const named = (evidence: Evidence, kind: string, name: string): Manifest | undefined =>
  evidence.all(kind).find(({ metadata }) => metadata.name === name);
const agent = (evidence: Evidence) => named(evidence, 'monitoring.coreos.com/PrometheusAgent', 'agent');
const textOf = (manifest: Manifest | undefined, path: string) => String(at(manifest, path) ?? '');

/** What the document asks of monitoring that runs in the cluster. */
export const monitoring: readonly DocumentValue[] = [
  {
    path: 'CloudWatch: Log Aggregation: Centralized log management',
    value: ['/aws/eks/production-eks-cluster/nodes', '/aws/eks/production-eks-cluster/pods'],
    read: (evidence) => {
      const outputs = textOf(
        named(evidence, 'argoproj.io/Application', 'fluent-bit'),
        'spec.source.helm.valuesObject.config.outputs',
      );
      return [...outputs.matchAll(/log_group_name (\S+)/g)].map(([, group]) => group).sort();
    },
  },
  {
    path: 'X-Ray: Trace request paths: OpenTelemetry to X-Ray',
    value: true,
    read: (evidence) => {
      const configuration = named(evidence, '/ConfigMap', 'trace-collector') as
        | { data?: Record<string, string> }
        | undefined;
      return (configuration?.data?.['collector.json'] ?? '').includes('"exporters":["awsxray"]');
    },
  },
  {
    path: 'Managed Service for Prometheus: Kubernetes Integration: Native Kubernetes metrics collection',
    value: true,
    read: (evidence) =>
      /^https:\/\/aps-workspaces\..*\/api\/v1\/remote_write$/.test(
        textOf(agent(evidence), 'spec.remoteWrite[0].url'),
      ) && named(evidence, 'argoproj.io/Application', 'kube-prometheus-stack') !== undefined,
  },
  {
    path: 'Managed Service for Prometheus: High Availability',
    value: true,
    // and what two agents send, the workspace keeps once
    read: (evidence) =>
      Number(at(agent(evidence), 'spec.replicas')) >= 2 &&
      at(agent(evidence), 'spec.replicaExternalLabelName') === '__replica__' &&
      at(agent(evidence), 'spec.externalLabels.cluster') === 'production-eks-cluster',
  },
  {
    path: 'Managed Grafana: Alerting: Flexible alerting and notification system',
    value: true,
    // by the workspace of Prometheus, which asks nobody's dashboard
    read: (evidence) =>
      evidence.all('prometheusservice.services.k8s.aws/AlertManagerDefinition').length > 0 &&
      evidence
        .all('prometheusservice.services.k8s.aws/RuleGroupsNamespace')
        .some((rules) => textOf(rules, 'spec.configuration').includes('runbook_url')),
  },
  {
    path: 'Managed Grafana: Dashboards',
    value: 8,
    read: (evidence) => {
      const published = named(evidence, '/ConfigMap', 'dashboards') as { data?: Record<string, string> } | undefined;
      return (JSON.parse(published?.data?.['dashboards.json'] ?? '[]') as unknown[]).length;
    },
  },
];
