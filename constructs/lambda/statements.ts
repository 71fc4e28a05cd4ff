import { formatArn, type Place, partitionOf } from '@aws-platform/engine/aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import type { Action, Statement } from '../core/policy-document';

/** What every function's role may do: log and trace. */
export function runStatements(logGroup: LogGroup): Statement[] {
  return [
    { sid: 'WriteLogs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroup.arn}:*`] },
    {
      sid: 'Trace',
      actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
      everyResource: { because: 'IAM knows no resource of these actions' },
    },
  ];
}

/**
 * The key of its variables, for this function's alone. Lambda makes a grant of the key to the role as well, but to the
 * role as it is: one that is made anew under the same name has none
 * (https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors).
 */
export function variableStatements(functionArn: string, keyArn: string): Statement[] {
  return [
    {
      sid: 'DecryptVariables',
      actions: ['kms:Decrypt'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:lambda:FunctionArn': functionArn } },
    },
  ];
}

const INTERFACES: readonly Action[] = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * What Lambda itself does in the name of a function inside the VPC. It wants DeleteNetworkInterface of everything; the
 * code gets none of it:
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
export function networkStatements(functionArn: string, { account, region }: Place): Statement[] {
  const partition = partitionOf(region);
  return [
    {
      sid: 'FindSubnets',
      actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
      everyResource: { because: 'IAM knows no resource of these actions' },
    },
    {
      sid: 'UseInterfaces',
      actions: INTERFACES,
      resources: [formatArn({ partition, service: 'ec2', region, account, resource: '*/*' })],
    },
    {
      sid: 'DenyCode',
      effect: 'Deny',
      actions: [...INTERFACES, 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
      resources: ['*'],
      conditions: { ArnEquals: { 'lambda:SourceFunctionArn': functionArn } },
    },
  ];
}
