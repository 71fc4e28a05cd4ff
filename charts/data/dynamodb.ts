import type { Construct } from 'constructs';
import { Table, type TableProps } from '../../constructs/dynamodb/table';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { requireMade } from '../require-made';

/** What a table is in every environment; what one environment has otherwise stands there, in `dynamodb`. */
interface TableEntry extends Omit<TableProps, 'capacity'> {
  /** @default paid by the request */
  readonly capacity?: TableProps['capacity'];
}

/** The platform's tables. */
export class DynamoDb extends PlatformChart {
  /** The event processor reads its stream. */
  readonly userTable = this.table('user-table', {
    attributes: { userId: 'S', email: 'S' },
    partitionKey: 'userId',
    globalIndexes: { 'by-email': { partitionKey: 'email', projection: 'ALL' } },
    stream: 'NEW_AND_OLD_IMAGES',
  });

  readonly orders = this.table('orders', {
    attributes: { orderId: 'S', customerId: 'S', createdAt: 'S' },
    partitionKey: 'orderId',
    globalIndexes: {
      'by-customer': {
        partitionKey: 'customerId',
        sortKey: 'createdAt',
        projection: { include: ['status', 'totalAmount'] },
      },
    },
  });

  readonly sessions = this.table('sessions', {
    attributes: { sessionId: 'S', userId: 'S' },
    partitionKey: 'sessionId',
    globalIndexes: { 'by-user': { partitionKey: 'userId', projection: 'KEYS_ONLY' } },
    timeToLive: 'expiresAt',
  });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const names = Object.keys(environment.dynamodb);
    requireMade(this, Table, { file: `environments/${environment.name}.ts`, field: 'dynamodb', names });
  }

  private table(id: string, entry: TableEntry): Table {
    return new Table(this, id, { capacity: { mode: 'onDemand' }, ...entry, ...this.environment.dynamodb[id] });
  }
}
