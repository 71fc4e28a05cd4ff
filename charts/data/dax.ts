import type { Construct } from 'constructs';
import { DaxCluster } from '../../constructs/dax/cluster';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import type { DynamoDb } from './dynamodb';

interface DaxUses {
  readonly dynamoDb: DynamoDb;
  readonly ec2: Ec2;
  readonly sns: Sns;
}

/** DynamoDB Accelerator: answers reads of the tables from memory. */
export class Dax extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { dynamoDb, ec2, sns }: DaxUses) {
    super(scope, id, environment);
    new DaxCluster(this, 'tables', {
      description: 'In front of the tables of users, orders and sessions',
      ...environment.cache.dax,
      tableArns: [dynamoDb.orders, dynamoDb.sessions, dynamoDb.userTable].map(({ arn }) => arn),
      subnetIds: environment.outputs.databaseSubnetIds,
      securityGroup: ec2.dax,
      notificationTopic: sns.cacheEvents,
    });
  }
}
