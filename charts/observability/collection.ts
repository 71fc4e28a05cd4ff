import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { PodMonitor } from '../../constructs/prometheus/pod-monitor';
import { PrometheusAgent } from '../../constructs/prometheus/prometheus-agent';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { Prometheus } from './prometheus';

/** How metrics of the cluster get to their workspace. */
export class Collection extends PlatformChart {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { prometheus }: { readonly prometheus: Prometheus },
  ) {
    super(scope, id, environment);
    const { agents, agentMemoryMebibytes } = environment.monitoring;
    new PrometheusAgent(this, 'agent', {
      workspace: prometheus.workspace,
      replicas: agents,
      memory: Size.mebibytes(agentMemoryMebibytes),
    });
    new PodMonitor(this, 'prometheus-agent', {
      namespace: MONITORING_NAMESPACE,
      pods: { 'app.kubernetes.io/name': 'prometheus-agent' },
      endpoints: [{ port: 'web' }],
    });
  }
}
