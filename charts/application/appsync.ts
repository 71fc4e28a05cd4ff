import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { GraphqlDataSource } from '../../constructs/appsync/data-source';
import { GraphqlFunction } from '../../constructs/appsync/function';
import { GraphqlApi } from '../../constructs/appsync/graphql-api';
import { GraphqlResolver } from '../../constructs/appsync/resolver';
import { CloudControlResource } from '../../constructs/cloudcontrol/resource';
import type { Environment } from '../../environments';
import type { DynamoDb } from '../data/dynamodb';
import { PlatformChart } from '../platform-chart';
import type { Wafv2 } from '../security/wafv2';
import type { Cognito } from './cognito';
import * as code from './graphql/resolvers';
import { schema } from './graphql/schema';
import type { Lambda } from './lambda';
import type { Sfn } from './sfn';

interface AppSyncUses {
  readonly dynamoDb: DynamoDb;
  readonly lambda: Lambda;
  readonly sfn: Sfn;
  readonly wafv2: Wafv2;
  /** Whose users may call, beside roles. */
  readonly cognito: Cognito;
}

/** Orders as a GraphQL API, which tells those who wait of every change. */
export class AppSync extends PlatformChart {
  readonly api: GraphqlApi;

  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { cognito, dynamoDb, lambda, sfn, wafv2 }: AppSyncUses,
  ) {
    super(scope, id, environment);
    const { appSync, region } = environment;
    this.api = new GraphqlApi(this, 'platform-orders', {
      schema: schema({ users: true }),
      authentication: [{ userPoolId: cognito.users.id }, 'iam'],
      logRetentionDays: appSync.logRetentionDays,
      cache: { size: appSync.cacheSize, timeToLive: Duration.minutes(5) },
    });
    const { api } = this;
    // there is no kind for it; the rules of the load balancers stand in front of this API too
    new CloudControlResource(this, 'platform-orders-firewall', {
      typeName: 'AWS::WAFv2::WebACLAssociation',
      properties: { ResourceArn: api.arn, WebACLArn: wafv2.regional.arn },
    });

    const orders = new GraphqlDataSource(this, 'graphql-orders', {
      api,
      description: 'The table of orders',
      source: {
        table: dynamoDb.orders,
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        indexes: ['by-customer'],
      },
    });
    const validation = new GraphqlDataSource(this, 'graphql-validation', {
      api,
      description: 'The function that checks orders',
      source: { function: lambda.validateOrder },
    });
    const workflows = new GraphqlDataSource(this, 'graphql-workflows', {
      api,
      description: 'Step Functions, over HTTP',
      source: {
        endpoint: `https://states.${region}.amazonaws.com/`,
        service: 'states',
        statements: [{ sid: 'Start', actions: ['states:StartExecution'], resources: [sfn.orderApproval.arn] }],
      },
    });
    const nothing = new GraphqlDataSource(this, 'graphql-nothing', {
      api,
      description: 'For what the resolver itself decides',
      source: 'none',
    });

    new GraphqlResolver(this, 'query-order', {
      api,
      field: 'Query.order',
      from: orders,
      code: code.ORDER,
      cached: {
        timeToLive: Duration.seconds(30),
        // who asks is a key too, or one customer would get another's order
        keys: ['$context.arguments.orderId', '$context.identity.username'],
      },
    });
    new GraphqlResolver(this, 'query-orders-of', { api, field: 'Query.ordersOf', from: orders, code: code.ORDERS_OF });
    new GraphqlResolver(this, 'mutation-place-order', {
      api,
      field: 'Mutation.placeOrder',
      code: code.PLACE_ORDER,
      from: [
        new GraphqlFunction(this, 'check-order', {
          source: validation,
          description: 'Is the order complete?',
          code: code.CHECK_ORDER,
        }),
        new GraphqlFunction(this, 'save-order', {
          source: orders,
          description: 'Keeps the order',
          code: code.SAVE_ORDER,
        }),
        new GraphqlFunction(this, 'start-order', {
          source: workflows,
          description: 'Has the order approved and processed',
          code: code.startWorkflow(sfn.orderApproval.arn),
        }),
      ],
    });
    new GraphqlResolver(this, 'mutation-change-order-status', {
      api,
      field: 'Mutation.changeOrderStatus',
      from: orders,
      code: code.CHANGE_ORDER_STATUS,
    });
    new GraphqlResolver(this, 'subscription-order-changed', {
      api,
      field: 'Subscription.orderChanged',
      from: nothing,
      code: code.ORDER_CHANGED,
    });
  }
}
