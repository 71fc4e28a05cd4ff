import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import { canonicalJson } from '@aws-platform/engine/manifests';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PrometheusWorkspace } from '../amp/workspace';
import { AwsObject } from '../core/aws-object';
import { PodIdentity } from '../eks/pod-identity-association';
import { containerResources } from '../kubernetes/container-resources';
import { RESTRICTED_CONTAINER } from '../kubernetes/security-context';
import type { GrafanaWorkspace } from './workspace';

export interface DashboardPublisherProps {
  readonly workspace: GrafanaWorkspace;
  readonly prometheus: PrometheusWorkspace;
  /** As Grafana reads them, each with a `uid` of its own. */
  readonly dashboards: readonly { readonly uid?: string | null; readonly title?: string }[];
}

/** Has aws, bash, curl and jq: https://github.com/aws/aws-cli/blob/2.36.7/docker/Dockerfile */
const IMAGE = 'docker.io/amazon/aws-cli:2.36.7@sha256:5b76c069e37cfa091ec6398dc683c09e0c9ef8ae2e557b0a36d931df34011227';
const USER = 65_532;

/**
 * A token of a quarter of an hour, then Grafana's HTTP API: data sources, a folder, its dashboards, and away with those
 * that left git.
 */
const SCRIPT = `set -euo pipefail
account=$(aws grafana list-workspace-service-accounts --workspace-id "$WORKSPACE" --query "serviceAccounts[?name=='dashboards'].id | [0]" --output text)
if [ "$account" = None ]; then
  account=$(aws grafana create-workspace-service-account --workspace-id "$WORKSPACE" --name dashboards --grafana-role ADMIN --query id --output text)
fi
token=$(aws grafana create-workspace-service-account-token --workspace-id "$WORKSPACE" --service-account-id "$account" --name "run-$(date +%s)" --seconds-to-live 900 --output json)
trap 'aws grafana delete-workspace-service-account-token --workspace-id "$WORKSPACE" --service-account-id "$account" --token-id "$(jq -r .serviceAccountToken.id <<<"$token")" >/dev/null' EXIT
printf 'Authorization: Bearer %s\\nContent-Type: application/json\\n' "$(jq -r .serviceAccountToken.key <<<"$token")" > /tmp/headers
api() { curl --fail-with-body --silent --show-error --retry 3 --max-time 30 --header @/tmp/headers --request "$1" "https://$ENDPOINT/api/$2" "\${@:3}"; }

jq -c --arg url "$PROMETHEUS" '.[] | if .uid == "prometheus" then .url = $url else . end' /published/sources.json > /tmp/sources
while read -r source; do
  uid=$(jq -r .uid <<<"$source")
  api PUT "datasources/uid/$uid" --data "$source" >/dev/null 2>&1 || api POST datasources --data "$source" >/dev/null
done < /tmp/sources

api GET folders/platform >/dev/null 2>&1 || api POST folders --data '{"uid":"platform","title":"Platform"}' >/dev/null
jq -c '.[]' /published/dashboards.json > /tmp/dashboards
while read -r dashboard; do
  jq -c '{dashboard: (. + {id: null}), folderUid: "platform", overwrite: true, message: "from git"}' <<<"$dashboard" > /tmp/body
  api POST dashboards/db --data @/tmp/body | jq -r '"published " + .uid'
done < /tmp/dashboards
api GET 'search?type=dash-db&folderUIDs=platform&limit=5000' | jq -r '.[].uid' > /tmp/there
while read -r uid; do
  jq -e --arg uid "$uid" 'any(.[]; .uid == $uid)' /published/dashboards.json >/dev/null || api DELETE "dashboards/uid/$uid" | jq -r .message
done < /tmp/there
`;

/**
 * Brings dashboards to a Grafana workspace every hour, named by its id: Amazon Managed Grafana reads no files, and has
 * no tokens that last (docs/adr/0014-dashboards.md). What people change in its folder is undone; what they make
 * elsewhere stays.
 */
export class DashboardPublisher extends AwsObject {
  constructor(scope: Construct, id: string, { workspace, prometheus, dashboards }: DashboardPublisherProps) {
    super(scope, id);
    const uids = new Set<string>();
    for (const { uid, title } of dashboards) {
      if (!uid || !/^[a-zA-Z0-9_-]{1,40}$/.test(uid))
        this.fail(`the dashboard '${title}' has the uid '${uid}', allowed are 40 letters, digits, hyphens and _`);
      if (uids.has(uid)) this.fail(`two dashboards have the uid '${uid}', each needs one of its own`);
      uids.add(uid);
    }
    PodIdentity.beside(this, id, {
      namespace: MONITORING_NAMESPACE,
      serviceAccount: id,
      description: 'Brings dashboards to the Grafana workspace',
      policies: {
        publish: [
          {
            sid: 'TakeToken',
            actions: [
              'grafana:CreateWorkspaceServiceAccount',
              'grafana:CreateWorkspaceServiceAccountToken',
              'grafana:DeleteWorkspaceServiceAccountToken',
              'grafana:ListWorkspaceServiceAccounts',
            ],
            resources: [workspace.arn],
          },
        ],
      },
    });
    this.object('v1', 'ServiceAccount', { automountServiceAccountToken: false });
    this.object('v1', 'ConfigMap', {
      data: {
        'dashboards.json': canonicalJson(dashboards),
        'sources.json': canonicalJson(this.sources(prometheus)),
        'publish.sh': SCRIPT,
      },
    });
    this.object('batch/v1', 'CronJob', {
      spec: {
        schedule: '17 * * * *',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          spec: {
            backoffLimit: 2,
            activeDeadlineSeconds: 600,
            template: {
              metadata: { labels: { 'app.kubernetes.io/name': id } },
              spec: this.pod(workspace, prometheus),
            },
          },
        },
      },
    });
  }

  private object(apiVersion: string, kind: string, fields: object): void {
    const metadata = { name: this.node.id, namespace: MONITORING_NAMESPACE };
    new ApiObject(this, kind, { apiVersion, kind, metadata, ...fields });
  }

  /** https://grafana.com/docs/grafana/latest/developers/http_api/data_source/; the workspace's role signs. */
  private sources({ scrapeIntervalSeconds }: PrometheusWorkspace): object[] {
    const { region } = this.landing;
    const common = { access: 'proxy', editable: false };
    return [
      {
        ...common,
        uid: 'prometheus',
        name: 'Prometheus',
        type: 'prometheus',
        isDefault: true,
        jsonData: {
          httpMethod: 'POST',
          sigV4Auth: true,
          sigV4AuthType: 'ec2_iam_role',
          sigV4Region: region,
          timeInterval: `${scrapeIntervalSeconds}s`,
        },
      },
      {
        ...common,
        uid: 'cloudwatch',
        name: 'CloudWatch',
        type: 'cloudwatch',
        jsonData: { authType: 'ec2_iam_role', defaultRegion: region },
      },
      {
        ...common,
        uid: 'x-ray',
        name: 'X-Ray',
        type: 'grafana-x-ray-datasource',
        jsonData: { authType: 'ec2_iam_role', defaultRegion: region },
      },
    ];
  }

  private pod(workspace: GrafanaWorkspace, prometheus: PrometheusWorkspace): object {
    const environment = {
      HOME: '/tmp',
      AWS_REGION: this.landing.region,
      WORKSPACE: workspace.workspaceId,
      ENDPOINT: workspace.endpoint,
      PROMETHEUS: prometheus.url,
    };
    return {
      serviceAccountName: this.node.id,
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      securityContext: {
        runAsNonRoot: true,
        runAsUser: USER,
        runAsGroup: USER,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'publish',
          image: IMAGE,
          command: ['bash', '/published/publish.sh'],
          env: Object.entries(environment).map(([name, value]) => ({ name, value })),
          resources: containerResources(
            this.node.path,
            { request: '50m', limit: '500m' },
            { request: '128Mi', limit: '256Mi' },
          ),
          securityContext: RESTRICTED_CONTAINER,
          volumeMounts: [
            { name: 'published', mountPath: '/published', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'published', configMap: { name: this.node.id } },
        { name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } },
      ],
    };
  }
}
