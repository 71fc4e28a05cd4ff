import type { Construct } from 'constructs';
import { DaxCluster } from '../../constructs/dax-cluster';
import { PlatformChart } from '../../constructs/platform-chart';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import type { Ec2 } from '../network/ec2';
import { pending, pendingArn } from '../pending';

interface DaxUses {
  readonly ec2: Ec2;
  readonly sns: Sns;
}

/** DynamoDB Accelerator: answers reads of the tables from memory. */
export class Dax extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { ec2, sns }: DaxUses) {
    super(scope, id, environment);
    const { orders, sessions, userTable } = pending;
    new DaxCluster(this, 'tables', {
      description: 'In front of the tables of users, orders and sessions',
      ...environment.cache.dax,
      tableArns: [orders, sessions, userTable].map((table) => pendingArn(table, environment)),
      subnetIds: environment.outputs.databaseSubnetIds,
      securityGroup: ec2.dax,
      notificationTopic: sns.cacheEvents,
    });
  }
}
