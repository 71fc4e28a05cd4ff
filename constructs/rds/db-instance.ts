import { INSTANCE_CLASSES, MONITORING_INTERVALS } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { Role } from '../iam/role';
import type { DbParameterGroup } from './db-parameter-group';
import type { DbSubnetGroup } from './db-subnet-group';
import { ENGINE } from './global-cluster';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export interface DbInstanceProps {
  /** AWS name of its cluster. */
  readonly clusterName: string;
  /** Such as `db.r7g.large`. A change restarts it. */
  readonly instanceClass: string;
  /** Fixed once it is made. */
  readonly availabilityZone: string;
  readonly subnetGroup: DbSubnetGroup;
  readonly parameterGroup: DbParameterGroup;
  readonly monitoring: Monitoring;
  /** Such as `sun:05:00-sun:05:30`, in UTC. */
  readonly maintenanceWindow: string;
  /** @default the home region */
  readonly region?: string;
}

/** What the operating system is doing, beside what the database says. */
export interface Monitoring {
  /** Seconds from one look to the next: 0 (never), 1, 5, 10, 15, 30 or 60. */
  readonly interval: number;
  /** Writes what is seen to CloudWatch Logs. */
  readonly role: Role;
}

/**
 * A server of an Aurora cluster. Storage, encryption, backups, deletion protection and insights are the cluster's: AWS
 * refuses them here, or does not use them. AWS decides which instance writes.
 */
export class DbInstance extends AwsObject {
  /** The region it is in. Known once it can be used. */
  readonly availableRegion: string;

  constructor(scope: Construct, id: string, props: DbInstanceProps) {
    super(scope, id);
    const { clusterName, instanceClass, availabilityZone, subnetGroup, parameterGroup, monitoring } = props;
    const { maintenanceWindow, region } = props;
    this.requireMatch(
      'instance name',
      this.awsName,
      /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
      '1 to 63 small letters, digits and single hyphens, a letter first, no hyphen last',
    );
    this.checkClass(instanceClass);
    if (!MONITORING_INTERVALS.includes(monitoring.interval))
      this.fail(`monitoring.interval is ${monitoring.interval} s, allowed are ${MONITORING_INTERVALS.join(', ')} s`);

    const resource = new rds.DbInstance(this, 'Resource', {
      metadata: this.statefulAckMetadata({}, region),
      spec: {
        dbInstanceIdentifier: this.awsName,
        dbClusterIdentifier: clusterName,
        engine: ENGINE,
        dbInstanceClass: instanceClass,
        availabilityZone,
        dbSubnetGroupRef: { from: { name: subnetGroup.node.id } },
        dbParameterGroupRef: { from: { name: parameterGroup.node.id } },
        publiclyAccessible: false,
        // minor versions are chosen in git; AWS upgrades no cluster of a global database by itself anyway
        autoMinorVersionUpgrade: false,
        preferredMaintenanceWindow: maintenanceWindow,
        monitoringInterval: monitoring.interval,
        ...(monitoring.interval > 0 && { monitoringRoleArn: monitoring.role.arn }),
        tags: tagList(this.statefulTags),
      },
    });
    this.availableRegion = late(resource, 'status.ackResourceMetadata.region', {
      once: { path: 'status.dbInstanceStatus', equals: 'available' },
    });
  }

  private checkClass(instanceClass: string): void {
    const [, family, size] = /^(db\.[a-z0-9]+)\.([a-z0-9]+)$/.exec(instanceClass) ?? [];
    const sizes = family === undefined ? undefined : INSTANCE_CLASSES[family];
    if (!sizes)
      this.fail(
        `instanceClass ${instanceClass} is not offered for a global ${ENGINE} database, only sizes of ${Object.keys(INSTANCE_CLASSES).join(', ')}`,
      );
    if (!sizes.includes(size!))
      this.fail(`instanceClass ${instanceClass} is not offered, sizes of ${family} are ${sizes.join(', ')}`);
  }
}
