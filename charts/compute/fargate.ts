import type { Construct } from 'constructs';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { FargateLogging } from '../../constructs/eks/fargate-logging';
import { FargateProfile } from '../../constructs/eks/fargate-profile';
import { IrsaServiceAccount } from '../../constructs/eks/irsa-service-account';
import { Namespace } from '../../constructs/kubernetes/namespace';
import type { Environment } from '../../environments';
import type { EventBridge } from '../messaging/eventbridge';
import { PlatformChart } from '../platform-chart';
import { quotaOf } from '../quota';

/** Pods without nodes: everything in the namespace fargate. */
export class Fargate extends PlatformChart {
  readonly pods = new Namespace(this, 'fargate', {
    pods: { reaches: ['aws'], quota: quotaOf(this.environment.quotas.fargate) },
  });

  readonly logGroup = new LogGroup(this, 'fargate-pods', {
    awsPrefix: `/aws/eks/${this.environment.outputs.clusterName}/`,
    retentionDays: this.environment.compute.fargateLogRetentionDays,
  });

  readonly logging = new FargateLogging(this, 'logging', this.logGroup);

  readonly profile = new FargateProfile(this, 'serverless', { namespaces: [this.pods], logGroup: this.logGroup });

  constructor(scope: Construct, id: string, environment: Environment, { eventBridge }: { eventBridge: EventBridge }) {
    super(scope, id, environment);
    new IrsaServiceAccount(this, 'event-publisher', {
      namespace: this.pods,
      description: 'Lets Pods on Fargate tell the platform what they did',
      policies: {
        'publish-events': [
          {
            sid: 'PutEvents',
            actions: ['events:PutEvents'],
            resources: [eventBridge.applicationEvents.arn],
            conditions: { StringEquals: { 'events:source': 'fargate.platform' } },
          },
        ],
      },
    });
  }
}
