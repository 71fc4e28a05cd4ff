import { type LambdaRuntimeName, lambdaRuntimes, RUNTIMES_AS_OF } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as lambda from '../../imports/lambda.services.k8s.aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import type { SecurityGroup } from '../ec2/security-group';
import { Role } from '../iam/role';
import type { Queue } from '../sqs/queue';
import { LambdaPermission } from './permission';
import { networkStatements, runStatements, variableStatements } from './statements';

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
  /** A standard queue that receives asynchronous invocations which failed three times, or waited for six hours. */
  readonly failures: Queue;
  /** What the code reads at run time; nothing secret. Encrypted with the data key, 4 KB in all. @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** What the code may do, by name of the policy. @default nothing but log and trace */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /**
   * Its group, when it has to reach what is inside the VPC; it is in the private subnets then.
   * @default outside the VPC
   */
  readonly securityGroup?: SecurityGroup;
  /**
   * How many may run at once, 0 to 1,000: kept free for it, and never more. 0 stops it.
   * @default what is free in the account
   */
  readonly reservedConcurrency?: number;
  /** @default 'arm64' */
  readonly architecture?: 'arm64' | 'x86_64';
}

/** A .zip archive in S3. */
export interface LambdaCode {
  readonly bucketName: string;
  readonly key: string;
  /**
   * SHA-256 of the archive in base64, as AWS says it: only when it changes does the controller take the archive anew.
   */
  readonly sha256: string;
}

const KIND = 'lambda.services.k8s.aws/Function';
/** Names and values in JSON: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_VARIABLES = 4_096;
/** Lambda sets the others itself: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const VARIABLE = /^(?!AWS_|LAMBDA_)[A-Za-z]\w+$/;

/** A Lambda function with its role. Nobody may invoke it until it is given to them as their target. */
export class LambdaFunction extends AwsObject {
  readonly arn: string;
  readonly role: Role;
  readonly timeout: Duration;
  readonly failures: Queue;
  readonly reservedConcurrency?: number;
  private readonly permissions = new Map<string, string>();

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const { description, runtime, handler, code, timeout, memoryMb, logGroup, failures, variables = {} } = props;
    const { securityGroup, reservedConcurrency, architecture = 'arm64' } = props;
    this.arn = this.arnFor(KIND);
    this.timeout = timeout;
    this.failures = failures;
    this.reservedConcurrency = reservedConcurrency;
    this.requireRuntime(runtime);
    this.requireCode(props);
    this.requireSizes(props);
    this.requireVariables(variables);
    const hasVariables = Object.keys(variables).length > 0;
    this.role = new Role(this, `lambda-${id}`, {
      description: `Of the function ${this.awsName}`,
      assumedBy: { service: 'lambda.amazonaws.com' },
      policies: {
        run: [
          ...runStatements(logGroup),
          ...failures.sendStatements,
          ...(hasVariables ? variableStatements(this.arn, this.landing.keys.data) : []),
        ],
        ...(securityGroup && { network: networkStatements(this.arn, this.landing) }),
        ...props.policies,
      },
    });

    // what AWS has a default for is written out: the controller compares, and takes nothing over
    new lambda.Function(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        description,
        // only where this is written does the controller look at the archive's digest
        packageType: 'Zip',
        runtime,
        handler,
        architectures: [architecture],
        code: { s3Bucket: code.bucketName, s3Key: code.key, sha256: code.sha256 },
        role: this.role.arn,
        timeout: timeout.toSeconds(),
        memorySize: memoryMb,
        ephemeralStorage: { size: 512 },
        ...(hasVariables && { environment: { variables }, kmsKeyArn: this.landing.keys.data }),
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
          destinationConfig: {
            onFailure: { destination: failures.arn },
            // v1.14.1 of the controller always reads one, an empty one where there is none; the version after it does
            // not (https://github.com/aws-controllers-k8s/lambda-controller/pull/228): with that, this line goes
            onSuccess: {},
          },
        },
        reservedConcurrentExecutions: reservedConcurrency,
        ...(securityGroup && {
          vpcConfig: { subnetIDs: [...this.need('vpc').privateSubnetIds], securityGroupIDs: [securityGroup.id] },
        }),
        tags: this.tags,
      },
    });
  }

  /**
   * Lets an AWS service invoke it on behalf of one of its objects, or of any of the account where none is named;
   * `caller` says in lower-case letters, digits and hyphens whose permission it is.
   */
  allowInvoke(service: string, caller: string, sourceArn?: string): void {
    const id = `${this.node.id}-${caller}`;
    const source = `${service} ${sourceArn ?? ''}`;
    const known = this.permissions.get(id);
    if (known === source) return;
    if (known !== undefined) this.fail(`two callers are named '${caller}', each needs its own name`);
    this.permissions.set(id, source);
    new LambdaPermission(this, id, { functionName: this.awsName, service, sourceArn });
  }

  private requireRuntime(runtime: LambdaRuntimeName): void {
    const { until } = lambdaRuntimes[runtime] ?? this.fail(`runtime '${runtime}' is not known, ${supported()}`);
    if (until <= RUNTIMES_AS_OF) this.fail(`runtime '${runtime}' is out of support since ${until}, ${supported()}`);
  }

  private requireCode({ description, handler, code }: LambdaFunctionProps): void {
    this.requireMatch('function name', this.awsName, /^[\w-]{1,64}$/, 'at most 64 letters, digits, hyphens and _');
    this.requireLength('description', description, 256);
    this.requireMatch('handler', handler, /^\S{1,128}$/, '1 to 128 characters without spaces');
    this.requireMatch('code.key', code.key, /^\S{1,1024}$/, '1 to 1,024 characters without spaces');
    this.requireMatch('code.sha256', code.sha256, /^[A-Za-z0-9+/]{43}=$/, 'a SHA-256 in base64, 44 characters');
  }

  private requireSizes({ timeout, memoryMb, reservedConcurrency, failures }: LambdaFunctionProps): void {
    this.requireRange('timeout', timeout.toSeconds(), 1, 900, ' s');
    this.requireRange('memoryMb', memoryMb, 128, 10_240, ' MB');
    if (reservedConcurrency !== undefined)
      this.requireRange('reservedConcurrency', reservedConcurrency, 0, 1_000, ' at once');
    if (failures.isFifo) this.fail(`failures '${failures.node.id}' is a FIFO queue, only a standard queue is allowed`);
  }

  private requireVariables(variables: Readonly<Record<string, string>>): void {
    for (const name of Object.keys(variables))
      this.requireMatch(
        'variable',
        name,
        VARIABLE,
        '2 or more letters, digits and _, a letter first, not AWS_ or LAMBDA_',
      );
    this.requireLength('variables', JSON.stringify(variables), LONGEST_VARIABLES);
  }
}

function supported(): string {
  const names = Object.entries(lambdaRuntimes).flatMap(([name, { until }]) => (until > RUNTIMES_AS_OF ? name : []));
  return `supported are ${names.join(', ')}`;
}
