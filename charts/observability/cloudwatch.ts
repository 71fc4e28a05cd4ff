import type { Construct } from 'constructs';
import { MetricAlarm } from '../../constructs/cloudwatch/metric-alarm';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { MetricFilter } from '../../constructs/cloudwatchlogs/metric-filter';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';

/** The control plane's log and its errors, and what no object of the tree is measured by. */
export class CloudWatch extends PlatformChart {
  readonly controlPlane = new LogGroup(this, 'control-plane', {
    awsPrefix: '/aws/eks/cluster/',
    retentionDays: this.environment.observability.controlPlaneLogRetentionDays,
  });

  readonly alarms: readonly MetricAlarm[];

  constructor(scope: Construct, id: string, environment: Environment, { sns }: { readonly sns: Sns }) {
    super(scope, id, environment);
    const { alarms: limits, accountAlarms } = environment.observability;
    const topic = sns.alerts;
    const metric = { namespace: `Platform/${environment.name}`, name: 'ErrorCount' };
    new MetricFilter(this, 'control-plane-errors', {
      filterName: 'ErrorCount',
      logGroupName: this.controlPlane.awsName,
      pattern: 'ERROR',
      metric,
    });
    // where EKS itself writes: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    const filter = new MetricFilter(this, 'eks-errors', {
      filterName: 'ErrorCount',
      logGroupName: `/aws/eks/${environment.outputs.clusterName}/cluster`,
      pattern: 'ERROR',
      metric,
    });
    this.alarms = [
      new MetricAlarm(this, 'control-plane-error-count', {
        description: 'The control plane of the cluster logs errors: search its log group for ERROR',
        source: { filter, statistic: 'Sum' },
        threshold: limits.controlPlaneErrors,
        topic,
      }),
      ...(accountAlarms ? this.accountAlarms(limits.cpuPercent, limits.serverErrors, sns) : []),
    ];
  }

  /** By queries: nodes, NAT gateways and Ingresses' load balancers come and go, and their ids are in no manifest. */
  private accountAlarms(cpuPercent: number, serverErrors: number, { alerts: topic }: Sns): MetricAlarm[] {
    return [
      new MetricAlarm(this, 'high-cpu-utilization', {
        alarmName: 'HighCPUUtilization',
        description: 'The nodes are busy, all together: Karpenter starts no more of them, or is not let',
        source: { query: 'SELECT AVG("CPUUtilization") FROM SCHEMA("AWS/EC2", InstanceId)' },
        threshold: cpuPercent,
        evaluationPeriods: 3,
        topic,
      }),
      new MetricAlarm(this, 'nat-port-allocation', {
        description: 'A NAT gateway has no ports left for connections to one destination: requests to it fail',
        source: { query: 'SELECT MAX("ErrorPortAllocation") FROM SCHEMA("AWS/NATGateway", NatGatewayId)' },
        threshold: 0,
        topic,
      }),
      new MetricAlarm(this, 'load-balancer-errors', {
        description: 'A load balancer, perhaps one of an Ingress, answers with errors of its own',
        source: { query: 'SELECT MAX("HTTPCode_ELB_5XX_Count") FROM SCHEMA("AWS/ApplicationELB", LoadBalancer)' },
        threshold: serverErrors,
        topic,
      }),
    ];
  }
}
