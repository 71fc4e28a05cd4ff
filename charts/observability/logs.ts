import { FLUENT_BIT } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { RESTRICTED_CONTAINER, type RestrictedContainer } from '../../constructs/kubernetes/security-context';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** https://github.com/fluent/helm-charts/tree/fluent-bit-0.58.1/charts/fluent-bit, which has v5.1.1. */
const CHART = { repository: 'https://fluent.github.io/helm-charts', name: 'fluent-bit', version: '0.58.1' } as const;

/** Of that chart's values.yaml. */
interface FluentBitValues {
  readonly image: { readonly repository: string; readonly tag: string };
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly testFramework: { readonly enabled: boolean };
  readonly serviceMonitor: { readonly enabled: boolean };
  readonly priorityClassName: string;
  readonly tolerations: readonly { readonly operator: 'Exists' }[];
  readonly securityContext: RestrictedContainer & {
    readonly seccompProfile: { readonly type: 'RuntimeDefault' };
  };
  readonly resources: ContainerResources;
  readonly daemonSetVolumes: readonly {
    readonly name: string;
    readonly hostPath: { readonly path: string; readonly type?: 'DirectoryOrCreate' };
  }[];
  readonly daemonSetVolumeMounts: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly: boolean;
  }[];
  readonly config: Readonly<Record<'service' | 'inputs' | 'filters' | 'outputs' | 'customParsers', string>>;
}

/** What it has read so far, and what it has not sent yet: on the node's disk, so that a new Pod goes on from there. */
const STATE = '/var/lib/fluent-bit';

/** What Pods and nodes write, in CloudWatch Logs. Groups are ours, so that each has its key and its retention. */
export class Logs extends PlatformChart {
  private readonly awsPrefix = `/aws/eks/${this.environment.outputs.clusterName}/`;
  private readonly retentionDays = this.environment.monitoring.logRetentionDays;

  readonly pods = new LogGroup(this, 'pods', { awsPrefix: this.awsPrefix, retentionDays: this.retentionDays });

  readonly nodes = new LogGroup(this, 'nodes', { awsPrefix: this.awsPrefix, retentionDays: this.retentionDays });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const { namespace, serviceAccount } = FLUENT_BIT;
    const project = new HelmProject(this, 'helm-fluent-bit', {
      description: 'Fluent Bit, which sends the logs of Pods and nodes to CloudWatch Logs',
      clusterKinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
      namespacedKinds: [
        '/ConfigMap',
        '/Service',
        '/ServiceAccount',
        'apps/DaemonSet',
        'monitoring.coreos.com/ServiceMonitor',
      ],
    });
    new HelmApplication<FluentBitValues>(this, CHART.name, {
      project,
      chart: CHART,
      namespace,
      crds: { from: 'nobody' },
      metrics: 'by its own chart',
      values: {
        image: { repository: 'cr.fluentbit.io/fluent/fluent-bit', tag: '5.1.1' },
        serviceAccount: { create: true, name: serviceAccount },
        testFramework: { enabled: false },
        serviceMonitor: { enabled: true },
        // a node that is full is the one whose logs are needed
        priorityClassName: 'system-node-critical',
        tolerations: [{ operator: 'Exists' }],
        // root, who alone may read the logs, and nothing that root may otherwise do
        securityContext: {
          ...RESTRICTED_CONTAINER,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        resources: containerResources(
          this.node.path,
          { request: '50m', limit: '500m' },
          { request: '64Mi', limit: '256Mi' },
        ),
        daemonSetVolumes: [
          { name: 'logs', hostPath: { path: '/var/log' } },
          { name: 'state', hostPath: { path: STATE, type: 'DirectoryOrCreate' } },
        ],
        daemonSetVolumeMounts: [
          { name: 'logs', mountPath: '/var/log', readOnly: true },
          { name: 'state', mountPath: STATE, readOnly: false },
        ],
        config: {
          service: section('SERVICE', {
            Daemon: 'Off',
            Flush: '5',
            Log_Level: 'warn',
            Parsers_File: '/fluent-bit/etc/parsers.conf',
            HTTP_Server: 'On',
            HTTP_Listen: '0.0.0.0',
            HTTP_Port: '2020',
            Health_Check: 'On',
            'storage.path': `${STATE}/buffer`,
            'storage.metrics': 'On',
          }),
          inputs: [
            section('INPUT', {
              Name: 'tail',
              Path: '/var/log/containers/*.log',
              // its own complaints about sending would be sent
              Exclude_Path: `/var/log/containers/${CHART.name}-*.log`,
              'multiline.parser': 'cri',
              Tag: 'kube.*',
              DB: `${STATE}/pods.db`,
              Mem_Buf_Limit: '32MB',
              Skip_Long_Lines: 'On',
              'storage.type': 'filesystem',
            }),
            section('INPUT', {
              Name: 'systemd',
              Path: '/var/log/journal',
              Tag: 'node.*',
              Systemd_Filter: ['_SYSTEMD_UNIT=kubelet.service', '_SYSTEMD_UNIT=containerd.service'],
              Systemd_Filter_Type: 'Or',
              Read_From_Tail: 'On',
              DB: `${STATE}/nodes.db`,
              'storage.type': 'filesystem',
            }),
          ].join(''),
          filters: section('FILTER', {
            Name: 'kubernetes',
            Match: 'kube.*',
            Merge_Log: 'On',
            Keep_Log: 'Off',
            Labels: 'Off',
            Annotations: 'Off',
            // no Pod decides itself how it is read, or that it is not
            'K8S-Logging.Parser': 'Off',
            'K8S-Logging.Exclude': 'Off',
          }),
          outputs: [
            this.output('kube.*', this.pods, {
              log_stream_prefix: 'pod/',
              log_stream_template:
                "$kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']",
            }),
            this.output('node.*', this.nodes, { log_stream_prefix: 'node/' }),
          ].join(''),
          customParsers: '',
        },
      },
    });
  }

  /** https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch */
  private output(match: string, group: LogGroup, more: Readonly<Record<string, string>>): string {
    return section('OUTPUT', {
      Name: 'cloudwatch_logs',
      Match: match,
      region: this.environment.region,
      log_group_name: group.awsName,
      ...more,
      auto_create_group: 'Off',
      Retry_Limit: '20',
      'storage.total_limit_size': '512M',
    });
  }
}

/**
 * As Fluent Bit's classic configuration has it:
 * https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/configuration-file
 */
function section(name: string, entries: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(entries).flatMap(([key, values]) =>
    [values].flat().map((value) => `    ${key} ${value}\n`),
  );
  return `[${name}]\n${lines.join('')}`;
}
