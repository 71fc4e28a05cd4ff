import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { type Action, onlyThrough, type Statement } from '../../constructs/core/policy-document';
import type { Table } from '../../constructs/dynamodb/table';
import { LambdaEventSource } from '../../constructs/lambda/event-source-mapping';
import { LambdaFunction, type LambdaFunctionProps } from '../../constructs/lambda/function';
import { sendEmailStatement } from '../../constructs/ses/statements';
import type { Environment } from '../../environments';
import type { DynamoDb } from '../data/dynamodb';
import type { Rds } from '../data/rds';
import type { Sqs } from '../messaging/sqs';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import { requireMade } from '../require-made';
import type { ExternalSecrets } from '../security/external-secrets';
import type { S3 } from '../storage/s3';
import { unreleased } from './unreleased';

interface LambdaUses {
  readonly dynamoDb: DynamoDb;
  readonly ec2: Ec2;
  readonly externalSecrets: ExternalSecrets;
  readonly rds: Rds;
  readonly s3: S3;
  readonly sqs: Sqs;
}

/** What a function is in every environment; what one environment has otherwise stands there, in `functions.sizes`. */
interface FunctionEntry extends Omit<LambdaFunctionProps, 'code' | 'failures' | 'logGroup' | 'memoryMb'> {
  /** @default the environment's, 256 MB where it has none */
  readonly memoryMb?: number;
}

const NODE = { runtime: 'nodejs24.x', handler: 'index.handler' } as const;
const PYTHON = { runtime: 'python3.14', handler: 'app.lambda_handler' } as const;
const JAVA = { runtime: 'java21', handler: 'com.company.Handler' } as const;

/**
 * The platform's functions, what each may do, and the bucket, queue and stream that call them. Topics, rules and
 * secrets name theirs.
 */
export class Lambda extends PlatformChart {
  /** Of all functions. */
  readonly logs = new LogGroup(this, 'platform-functions', {
    awsPrefix: '/aws/lambda/',
    retentionDays: this.environment.functions.logRetentionDays,
  });

  readonly apiProcessing: LambdaFunction;
  readonly apiHandler: LambdaFunction;
  readonly authorizeConnection: LambdaFunction;
  readonly dataProcessing: LambdaFunction;
  readonly eventProcessor: LambdaFunction;
  readonly userEventProcessor: LambdaFunction;
  readonly welcomeEmail: LambdaFunction;
  readonly notifyTeams: LambdaFunction;
  readonly buildNotifications: LambdaFunction;
  readonly validateOrder: LambdaFunction;
  readonly checkInventory: LambdaFunction;
  readonly processPayment: LambdaFunction;
  readonly fulfillOrder: LambdaFunction;
  readonly rotateDatabaseSecret: LambdaFunction;

  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    private readonly uses: LambdaUses,
  ) {
    super(scope, id, environment);
    const { ec2, rds, sqs } = uses;
    const { orders, sessions, userTable } = uses.dynamoDb;

    this.apiProcessing = this.function('api-processing', {
      ...PYTHON,
      description: 'Answers /api/v1/process from the database',
      memoryMb: 512,
      timeout: Duration.seconds(30),
      securityGroup: ec2.lambda,
      ...this.connected(),
    });
    this.apiHandler = this.function('api-handler', {
      ...NODE,
      description: 'Answers the API',
      memoryMb: 512,
      // the API gives up after 30 s: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
      timeout: Duration.seconds(29),
      policies: {
        work: [
          ...this.items('Users', userTable, READ, WRITE),
          ...this.items('Sessions', sessions, READ, WRITE),
          ...this.items('Orders', orders, READ),
          ...this.tableKey(READ, WRITE),
          ...sqs.orderProcessing.sendStatements,
        ],
      },
    });

    this.authorizeConnection = this.function('authorize-connection', {
      ...NODE,
      description: 'Says who may connect to the WebSocket API',
      // the API waits no longer: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
      timeout: Duration.seconds(10),
    });

    this.dataProcessing = this.function('data-processing', {
      ...JAVA,
      description: 'Processes files that arrive in the data bucket, and jobs of the processing queue',
      timeout: Duration.seconds(900),
      policies: { work: this.files() },
    });
    this.eventProcessor = this.function('event-processor', {
      ...NODE,
      description: 'Handles events of the bus custom-events and changes of users',
      timeout: Duration.seconds(60),
      policies: { work: sqs.userAnalytics.sendStatements },
    });
    this.userEventProcessor = this.function('user-event-processor', {
      ...NODE,
      description: 'Keeps users up to date with what the topic user-events tells',
      timeout: Duration.seconds(30),
      policies: { work: [...this.items('Users', userTable, READ, WRITE), ...this.tableKey(READ, WRITE)] },
    });
    this.welcomeEmail = this.function('welcome-email', {
      ...NODE,
      description: 'Welcomes users who registered',
      timeout: Duration.seconds(30),
      variables: { SENDER: environment.functions.sender },
      policies: { work: [sendEmailStatement(environment.functions.sender, environment)] },
    });

    this.notifyTeams = this.function('notify-teams', {
      ...NODE,
      description: 'Alerts teams whose pipeline failed',
      timeout: Duration.seconds(30),
    });
    this.buildNotifications = this.function('build-notifications', {
      ...NODE,
      description: 'Tells of builds that ended',
      timeout: Duration.seconds(30),
    });

    const order = { ...NODE, timeout: Duration.seconds(30) };
    this.validateOrder = this.function('validate-order', {
      ...order,
      description: 'Checks that an order is complete',
      policies: { work: [...this.items('Orders', orders, READ), ...this.tableKey(READ)] },
    });
    this.checkInventory = this.function('check-inventory', {
      ...order,
      description: 'Checks that everything ordered is there',
      policies: { work: [...this.items('Orders', orders, READ), ...this.tableKey(READ)] },
    });
    this.processPayment = this.function('process-payment', {
      ...order,
      description: 'Takes the payment of an order',
      policies: { work: [...this.items('Orders', orders, READ, UPDATE), ...this.tableKey(READ, UPDATE)] },
    });
    this.fulfillOrder = this.function('fulfill-order', {
      ...order,
      description: 'Has an order packed and sent',
      policies: { work: [...this.items('Orders', orders, READ, UPDATE), ...this.tableKey(READ, UPDATE)] },
    });

    this.rotateDatabaseSecret = this.function('rotate-database-secret', {
      ...PYTHON,
      description: "Changes the password of the database's master user",
      timeout: Duration.seconds(60),
      securityGroup: ec2.lambda,
      // past the proxy, which knows only the password that is being changed
      variables: { DATABASE_HOST: rds.endpoint },
      policies: {
        work: [
          {
            sid: 'MakePassword',
            actions: ['secretsmanager:GetRandomPassword'],
            everyResource: { because: 'IAM knows no resource of this action' },
          },
        ],
      },
    });
    this.eventSources();
    this.requireNames();
  }

  private eventSources(): void {
    const { dynamoDb, s3, sqs } = this.uses;
    // not of every key: what the function writes would call it again
    // (https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html)
    s3.data.notify('incoming', { events: ['s3:ObjectCreated:*'], prefix: INCOMING, to: this.dataProcessing });
    new LambdaEventSource(this, 'processing-queue-to-data-processing', {
      function: this.dataProcessing,
      source: {
        queue: sqs.processing,
        batchSize: 10,
        batchWindow: Duration.seconds(5),
        maximumConcurrency: this.environment.functions.processingConcurrency,
      },
    });
    new LambdaEventSource(this, 'user-table-to-event-processor', {
      function: this.eventProcessor,
      source: {
        streamArn: dynamoDb.userTable.streamArn(['NEW_IMAGE', 'OLD_IMAGE']),
        tableArn: dynamoDb.userTable.arn,
        startingPosition: 'TRIM_HORIZON',
        batchSize: 100,
        batchWindow: Duration.seconds(1),
        retries: 10,
        // the changes behind one that fails wait no longer than that
        maximumAge: Duration.hours(6),
      },
    });
  }

  /** Nothing is said of functions that are not there. */
  private requireNames(): void {
    const { name, functions, code } = this.environment;
    const sizes = { file: `environments/${name}.ts`, field: 'functions.sizes', names: Object.keys(functions.sizes) };
    requireMade(this, LambdaFunction, sizes);
    requireMade(this, LambdaFunction, { file: `environments/code/${name}.json`, names: Object.keys(code) });
  }

  private function(name: string, entry: FunctionEntry): LambdaFunction {
    const { functions, code } = this.environment;
    return new LambdaFunction(this, name, {
      memoryMb: functions.memoryMb ?? 256,
      ...entry,
      ...functions.sizes[name],
      code: { bucketName: this.uses.s3.artifacts.awsName, ...(code[name] ?? unreleased(name)) },
      logGroup: this.logs,
      failures: this.uses.sqs.failedInvocations,
    });
  }

  /** By the proxy, which keeps connections through failovers and takes an IAM token in place of a password. */
  private connected(): Pick<LambdaFunctionProps, 'policies' | 'variables'> {
    const { proxy } = this.uses.rds;
    const { dbname, port, username } = this.uses.externalSecrets.databaseLogin;
    return {
      variables: { DATABASE_URL: `postgresql://${username}@${proxy.endpoint}:${port}/${dbname}?sslmode=verify-full` },
      policies: { work: [{ sid: 'Connect', actions: ['rds-db:connect'], resources: [proxy.userArn(username)] }] },
    };
  }

  /** A table's items, and its indexes' where they are read. */
  private items(what: string, { arn }: Table, ...uses: readonly (readonly Action[])[]): Statement[] {
    const use: Statement = { sid: `Use${what}`, actions: uses.flat(), resources: [arn] };
    if (!uses.includes(READ)) return [use];
    return [use, { sid: `Search${what}`, actions: ['dynamodb:Query'], resources: [`${arn}/index/*`] }];
  }

  /**
   * The key of all tables: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  private tableKey(...uses: readonly (readonly Action[])[]): Statement[] {
    const { region, outputs } = this.environment;
    return [
      {
        sid: 'KeyToTables',
        actions: uses.some((use) => use !== READ)
          ? ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']
          : ['kms:Decrypt'],
        resources: [outputs.keys.data],
        conditions: onlyThrough('dynamodb', region),
      },
    ];
  }

  /** What arrives is read; what is written stands elsewhere, or it would arrive again. */
  private files(): Statement[] {
    const { arn, keyArn, region } = this.uses.s3.data;
    return [
      { sid: 'ReadIncoming', actions: ['s3:GetObject'], resources: [`${arn}/${INCOMING}*`] },
      {
        sid: 'WriteProcessed',
        actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
        resources: [`${arn}/processed/*`],
      },
      {
        sid: 'KeyToFiles',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keyArn],
        conditions: onlyThrough('s3', region),
      },
    ];
  }
}

/** Where files arrive in the data bucket. */
const INCOMING = 'incoming/';

const READ: readonly Action[] = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const UPDATE: readonly Action[] = ['dynamodb:UpdateItem'];
const WRITE: readonly Action[] = ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
