import type { Construct } from 'constructs';
import * as cloudwatch from '../../imports/cloudwatch.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Topic } from '../sns/topic';
import type { MetricAlarm } from './metric-alarm';

/** Bounds: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export interface CompositeAlarmProps {
  /** At most 1,024 characters. */
  readonly description: string;
  /** It is in alarm when one of these is: 1 to 100, all of its region. */
  readonly anyOf: readonly (MetricAlarm | CompositeAlarm)[];
  /** Is told when it begins and when it is over; in the alarm's region. @default nobody */
  readonly topic?: Topic;
  /** @default the home region */
  readonly region?: string;
}

/** How many alarms a composite alarm can have, and how long its rule can be. */
export const MOST_CHILDREN = 100;
export const LONGEST_RULE = 10_240;

const KIND = 'cloudwatch.aws.m.upbound.io/CompositeAlarm';
const OR = ' OR ';

/** An alarm over alarms: one light for a part of the platform, or for all of it. */
export class CompositeAlarm extends AwsObject {
  readonly arn: string;
  readonly region: string;

  constructor(scope: Construct, id: string, props: CompositeAlarmProps) {
    super(scope, id);
    const { description, anyOf, topic, region = this.landing.region } = props;
    this.region = region;
    this.arn = this.arnIn(region, KIND);
    this.requireMatch('alarm name', this.awsName, /^[^\p{Cc}]{1,255}$/u, '1 to 255 characters, no control characters');
    this.requireLength('description', description, 1_024);
    this.requireRange('anyOf', anyOf.length, 1, MOST_CHILDREN, ' alarms');
    for (const alarm of anyOf)
      if (alarm.region !== region)
        this.fail(`the alarm '${alarm.node.id}' is in ${alarm.region}, only alarms of ${region} are allowed`);
    const rule = anyOf.map((alarm) => term(alarm.arn)).join(OR);
    this.requireLength('rule', rule, LONGEST_RULE);
    if (topic && topic.region !== region)
      this.fail(
        `the topic '${topic.node.id}' is in ${topic.region}, allowed are those of the alarm's region ${region}`,
      );
    topic?.allowAlarms();
    const actions = topic && [topic.arn];

    new cloudwatch.CompositeAlarm(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region,
          alarmDescription: description,
          alarmRule: rule,
          actionsEnabled: true,
          alarmActions: actions,
          okActions: actions,
          tags: this.tags,
        },
      },
    });
  }
}

/** By ARN, not by name: what a rule names has to be there first, and the whole tree is searched for it. */
function term(arn: string): string {
  return `ALARM("${arn}")`;
}

/** Alarms in as few groups as rules can hold. */
export function groupsForRules<T extends { readonly arn: string }>(alarms: readonly T[]): T[][] {
  const groups: T[][] = [];
  let length = 0;
  for (const alarm of alarms) {
    const more = term(alarm.arn).length + OR.length;
    const group = groups.at(-1);
    if (group && group.length < MOST_CHILDREN && length + more <= LONGEST_RULE) {
      group.push(alarm);
      length += more;
    } else {
      groups.push([alarm]);
      length = more;
    }
  }
  return groups;
}
