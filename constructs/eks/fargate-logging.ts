import { InputError } from '@aws-platform/engine/errors';
import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { Landing } from '../core/landing';
import { Namespace } from '../kubernetes/namespace';

/** Both names are AWS's: https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html */
const NAMESPACE = 'aws-observability';
const CONFIG_MAP = 'aws-logging';
const LONGEST = 5_300;

/**
 * Sends what Pods on Fargate write to a log group, through the log router that Fargate runs itself: agents of the nodes
 * do not reach them. Pods that run already keep the configuration that they were started with.
 */
export class FargateLogging extends Construct {
  constructor(scope: Construct, id: string, logGroup: LogGroup) {
    super(scope, id);
    new Namespace(this, NAMESPACE, { labels: { 'aws-observability': 'enabled' }, pods: 'none' });
    const data = {
      'filters.conf': [
        section('FILTER', { Name: 'parser', Match: 'kube.*', Key_Name: 'log', Parser: 'cri' }),
        section('FILTER', { Name: 'kubernetes', Match: 'kube.*', Merge_Log: 'On', Keep_Log: 'Off', Buffer_Size: '0' }),
      ].join(''),
      'output.conf': section('OUTPUT', {
        Name: 'cloudwatch_logs',
        Match: 'kube.*',
        region: Landing.of(this).region,
        log_group_name: logGroup.awsName,
        log_stream_prefix: 'fargate-',
        auto_create_group: 'false',
      }),
      'parsers.conf': section('PARSER', {
        Name: 'cri',
        Format: 'regex',
        Regex: '^(?<time>\\S+) (?<stream>stdout|stderr) (?<logtag>[FP]) (?<log>.*)$',
        Time_Key: 'time',
        Time_Format: '%Y-%m-%dT%H:%M:%S.%L%z',
      }),
    };
    const length = Object.values(data).join('').length;
    if (length > LONGEST)
      throw new InputError(`${this.node.path}: ${length} characters of configuration, at most ${LONGEST} are allowed`);
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: CONFIG_MAP, namespace: NAMESPACE },
      data,
    });
  }
}

/** In Fluent Bit's classic format, in which Fargate wants keys further in than titles. */
function section(title: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => `    ${key} ${value}\n`);
  return `[${title}]\n${lines.join('')}`;
}
