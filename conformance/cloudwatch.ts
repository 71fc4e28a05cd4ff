import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { every } from './readers';

const LOG_GROUP = 'cloudwatchlogs.services.k8s.aws/LogGroup';
const FILTER = 'cloudwatchlogs.aws.m.upbound.io/MetricFilter';
const ALARM = 'cloudwatch.services.k8s.aws/MetricAlarm';
const CONTROL_PLANE = '/aws/eks/cluster/control-plane';
const spec = (path: string) => `spec.forProvider.${path}`;

const logGroup = (evidence: Evidence) => evidence.all(LOG_GROUP).find((one) => at(one, 'spec.name') === CONTROL_PLANE);
const filter = (evidence: Evidence) =>
  evidence.all(FILTER).find((one) => at(one, spec('logGroupName')) === CONTROL_PLANE);
const alarm = (evidence: Evidence) => evidence.all(ALARM).find((one) => at(one, 'spec.name') === 'HighCPUUtilization');

/** Of a query, what it selects. */
function metricOf(evidence: Evidence): unknown {
  return /\("(\w+)"\)/.exec(String(at(alarm(evidence), 'spec.metrics[0].expression')))?.[1];
}

/** What the document asks of CloudWatch and X-Ray, and of the managed Prometheus and Grafana. */
export const cloudwatch: readonly DocumentValue[] = [
  {
    path: 'CloudWatch.LogGroups[0].Name',
    value: CONTROL_PLANE,
    read: (evidence) => at(logGroup(evidence), 'spec.name'),
  },
  {
    path: 'CloudWatch.LogGroups[0].RetentionInDays',
    value: 30,
    read: (evidence) => at(logGroup(evidence), 'spec.retentionDays'),
  },
  {
    path: 'CloudWatch.MetricFilters[0].LogGroupName',
    value: [CONTROL_PLANE],
    read: (evidence) => evidence.all(FILTER).map((one) => at(one, spec('logGroupName'))),
    deviation: {
      chosen: [CONTROL_PLANE, '/aws/eks/production-eks-cluster/cluster'],
      because: 'EKS writes to /aws/eks/<cluster>/cluster and to no other group, so its errors are counted there too',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    },
  },
  {
    path: 'CloudWatch.MetricFilters[0].FilterName',
    value: 'ErrorCount',
    read: (evidence) => filter(evidence)?.metadata.annotations?.[EXTERNAL_NAME],
  },
  {
    path: 'CloudWatch.MetricFilters[0].FilterPattern',
    value: 'ERROR',
    read: (evidence) => at(filter(evidence), spec('pattern')),
  },
  {
    path: 'CloudWatch.Alarms[0].Name',
    value: 'HighCPUUtilization',
    read: (evidence) => at(alarm(evidence), 'spec.name'),
  },
  // of AWS/EC2, over all nodes: the document names neither namespace nor dimension, and nodes come and go
  { path: 'CloudWatch.Alarms[0].MetricName', value: 'CPUUtilization', read: metricOf },
  { path: 'CloudWatch.Alarms[0].Threshold', value: 80, read: (evidence) => at(alarm(evidence), 'spec.threshold') },
  {
    path: 'CloudWatch.Alarms[0].ComparisonOperator',
    value: 'GreaterThanThreshold',
    read: (evidence) => at(alarm(evidence), 'spec.comparisonOperator'),
  },
  {
    path: 'CloudWatch: Alerting',
    value: true,
    read: (evidence) => every(evidence.all(ALARM), (one) => at(one, 'spec.alarmActions[0]') !== undefined),
  },
  {
    path: 'CloudWatch: Dashboards',
    value: true,
    read: (evidence) => evidence.all('cloudwatch.services.k8s.aws/Dashboard').length > 0,
  },
  {
    path: 'X-Ray: Service Map',
    value: true,
    read: (evidence) =>
      evidence.all('xray.aws.m.upbound.io/SamplingRule').some((one) => Number(at(one, spec('fixedRate'))) > 0),
  },
  {
    path: 'X-Ray: Performance Analysis: Latency and error analysis',
    value: ['fault = true OR error = true', 'responsetime > 3'],
    read: (evidence) => evidence.all('xray.aws.m.upbound.io/Group').map((one) => at(one, spec('filterExpression'))),
  },
  {
    path: 'X-Ray: Root Cause Analysis',
    value: true,
    read: (evidence) =>
      evidence
        .all('xray.aws.m.upbound.io/Group')
        .some((one) => at(one, spec('insightsConfiguration.insightsEnabled')) === true),
  },
  {
    path: 'Managed Service for Prometheus: Long-term Storage',
    value: true,
    read: (evidence) => evidence.all('prometheusservice.services.k8s.aws/Workspace').length > 0,
  },
  {
    path: 'Managed Service for Prometheus: Grafana Integration: Visualization and alerting',
    value: true,
    read: (evidence) =>
      evidence.all('prometheusservice.services.k8s.aws/AlertManagerDefinition').length > 0 &&
      every(evidence.all('grafana.aws.m.upbound.io/Workspace'), (one) => dataSources(one).includes('PROMETHEUS')),
  },
  {
    path: 'Managed Grafana: Multi-Data Source',
    value: ['PROMETHEUS', 'CLOUDWATCH', 'XRAY'],
    read: (evidence) => dataSources(evidence.all('grafana.aws.m.upbound.io/Workspace')[0]),
  },
  {
    path: 'Managed Grafana: Team Collaboration: Role-based dashboard sharing',
    value: ['ADMIN', 'VIEWER'],
    read: (evidence) => evidence.all('grafana.aws.m.upbound.io/RoleAssociation').map((one) => at(one, spec('role'))),
  },
  {
    path: 'Managed Grafana: Enterprise Features: SSO',
    value: ['AWS_SSO'],
    read: (evidence) => at(evidence.all('grafana.aws.m.upbound.io/Workspace')[0], spec('authenticationProviders')),
  },
];

function dataSources(workspace: unknown): unknown[] {
  return (at(workspace, spec('dataSources')) ?? []) as unknown[];
}
