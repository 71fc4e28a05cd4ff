import type { PlatformChart } from '../../../charts/platform-chart';
import { DaxCluster, type DaxClusterProps } from '../../../constructs/dax/cluster';
import { firewall, plain } from '../elasticache/helpers';

export const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders';

/** A cluster of three nodes. */
export const dax = (
  scope: PlatformChart,
  { notificationTopic = plain(scope), ...change }: Partial<DaxClusterProps> = {},
  id = 'tables',
) =>
  new DaxCluster(scope, id, {
    description: 'A cache',
    nodeType: 'dax.r5.large',
    nodes: 3,
    tableArns: [TABLE],
    subnetIds: scope.environment.outputs.databaseSubnetIds,
    securityGroup: firewall(scope),
    maintenanceWindow: 'sun:06:00-sun:07:00',
    notificationTopic,
    ...change,
  });
