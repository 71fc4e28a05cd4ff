import { definitionProblems, LARGEST_DEFINITION, LONGEST_EXPRESS, MOST } from '@aws-platform/engine/aws';
import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as sfn from '../../imports/sfn.services.k8s.aws';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import { tagList } from '../core/tags';
import { Role } from '../iam/role';
import { renderFlow, tasksIn } from './render';
import type { Flow } from './state';

/** Bounds: https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
export interface StateMachineProps {
  /** What it does, for people who read the definition. */
  readonly comment: string;
  /**
   * `STANDARD` does every step once, for up to a year, and shows each; `EXPRESS` may repeat itself, ends after 5
   * minutes, and costs less where there are many. AWS cannot change it later, and the controller does not say so: a new
   * one needs a new name.
   */
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Its states, made with `flow`. */
  readonly definition: Flow;
  /** How long an execution may take; at most 5 minutes for `EXPRESS`. @default as long as its type allows */
  readonly timeout?: Duration;
  /** How long CloudWatch keeps what happened. */
  readonly logRetentionDays: number;
  /** Whether input and output of states, which may be personal, are logged too. @default false */
  readonly logData?: boolean;
}

const KIND = 'sfn.services.k8s.aws/StateMachine';
/**
 * Beyond it names would be no names for metrics and ARNs:
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const NAME = /^[A-Za-z0-9_-]{1,80}$/;

/**
 * A state machine with its role and its log group. Its definition is JSONata throughout; the role may do what the tasks
 * of the definition need. Encrypted with AWS's own key: the kind has no field for another.
 */
export class StateMachine extends AwsObject {
  readonly arn: string;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: StateMachineProps) {
    super(scope, id);
    const { type, logRetentionDays, logData = false } = props;
    this.requireMatch('state machine name', this.awsName, NAME, 'at most 80 letters, digits, hyphens and _');
    const definition = this.requireDefinition(props);
    this.arn = this.arnFor(KIND);
    // this prefix keeps AWS from writing every group into one policy of limited length:
    // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    this.logGroup = new LogGroup(this, id, { awsPrefix: '/aws/vendedlogs/states/', retentionDays: logRetentionDays });
    this.role = new Role(this, `states-${id}`, {
      description: `Of the state machine ${this.awsName}`,
      assumedBy: {
        service: 'states.amazonaws.com',
        // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
        conditions: {
          ArnLike: { 'aws:SourceArn': this.arn },
          StringEquals: { 'aws:SourceAccount': this.landing.account },
        },
      },
      policies: { observe: OBSERVE, ...this.workPolicy(props.definition) },
    });

    new sfn.StateMachine(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        type,
        definition,
        roleArn: this.role.arn,
        loggingConfiguration: {
          level: 'ALL',
          includeExecutionData: logData,
          destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: `${this.logGroup.arn}:*` } }],
        },
        tracingConfiguration: { enabled: true },
        tags: tagList(this.tags),
      },
    });
  }

  private requireDefinition({ comment, type, definition, timeout }: StateMachineProps): string {
    const express = type === 'EXPRESS';
    if (timeout) this.requireRange('timeout', timeout.toSeconds(), 1, express ? LONGEST_EXPRESS : MOST, ' s');
    const rendered = {
      Comment: comment,
      QueryLanguage: 'JSONata',
      TimeoutSeconds: timeout?.toSeconds(),
      ...renderFlow(definition),
    };
    for (const { at, message } of definitionProblems(JSON.parse(JSON.stringify(rendered)), { express }))
      this.fail(`definition${at === '' ? '' : `.${at}`}: ${message}`);
    for (const { name, task } of tasksIn(definition))
      if (task.calls.waitsForToken && !task.timeout)
        this.fail(`definition: the task ${name} waits for an answer, so it needs a timeout`);
    const text = canonicalJson(rendered);
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_DEFINITION)
      this.fail(`definition has ${bytes} bytes, at most ${LARGEST_DEFINITION} (1 MB) are allowed`);
    return text;
  }

  /** Statements of one Sid speak of the same actions: together they are one, with the resources of all. */
  private workPolicy(definition: Flow): { readonly work?: Statement[] } {
    const bySid = new Map<string, Statement>();
    for (const statement of tasksIn(definition).flatMap(({ task }) => task.calls.statements)) {
      const resources = [...(bySid.get(statement.sid)?.resources ?? []), ...(statement.resources ?? [])];
      bySid.set(statement.sid, { ...statement, resources: [...new Set(resources)] });
    }
    return bySid.size > 0 ? { work: [...bySid.values()] } : {};
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy and …/dg/xray-iam.html */
const OBSERVE: readonly Statement[] = [
  {
    sid: 'DeliverLogs',
    actions: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    everyResource: { because: 'deliveries are no resources that IAM knows' },
  },
  {
    sid: 'Trace',
    actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    everyResource: { because: 'IAM knows no resource of these actions' },
  },
];
