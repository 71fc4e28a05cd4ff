import type { Construct } from 'constructs';
import { FargateLogging } from '../../constructs/fargate-logging';
import { FargateProfile } from '../../constructs/fargate-profile';
import { IrsaServiceAccount } from '../../constructs/irsa-service-account';
import { LogGroup } from '../../constructs/log-group';
import { Namespace } from '../../constructs/namespace';
import { quotaOf } from '../../constructs/namespace-resources';
import { PlatformChart } from '../../constructs/platform-chart';
import type { Environment } from '../../environments';
import type { EventBridge } from '../messaging/eventbridge';

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
