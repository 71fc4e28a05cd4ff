import { Table } from '../../constructs/dynamodb/table';
import { PlatformChart } from '../platform-chart';

/** The platform's tables. */
export class DynamoDb extends PlatformChart {
  /** The event processor reads its stream. */
  readonly userTable = new Table(this, 'user-table', {
    attributes: { userId: 'S', email: 'S' },
    partitionKey: 'userId',
    globalIndexes: { 'by-email': { partitionKey: 'email', projection: 'ALL' } },
    stream: 'NEW_AND_OLD_IMAGES',
    ...this.environment.dynamodb.userTable,
  });

  readonly orders = new Table(this, 'orders', {
    attributes: { orderId: 'S', customerId: 'S', createdAt: 'S' },
    partitionKey: 'orderId',
    globalIndexes: {
      'by-customer': {
        partitionKey: 'customerId',
        sortKey: 'createdAt',
        projection: { include: ['status', 'totalAmount'] },
      },
    },
    ...this.environment.dynamodb.orders,
  });

  readonly sessions = new Table(this, 'sessions', {
    attributes: { sessionId: 'S', userId: 'S' },
    partitionKey: 'sessionId',
    globalIndexes: { 'by-user': { partitionKey: 'userId', projection: 'KEYS_ONLY' } },
    timeToLive: 'expiresAt',
    ...this.environment.dynamodb.sessions,
  });
}
