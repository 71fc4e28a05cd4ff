import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { ApiDestination } from '../../constructs/eventbridge/api-destination';
import { Archive } from '../../constructs/eventbridge/archive';
import { Connection } from '../../constructs/eventbridge/connection';
import { EventBus } from '../../constructs/eventbridge/event-bus';
import { EventBusPolicy } from '../../constructs/eventbridge/event-bus-policy';
import { DEFAULT_BUS, Rule } from '../../constructs/eventbridge/rule';
import { SchemaDiscoverer } from '../../constructs/eventbridge/schema-discoverer';
import { SchemaRegistry } from '../../constructs/eventbridge/schema-registry';
import { Role } from '../../constructs/iam/role';
import type { Environment } from '../../environments';
import type { Lambda } from '../application/lambda';
import { PlatformChart } from '../platform-chart';
import type { ExternalSecrets } from '../security/external-secrets';
import type { Sns } from './sns';
import type { Sqs } from './sqs';

interface EventBridgeUses {
  readonly lambda: Lambda;
  readonly sqs: Sqs;
  readonly sns: Sns;
  readonly externalSecrets: ExternalSecrets;
}

const CODEBUILD_STATE_CHANGES = { source: ['aws.codebuild'], 'detail-type': ['CodeBuild Build State Change'] };

/** The platform's event buses, the rules on them, and their archives and schemas. */
export class EventBridge extends PlatformChart {
  readonly platformEvents = new EventBus(this, 'platform-events', { description: 'Deployments and builds' });

  readonly applicationEvents = new EventBus(this, 'application-events', { description: 'Application domain events' });

  readonly infrastructureEvents = new EventBus(this, 'infrastructure-events', {
    description: 'Infrastructure and system events',
  });

  readonly customEvents = new EventBus(this, 'custom-events', { description: 'Events for the event processor' });

  constructor(scope: Construct, id: string, environment: Environment, uses: EventBridgeUses) {
    super(scope, id, environment);
    this.archives();
    this.accessAndSchemas();
    this.rules(uses);
    this.incidentWebhook(uses);
  }

  private archives(): void {
    const { archiveRetentionDays } = this.environment.messaging;
    for (const bus of [this.platformEvents, this.applicationEvents, this.infrastructureEvents, this.customEvents])
      new Archive(this, `${bus.node.id}-archive`, {
        bus,
        description: `Every event of ${bus.node.id}, for replay`,
        retention: Duration.days(archiveRetentionDays),
      });
  }

  private accessAndSchemas(): void {
    const { eventSourceAccounts } = this.environment.messaging;
    if (eventSourceAccounts.length > 0)
      new EventBusPolicy(this, 'application-events-policy', {
        bus: this.applicationEvents,
        accounts: eventSourceAccounts,
      });
    new SchemaRegistry(this, 'platform-schemas', { description: 'Schemas that teams publish for their events' });
    new SchemaDiscoverer(this, 'application-events-discoverer', {
      bus: this.applicationEvents,
      description: 'Schemas of the application domain events',
    });
  }

  private rules({ lambda, sqs, sns }: EventBridgeUses): void {
    const deadLetterQueue = sqs.undeliveredEvents;

    new Rule(this, 'deployment-events', {
      bus: this.platformEvents,
      description: 'Jenkins pipelines that changed their state',
      pattern: { source: ['jenkins.platform'], 'detail-type': ['Jenkins Pipeline Execution State Change'] },
      deadLetterQueue,
      targets: [
        { id: 'notify-teams', function: lambda.notifyTeams },
        {
          id: 'deployment-notifications',
          topic: sns.deploymentNotifications,
          input: {
            paths: { pipeline: '$.detail.pipeline', state: '$.detail.state', time: '$.time' },
            template: '"Pipeline <pipeline> is <state> since <time>"',
          },
        },
      ],
    });

    // AWS services put their events on the default bus only
    const forwardRole = new Role(this, 'eventbridge-forward-build-events', {
      description: 'Lets EventBridge forward CodeBuild events from the default bus to platform-events',
      assumedBy: {
        service: 'events.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': this.environment.account } },
      },
      policies: {
        'put-events': [{ sid: 'PutEvents', actions: ['events:PutEvents'], resources: [this.platformEvents.arn] }],
      },
    });
    new Rule(this, 'build-events-forward', {
      bus: DEFAULT_BUS,
      description: 'Forwards CodeBuild state changes to platform-events',
      pattern: CODEBUILD_STATE_CHANGES,
      deadLetterQueue,
      targets: [{ id: 'platform-events', bus: this.platformEvents, role: forwardRole }],
    });
    new Rule(this, 'build-events', {
      bus: this.platformEvents,
      description: 'CodeBuild builds that changed their state',
      pattern: CODEBUILD_STATE_CHANGES,
      deadLetterQueue,
      targets: [{ id: 'build-notifications', function: lambda.buildNotifications }],
    });

    new Rule(this, 'user-registration-rule', {
      bus: this.applicationEvents,
      description: 'Users who registered',
      pattern: { source: ['user-service'], 'detail-type': ['User Registered'] },
      deadLetterQueue,
      targets: [
        { id: 'welcome-email', function: lambda.welcomeEmail },
        { id: 'user-analytics', queue: sqs.userAnalytics },
        { id: 'audit-log', topic: sns.auditLog },
      ],
    });

    new Rule(this, 'custom-events-to-event-processor', {
      bus: this.customEvents,
      description: 'Every event of the bus, for the event processor',
      pattern: { account: [this.environment.account] },
      deadLetterQueue,
      targets: [
        {
          id: 'event-processor',
          function: lambda.eventProcessor,
          retry: { attempts: 10, maxAge: Duration.hours(1) },
        },
      ],
    });
  }

  private incidentWebhook({ sqs, externalSecrets }: EventBridgeUses): void {
    const { endpoint, ratePerSecond } = this.environment.messaging.incidentWebhook;
    const connection = new Connection(this, 'incident-webhook', {
      description: 'Signs in at the incident management',
      apiKey: { header: 'x-api-key', secret: externalSecrets.incidentWebhook.key('apiKey') },
    });
    const apiDestination = new ApiDestination(this, 'incident-webhook-events', {
      connection,
      description: 'Opens incidents for critical infrastructure events',
      endpoint,
      method: 'POST',
      ratePerSecond,
    });
    const role = new Role(this, 'eventbridge-open-incidents', {
      description: 'Lets EventBridge call the incident management',
      assumedBy: {
        service: 'events.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': this.environment.account } },
      },
      policies: {
        invoke: [{ sid: 'Invoke', actions: ['events:InvokeApiDestination'], resources: [apiDestination.arnPattern] }],
      },
    });
    new Rule(this, 'critical-infrastructure-events', {
      bus: this.infrastructureEvents,
      description: 'Critical infrastructure events, as incidents',
      pattern: { detail: { severity: ['CRITICAL'] } },
      deadLetterQueue: sqs.undeliveredEvents,
      targets: [{ id: 'incident-webhook', apiDestination, role }],
    });
  }
}
