import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import { ReplicationTask } from '../../imports/dms.aws.m.upbound.io';
import { LAST_WAVE } from '../core/annotations';
import { AwsObject } from '../core/aws-object';
import type { DmsEndpoint } from './endpoint';
import { ALLOWED_IDENTIFIER, DMS_IDENTIFIER } from './identifier';
import type { DmsReplicationInstance } from './replication-instance';
import { type SelectionRule, tableMappings } from './table-mappings';

/** Copies what is there, copies changes, or first the one and then the other. */
export type MigrationType = 'full-load' | 'cdc' | 'full-load-and-cdc';

/** Bounds: https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationTask.html */
export interface DmsTaskProps {
  readonly type: MigrationType;
  readonly instance: DmsReplicationInstance;
  readonly source: DmsEndpoint;
  readonly target: DmsEndpoint;
  readonly mappings: readonly SelectionRule[];
  /** Whether it runs; AWS starts none whose connections were not tested with success (docs/migration.md). */
  readonly started: boolean;
}

const MIGRATION_TYPES: readonly MigrationType[] = ['full-load', 'cdc', 'full-load-and-cdc'];

/**
 * Only what differs from AWS's defaults: the provider lets AWS fill in the rest.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html
 */
const SETTINGS = {
  // AWS's default drops the target's tables
  FullLoadSettings: { TargetTablePrepMode: 'DO_NOTHING' },
  Logging: { EnableLogging: true },
  // compares every row of both sides
  ValidationSettings: { EnableValidation: true },
};

/**
 * Copies tables from one database to the other, and keeps the copy up to date. It never drops a table of the target.
 */
export class DmsTask extends AwsObject {
  constructor(scope: Construct, id: string, { type, instance, source, target, mappings, started }: DmsTaskProps) {
    super(scope, id);
    this.requireMatch('task identifier', this.awsName, DMS_IDENTIFIER, ALLOWED_IDENTIFIER);
    this.requireLength('task identifier', this.awsName, 255);
    if (!MIGRATION_TYPES.includes(type)) this.fail(`type '${type}' is not allowed, only ${MIGRATION_TYPES.join(', ')}`);
    if (source.type !== 'source') this.fail(`source is the endpoint '${source.node.id}', which is a target`);
    if (target.type !== 'target') this.fail(`target is the endpoint '${target.node.id}', which is a source`);
    const metadata = this.crossplaneMetadata();
    new ReplicationTask(this, 'Resource', {
      metadata: { ...metadata, annotations: { ...metadata.annotations, ...LAST_WAVE } },
      spec: {
        forProvider: {
          region: this.landing.region,
          migrationType: type,
          replicationInstanceArn: instance.arn,
          sourceEndpointArn: source.arn,
          targetEndpointArn: target.arn,
          tableMappings: tableMappings(this.node.path, mappings),
          replicationTaskSettings: canonicalJson(SETTINGS),
          startReplicationTask: started,
          tags: this.tags,
        },
      },
    });
  }
}
