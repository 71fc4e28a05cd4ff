import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as efs from '../../imports/efs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { policyJson, tlsOnly } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';

/**
 * How fast it may be: as fast as clients ask (paid by use), growing with what it holds, or what is paid for, 1 to 3,414
 * MiB/s. Bounds: https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
 */
export type Throughput =
  | { readonly mode: 'elastic' | 'bursting' }
  | { readonly mode: 'provisioned'; readonly mibPerSecond: number };

export interface FileSystemProps extends StatefulProps {
  readonly throughput: Throughput;
  /**
   * `maxIO` is for thousands of clients, slower for each, and without elastic throughput. AWS cannot change it later.
   * @default 'generalPurpose'
   */
  readonly performanceMode?: 'generalPurpose' | 'maxIO';
  /**
   * Days without access after which a file moves to the infrequent class: 1, 7, 14, 30, 60, 90, 180, 270 or 365; it
   * comes back when read.
   */
  readonly infrequentAfterDays: number;
  /** The same for the archive class, later; with elastic throughput only. @default never */
  readonly archiveAfterDays?: number;
}

/** https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
const DAYS = [1, 7, 14, 30, 60, 90, 180, 270, 365];

/**
 * An EFS file system of the whole region: encrypted, backed up every day, mounted over TLS by roles of the account that
 * may; never by NFS clients without a role. Never deleted with its manifest.
 */
export class FileSystem extends AwsObject {
  /** Late: AWS gives it, such as `fs-0123456789abcdef0`. */
  readonly id: string;
  /** Late. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: FileSystemProps) {
    super(scope, id);
    const { throughput, performanceMode = 'generalPurpose', removal } = props;
    this.check(props);
    const resource = new efs.FileSystem(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        encrypted: true,
        kmsKeyId: this.landing.keys.storage,
        performanceMode,
        throughputMode: throughput.mode,
        ...(throughput.mode === 'provisioned' && { provisionedThroughputInMiBps: throughput.mibPerSecond }),
        lifecyclePolicies: lifecyclePolicies(props),
        // the platform's plan backs it up, by its tag
        backupPolicy: { status: 'DISABLED' },
        policy: this.policy(),
        tags: tagList({ ...this.statefulTags, Name: this.awsName }),
      },
    });
    this.id = late(resource, 'status.fileSystemID');
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
  }

  private check({ throughput, performanceMode, infrequentAfterDays, archiveAfterDays }: FileSystemProps): void {
    this.requireLength('name', this.awsName, 256);
    if (throughput.mode === 'provisioned')
      this.requireRange('throughput.mibPerSecond', throughput.mibPerSecond, 1, 3_414, ' MiB/s');
    if (throughput.mode === 'elastic' && performanceMode === 'maxIO')
      this.fail('performanceMode is maxIO, with elastic throughput only generalPurpose is allowed');
    for (const [field, days] of Object.entries({ infrequentAfterDays, archiveAfterDays }))
      if (days !== undefined && !DAYS.includes(days)) this.fail(`${field} is ${days}, allowed are ${DAYS.join(', ')}`);
    if (archiveAfterDays === undefined) return;
    // https://docs.aws.amazon.com/efs/latest/ug/API_PutLifecycleConfiguration.html
    if (throughput.mode !== 'elastic')
      this.fail(`archiveAfterDays is allowed only with elastic throughput, not '${throughput.mode}'`);
    if (archiveAfterDays <= infrequentAfterDays)
      this.fail(
        `archiveAfterDays is ${archiveAfterDays}, more than infrequentAfterDays is needed, ${infrequentAfterDays} here`,
      );
  }

  /**
   * A policy takes the place of AWS's own, by which anybody who reaches a mount target may do everything. The resource
   * is `*`, which is the file system itself: its id is not known yet.
   */
  private policy(): string {
    const clients = [
      'elasticfilesystem:ClientMount',
      'elasticfilesystem:ClientRootAccess',
      'elasticfilesystem:ClientWrite',
    ] as const;
    return policyJson([
      tlsOnly(clients, '*'),
      {
        sid: 'DenyOtherAccounts',
        effect: 'Deny',
        principals: 'anyone',
        actions: clients,
        resources: ['*'],
        // of clients without a role there is none
        conditions: { StringNotEquals: { 'aws:PrincipalAccount': this.landing.account } },
      },
    ]);
  }
}

/**
 * Each transition in an item of its own, as AWS wants it; the empty ones are what the controller reads of the others.
 */
function lifecyclePolicies({ infrequentAfterDays, archiveAfterDays }: FileSystemProps) {
  const none = { transitionToIa: '', transitionToArchive: '', transitionToPrimaryStorageClass: '' };
  return [
    { ...none, transitionToIa: after(infrequentAfterDays) },
    ...(archiveAfterDays === undefined ? [] : [{ ...none, transitionToArchive: after(archiveAfterDays) }]),
    { ...none, transitionToPrimaryStorageClass: 'AFTER_1_ACCESS' },
  ];
}

function after(days: number): string {
  return `AFTER_${days}_DAY${days === 1 ? '' : 'S'}`;
}
