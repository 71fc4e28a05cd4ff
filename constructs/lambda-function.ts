import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as lambda from '../imports/lambda.services.k8s.aws';
import { formatArn } from '../lib/aws/arn';
import { type LambdaRuntimeName, lambdaRuntimes, RUNTIMES_AS_OF } from '../lib/aws/lambda-runtimes';
import { AwsObject } from './aws-object';
import { LambdaPermission } from './lambda-permission';
import type { LogGroup } from './log-group';
import type { Statement } from './policy';
import type { Queue } from './queue';
import { Role } from './role';
import type { SecurityGroup } from './security-group';

/** Bounds: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export interface LambdaFunctionProps {
  /** At most 256 characters. */
  readonly description: string;
  readonly runtime: LambdaRuntimeName;
  /** What of the code is called, at most 128 characters. */
  readonly handler: string;
  readonly code: LambdaCode;
  /** 1 to 900 s. */
  readonly timeout: Duration;
  /** 128 to 10,240 MB. More memory is more CPU. */
  readonly memoryMb: number;
  /** Where it writes what it logs, as JSON. */
  readonly logGroup: LogGroup;
  /** A standard queue that receives invocations which failed for good. */
  readonly failures: Queue;
  /** What the code reads at run time; nothing secret. Encrypted with the data key. @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** What the code may do, by name of the policy. @default nothing but log and trace */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** Its group, when it has to reach what is inside the VPC; it is in the private subnets then. @default outside the VPC */
  readonly securityGroup?: SecurityGroup;
  /** How many may run at once: kept free for it, and never more. @default what is free in the account */
  readonly reservedConcurrency?: number;
  /** @default 'arm64' */
  readonly architecture?: 'arm64' | 'x86_64';
}

/** A .zip archive in S3. */
export interface LambdaCode {
  readonly bucketName: string;
  readonly key: string;
  /** SHA-256 of the archive in base64, as AWS says it: only when it changes does the controller take the archive anew. */
  readonly sha256: string;
}

const KIND = 'lambda.services.k8s.aws/Function';
/** 3 KB for ARN, name and the like stay free. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MOST_VARIABLES = 4_096;

/** A Lambda function with its role. It may log and trace; nobody may invoke it until it is given to them as their target. */
export class LambdaFunction extends AwsObject {
  readonly arn: string;
  readonly role: Role;
  readonly timeout: Duration;
  private readonly permissions = new Map<string, string>();

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    this.arn = this.arnFor(KIND);
    this.timeout = props.timeout;
    this.requireSound(props);
    const { region, outputs } = this.environment;
    const { description, runtime, handler, code, memoryMb, logGroup, failures, variables, securityGroup } = props;
    this.role = new Role(this, `lambda-${id}`, {
      description: `Of the function ${this.awsName}`,
      assumedBy: { service: 'lambda.amazonaws.com' },
      policies: {
        run: [
          {
            sid: 'WriteLogs',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [`${logGroup.arn}:*`],
          },
          {
            sid: 'Trace',
            actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
            everyResource: { because: 'IAM knows no resource of these actions' },
          },
          { sid: 'KeepFailures', actions: ['sqs:SendMessage'], resources: [failures.arn] },
          {
            sid: 'EncryptFailures',
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [outputs.keys.messaging],
            conditions: { StringEquals: { 'kms:ViaService': `sqs.${region}.amazonaws.com` } },
          },
          ...(variables ? [this.decryptVariables()] : []),
        ],
        ...(securityGroup && { network: this.networkStatements() }),
        ...props.policies,
      },
    });

    new lambda.Function(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        description,
        // the controller looks at the digest of archives only where this is written
        packageType: 'Zip',
        runtime,
        handler,
        architectures: [props.architecture ?? 'arm64'],
        code: { s3Bucket: code.bucketName, s3Key: code.key, sha256: code.sha256 },
        role: this.role.arn,
        timeout: props.timeout.toSeconds(),
        memorySize: memoryMb,
        ephemeralStorage: { size: 512 },
        ...(variables && { environment: { variables }, kmsKeyArn: outputs.keys.data }),
        loggingConfig: {
          logFormat: 'JSON',
          applicationLogLevel: 'INFO',
          systemLogLevel: 'INFO',
          logGroup: logGroup.awsName,
        },
        tracingConfig: { mode: 'Active' },
        snapStart: { applyOn: 'None' },
        functionEventInvokeConfig: {
          maximumRetryAttempts: 2,
          maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
          destinationConfig: { onFailure: { destination: failures.arn } },
        },
        reservedConcurrentExecutions: props.reservedConcurrency,
        ...(securityGroup && {
          vpcConfig: { subnetIDs: outputs.privateSubnetIds, securityGroupIDs: [securityGroup.id] },
        }),
        tags: this.tags,
      },
    });
  }

  /** Lets an AWS service invoke it on behalf of one of its objects; `caller` names that object in one word. */
  allowInvoke(service: string, caller: string, sourceArn: string): void {
    const id = `${this.node.id}-${caller}`;
    const known = this.permissions.get(id);
    if (known === sourceArn) return;
    if (known !== undefined) this.fail(`two callers are named '${caller}'`);
    this.permissions.set(id, sourceArn);
    new LambdaPermission(this, id, { functionName: this.awsName, service, sourceArn });
  }

  private requireSound({
    description,
    runtime,
    handler,
    code,
    timeout,
    memoryMb,
    ...props
  }: LambdaFunctionProps): void {
    this.requireMatch('function name', this.awsName, /^[\w-]{1,64}$/, 'at most 64 letters, digits, hyphens and _');
    this.requireLength('description', description, 256);
    const { until } = lambdaRuntimes[runtime] ?? this.fail(`runtime '${runtime}' is not known, ${supported()}`);
    if (until <= RUNTIMES_AS_OF) this.fail(`runtime '${runtime}' is out of support since ${until}, ${supported()}`);
    this.requireMatch('handler', handler, /^[^\s]{1,128}$/, 'at most 128 characters without spaces');
    this.requireMatch('code.sha256', code.sha256, /^[A-Za-z0-9+/]{43}=$/, 'a SHA-256 in base64, 44 characters');
    this.requireMatch('code.key', code.key, /^\S{1,1024}$/, '1 to 1,024 characters without spaces');
    this.requireRange('timeout', timeout.toSeconds(), 1, 900, ' s');
    this.requireRange('memoryMb', memoryMb, 128, 10_240, ' MB');
    if (props.reservedConcurrency !== undefined)
      this.requireRange('reservedConcurrency', props.reservedConcurrency, 0, 1_000);
    if (props.failures.isFifo)
      this.fail(`failures '${props.failures.node.id}' is a FIFO queue, only a standard one is allowed`);
    for (const name of Object.keys(props.variables ?? {}))
      this.requireMatch('variable', name, /^(?!AWS_|_)[A-Za-z]\w+$/, 'letters, digits and _, a letter first, not AWS_');
    this.requireLength('variables', JSON.stringify(props.variables ?? {}), MOST_VARIABLES);
  }

  private decryptVariables(): Statement {
    return {
      sid: 'DecryptVariables',
      actions: ['kms:Decrypt'],
      resources: [this.environment.outputs.keys.data],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:lambda:FunctionArn': this.arn } },
    };
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
  private networkStatements(): Statement[] {
    const { account, region } = this.environment;
    const everythingOfEc2 = formatArn({ partition: this.partition, service: 'ec2', region, account, resource: '*/*' });
    return [
      {
        sid: 'FindSubnets',
        actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
        everyResource: { because: 'IAM knows no resource of these actions' },
      },
      {
        sid: 'UseInterfaces',
        actions: [
          'ec2:AssignPrivateIpAddresses',
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:UnassignPrivateIpAddresses',
        ],
        resources: [everythingOfEc2],
      },
      {
        // Lambda itself makes the interfaces; the code has no business with them
        sid: 'DenyCode',
        effect: 'Deny',
        actions: [
          'ec2:AssignPrivateIpAddresses',
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:UnassignPrivateIpAddresses',
        ],
        resources: ['*'],
        conditions: { ArnEquals: { 'lambda:SourceFunctionArn': this.arn } },
      },
    ];
  }
}

function supported(): string {
  const names = Object.entries(lambdaRuntimes).flatMap(([name, { until }]) => (until > RUNTIMES_AS_OF ? name : []));
  return `supported are ${names.join(', ')}`;
}
