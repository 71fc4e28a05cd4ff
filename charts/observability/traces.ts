import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { TraceCollector } from '../../constructs/opentelemetry/trace-collector';
import { PodMonitor } from '../../constructs/prometheus/pod-monitor';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** How traces of Pods get to X-Ray: x-ray.ts says which are made. */
export class Traces extends PlatformChart {
  readonly collector = new TraceCollector(this, 'trace-collector', {
    replicas: this.environment.monitoring.collectors,
  });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    new PodMonitor(this, 'trace-collector-metrics', {
      namespace: MONITORING_NAMESPACE,
      pods: { 'app.kubernetes.io/name': 'trace-collector' },
      endpoints: [{ port: 'metrics' }],
    });
  }
}
