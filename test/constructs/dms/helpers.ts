import type { PlatformChart } from '../../../charts/platform-chart';
import { DmsEndpoint, type DmsEndpointProps } from '../../../constructs/dms/endpoint';
import { DmsReplicationInstance, type DmsReplicationInstanceProps } from '../../../constructs/dms/replication-instance';
import { DmsTask, type DmsTaskProps } from '../../../constructs/dms/replication-task';
import type { SelectionRule } from '../../../constructs/dms/table-mappings';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { Secret } from '../../../constructs/secretsmanager/secret';

export const SUBNETS = ['subnet-1', 'subnet-2'];

export const RULE: SelectionRule = { id: 1, name: 'all', action: 'include', schema: 'public', table: '%' };

/** An instance with a security group of its own. */
export const instance = (scope: PlatformChart, change: Partial<DmsReplicationInstanceProps> = {}, id = 'replication') =>
  new DmsReplicationInstance(scope, id, {
    description: 'For tests',
    instanceClass: 'dms.t3.small',
    storageGib: 50,
    subnetIds: SUBNETS,
    securityGroup: new SecurityGroup(scope, `${id}-group`, { description: 'DMS' }),
    logRetentionDays: 14,
    ...change,
  });

/** An endpoint of PostgreSQL, a source if not told otherwise. */
export const endpoint = (scope: PlatformChart, id: string, change: Partial<DmsEndpointProps> = {}) =>
  new DmsEndpoint(scope, id, {
    type: 'source',
    engine: 'postgres',
    database: 'platform',
    secret: new Secret(scope, `${id}-credentials`, { description: 'A user', fields: ['username', 'password'] }),
    ...change,
  });

/** A task with an instance and two endpoints of its own. */
export const task = (scope: PlatformChart, change: Partial<DmsTaskProps> = {}, id = 'task') =>
  new DmsTask(scope, id, {
    type: 'full-load-and-cdc',
    instance: instance(scope),
    source: endpoint(scope, 'from'),
    target: endpoint(scope, 'to', { type: 'target', engine: 'aurora-postgresql' }),
    mappings: [RULE],
    started: false,
    ...change,
  });
