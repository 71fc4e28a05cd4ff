import { arnFor } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as grafana from '../../imports/grafana.aws.m.upbound.io';
import type { PrometheusWorkspace } from '../amp/workspace';
import { NEVER_PRUNED } from '../core/annotations';
import { AwsObject } from '../core/aws-object';
import { KEPT_POLICIES } from '../core/removal';
import { Role } from '../iam/role';

/** Bounds: https://docs.aws.amazon.com/grafana/latest/APIReference/API_CreateWorkspace.html */
export interface GrafanaWorkspaceProps {
  /** At most 2,048 characters. */
  readonly description: string;
  /** What it may ask besides CloudWatch and X-Ray. */
  readonly prometheus: PrometheusWorkspace;
  /** Of the addresses that may reach it, 1 to 5; nobody else does. */
  readonly prefixLists: readonly string[];
  /** Groups of IAM Identity Center, by what they may do. */
  readonly groups: Readonly<Partial<Record<'ADMIN' | 'EDITOR' | 'VIEWER', readonly string[]>>>;
}

/**
 * Amazon Managed Grafana. People sign in by IAM Identity Center: with SAML its metadata would have to come from
 * outside, and roles from assertions, as AWS assigns roles to groups only there. It outlives its manifest, because
 * dashboards that people make are in it. Encrypted with the data key.
 */
export class GrafanaWorkspace extends AwsObject {
  /** Late: without `https://`. */
  readonly endpoint: string;
  /** Late. */
  readonly workspaceId: string;
  /** Late. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: GrafanaWorkspaceProps) {
    super(scope, id);
    const { description, prometheus, prefixLists, groups } = props;
    const { region } = this.landing;
    this.requireMatch(
      'workspace name',
      this.awsName,
      /^[a-zA-Z0-9\-._~]{1,255}$/,
      'at most 255 letters, digits and - . _ ~',
    );
    this.requireLength('description', description, 2_048);
    this.requireRange('prefixLists', prefixLists.length, 1, 5);
    const role = this.role(prometheus);

    const workspace = new grafana.Workspace(this, 'Resource', {
      // without an external name: the provider keeps AWS's id there
      metadata: { name: id, annotations: NEVER_PRUNED },
      spec: {
        managementPolicies: KEPT_POLICIES as grafana.WorkspaceSpecManagementPolicies[],
        forProvider: {
          region,
          name: this.awsName,
          description,
          accountAccessType: 'CURRENT_ACCOUNT',
          authenticationProviders: ['AWS_SSO'],
          permissionType: 'CUSTOMER_MANAGED',
          roleArn: role.arn,
          kmsKeyId: this.landing.keys.data,
          dataSources: ['PROMETHEUS', 'CLOUDWATCH', 'XRAY'],
          networkAccessControl: { prefixListIds: [...prefixLists], vpceIds: [] },
          tags: this.statefulTags,
        },
      },
    });
    this.endpoint = late(workspace, 'status.atProvider.endpoint');
    this.workspaceId = late(workspace, 'status.atProvider.id');
    this.arn = late(workspace, 'status.atProvider.arn');

    for (const [name, groupIds] of Object.entries(groups))
      if (groupIds.length > 0)
        new grafana.RoleAssociation(this, `${name} groups`, {
          metadata: { name: `${id}-${name.toLowerCase()}` },
          spec: {
            forProvider: { region, role: name, groupIds: [...groupIds], workspaceIdRef: { name: id } },
          },
        });
  }

  /** https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-permissions.html */
  private role(prometheus: PrometheusWorkspace): Role {
    const { account } = this.landing;
    return new Role(this, `grafana-${this.node.id}`, {
      description: `What the Grafana workspace ${this.awsName} may read`,
      assumedBy: {
        service: 'grafana.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      },
      policies: {
        read: [
          {
            sid: 'AskPrometheus',
            actions: ['aps:GetLabels', 'aps:GetMetricMetadata', 'aps:GetSeries', 'aps:QueryMetrics'],
            resources: [prometheus.arn],
          },
          {
            sid: 'ReadAlarms',
            actions: ['cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms'],
            resources: [arnFor('cloudwatch.services.k8s.aws/MetricAlarm', '*', this.landing)],
          },
          {
            sid: 'SearchLogs',
            actions: ['logs:GetLogGroupFields', 'logs:GetQueryResults', 'logs:StartQuery'],
            resources: [arnFor('cloudwatchlogs.services.k8s.aws/LogGroup', '*', this.landing)],
          },
          {
            sid: 'ReadMetricsAndTraces',
            actions: [
              'cloudwatch:GetMetricData',
              'cloudwatch:ListMetrics',
              'logs:DescribeLogGroups',
              'logs:StopQuery',
              'xray:BatchGetTraces',
              'xray:GetGroups',
              'xray:GetServiceGraph',
              'xray:GetTraceGraph',
              'xray:GetTraceSummaries',
            ],
            everyResource: { because: 'IAM knows no resource of these actions' },
          },
        ],
      },
    });
  }
}
