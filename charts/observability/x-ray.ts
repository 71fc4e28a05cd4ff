import type { Construct } from 'constructs';
import { TraceEncryption } from '../../constructs/xray/encryption-config';
import { TraceGroup } from '../../constructs/xray/group';
import { SamplingRule } from '../../constructs/xray/sampling-rule';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** Traces: which are made, how they are kept, and which are looked at together. */
export class XRay extends PlatformChart {
  /** Asked every few seconds by load balancers and the kubelet; their traces say nothing. */
  readonly healthChecks = new SamplingRule(this, 'health-checks', {
    priority: 100,
    reservoir: 0,
    share: 0,
    path: this.environment.edge.internalLoadBalancer.healthCheckPath,
  });

  readonly faults = new TraceGroup(this, 'faults', { filter: 'fault = true OR error = true' });

  readonly slow = new TraceGroup(this, 'slow', { filter: 'responsetime > 3', insights: false });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const { sampledShare, encryption } = environment.observability.xRay;
    new SamplingRule(this, 'requests', { priority: 9_000, reservoir: 1, share: sampledShare });
    if (encryption) new TraceEncryption(this, 'traces');
  }
}
