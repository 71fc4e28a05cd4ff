import { formatArn, LOG_RETENTION_DAYS } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { GraphQLError } from 'graphql';
import * as appsync from '../../imports/appsync.aws.m.upbound.io';
import * as logs from '../../imports/cloudwatchlogs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { Role } from '../iam/role';
import { type GraphqlAuthMode, GraphqlSchema } from './graphql-schema';

/** Who may call: roles by IAM, or users of a Cognito pool. */
export type GraphqlAuthentication = 'iam' | { /** May be late. */ readonly userPoolId: string };

/** Bounds: https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html */
export interface GraphqlApiProps {
  /** In GraphQL's own language, at most 1 MB (https://docs.aws.amazon.com/general/latest/gr/appsync.html). */
  readonly schema: string;
  /**
   * Each at most once. The first is for every field without a directive of another; no key that anybody could hold is
   * among them.
   */
  readonly authentication: readonly [GraphqlAuthentication, ...GraphqlAuthentication[]];
  /** How long CloudWatch keeps what it logs. */
  readonly logRetentionDays: number;
  /** How deep a query may go into what it asks for, 1 to 75. @default 10 */
  readonly queryDepth?: number;
  /** How many resolvers a request may need, 1 to 10,000. @default 100 */
  readonly resolverCount?: number;
  /** Keeps the answers of resolvers that say so. @default none */
  readonly cache?: GraphqlCache;
}

/** https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html */
export interface GraphqlCache {
  readonly size: 'SMALL' | 'MEDIUM' | 'LARGE' | 'XLARGE' | 'LARGE_2X' | 'LARGE_4X' | 'LARGE_8X' | 'LARGE_12X';
  /** 1 s to 1 h, for resolvers that say nothing shorter. */
  readonly timeToLive: Duration;
}

const LARGEST_SCHEMA = 1_048_576;

/**
 * An AppSync GraphQL API. Its log group is there before AppSync writes to it, so that it is encrypted and forgets;
 * AppSync may not make one itself. Schemas cannot be asked for, and errors alone are logged, without what was asked.
 */
export class GraphqlApi extends AwsObject {
  /** Late. */
  readonly id: string;
  /** Late. */
  readonly arn: string;
  readonly schema: GraphqlSchema;

  constructor(scope: Construct, id: string, props: GraphqlApiProps) {
    super(scope, id);
    const { authentication, cache, queryDepth = 10, resolverCount = 100 } = props;
    this.requireLength('API name', this.awsName, 65_536);
    this.requireRange('queryDepth', queryDepth, 1, 75);
    this.requireRange('resolverCount', resolverCount, 1, 10_000);
    this.schema = this.requireSchema(props);
    const [first, ...others] = authentication.map((one) => this.renderAuthentication(one));
    const resource = new appsync.GraphQlapi(this, 'Resource', {
      // AWS names it: the provider keeps that in the external name
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          name: this.awsName,
          schema: props.schema,
          ...first,
          ...(first?.userPoolConfig && { userPoolConfig: { ...first.userPoolConfig, defaultAction: 'ALLOW' } }),
          additionalAuthenticationProvider: others.length > 0 ? others : undefined,
          visibility: 'GLOBAL',
          introspectionConfig: 'DISABLED',
          queryDepthLimit: queryDepth,
          resolverCountLimit: resolverCount,
          logConfig: { cloudwatchLogsRoleArn: this.logRole().arn, fieldLogLevel: 'ERROR', excludeVerboseContent: true },
          xrayEnabled: true,
          tags: this.tags,
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
    this.arn = late(resource, 'status.atProvider.arn');
    this.logGroup(props.logRetentionDays);
    if (cache) this.cache(cache);
  }

  private requireSchema({ schema: text, authentication }: GraphqlApiProps): GraphqlSchema {
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_SCHEMA) this.fail(`schema has ${bytes} bytes, at most ${LARGEST_SCHEMA} (1 MB) are allowed`);
    const modes = authentication.map((one): GraphqlAuthMode => (one === 'iam' ? 'iam' : 'userPool'));
    const twice = modes.find((mode, index) => modes.indexOf(mode) !== index);
    if (twice) this.fail(`authentication has ${twice} twice, each is allowed once`);
    const schema = this.readSchema(text);
    for (const problem of schema.problems(modes)) this.fail(`schema: ${problem}`);
    return schema;
  }

  private readSchema(text: string): GraphqlSchema {
    try {
      return new GraphqlSchema(text);
    } catch (error) {
      const { message, locations } = error as GraphQLError;
      return this.fail(`schema is no GraphQL: ${message} (line ${locations?.[0]?.line})`);
    }
  }

  private renderAuthentication(one: GraphqlAuthentication) {
    if (one === 'iam') return { authenticationType: 'AWS_IAM' };
    return {
      authenticationType: 'AMAZON_COGNITO_USER_POOLS',
      userPoolConfig: { awsRegion: this.landing.region, userPoolId: one.userPoolId },
    };
  }

  /** https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html, but for `logs:CreateLogGroup`. */
  private logRole(): Role {
    const { region, account } = this.landing;
    const resource = 'log-group:/aws/appsync/apis/*';
    return new Role(this, `${this.node.id}-graphql-logs`, {
      description: `Lets AppSync log requests to ${this.awsName}`,
      assumedBy: { service: 'appsync.amazonaws.com' },
      policies: {
        log: [
          {
            sid: 'WriteLogs',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [formatArn({ partition: this.partition, service: 'logs', region, account, resource })],
          },
        ],
      },
    });
  }

  /** Named by AppSync after the id that it gives the API. */
  private logGroup(retentionDays: number): void {
    if (!LOG_RETENTION_DAYS.includes(retentionDays))
      this.fail(`logRetentionDays is ${retentionDays}, allowed are ${LOG_RETENTION_DAYS.join(', ')}`);
    new logs.LogGroup(this, 'Logs', {
      metadata: { ...this.statefulAckMetadata({}), name: `${this.node.id}-graphql` },
      spec: {
        name: `/aws/appsync/apis/${this.id}`,
        kmsKeyId: this.landing.keys.logs,
        retentionDays,
        tags: this.statefulTags,
      },
    });
  }

  private cache({ size, timeToLive }: GraphqlCache): void {
    this.requireRange('cache.timeToLive', timeToLive.toSeconds(), 1, Duration.hours(1).toSeconds(), ' s');
    new appsync.ApiCache(this, 'Cache', {
      metadata: { name: this.node.id },
      spec: {
        forProvider: {
          region: this.landing.region,
          apiId: this.id,
          apiCachingBehavior: 'PER_RESOLVER_CACHING',
          type: size,
          ttl: timeToLive.toSeconds(),
          // neither can be changed later
          atRestEncryptionEnabled: true,
          transitEncryptionEnabled: true,
        },
      },
    });
  }
}
