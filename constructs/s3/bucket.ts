import { isDeepStrictEqual } from 'node:util';
import { type Duration, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import * as s3 from '../../imports/s3.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { exception } from '../core/exception';
import { policyJson, type Statement, sidFor, tlsOnly } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';
import { Queue } from '../sqs/queue';
import { type LifecycleRules, lifecycleProblems, renderLifecycle } from './bucket-lifecycle';
import {
  type BucketNotification,
  type BucketNotifications,
  notificationProblems,
  renderNotifications,
} from './bucket-notification';
import { replication } from './bucket-replication';

export interface BucketProps extends StatefulProps {
  /** How long a version is kept after it was replaced or deleted, a day or longer. */
  readonly noncurrentRetention: Duration;
  /** By name. @default objects stay as they are, for ever */
  readonly lifecycle?: LifecycleRules;
  /** Which region it is in. @default 'home' */
  readonly region?: 'home' | 'dr';
  /** Gets a copy of every new object; of another region. @default none */
  readonly replica?: Bucket;
  /** Gets a line for every request, hours later: of the same region, with keys of S3's own. @default none */
  readonly accessLogs?: Bucket;
  /** By name. @default none */
  readonly notifications?: BucketNotifications;
  /** For what cannot write with keys of KMS. @default the key of the data class storage */
  readonly encryption?: S3ManagedKeys;
}

/** Says that S3 encrypts with keys that nobody can take away from its readers, and why. */
export interface S3ManagedKeys {
  readonly s3Managed: true;
  readonly because: string;
}

/**
 * Of S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html. Dots are left out: no
 * certificate of S3 is for a name with dots. The suffixes that AWS keeps for itself cannot arise, a region stands
 * there.
 */
const NAME = /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const KIND = 's3.services.k8s.aws/Bucket';

/**
 * A private bucket: versioned, encrypted, reached over TLS only, its objects all its owner's, never deleted with its
 * manifest. Account and region stand in its name, because all of AWS shares the names. Nobody but the account's own
 * roles reaches it until a service is allowed to.
 */
export class Bucket extends AwsObject {
  readonly arn: string;
  /** Such as `us-east-1`. */
  readonly region: string;
  /** What it encrypts with; of no use where S3's own keys are. */
  readonly keyArn: string;
  private readonly s3Managed: boolean;
  private readonly allowed: Statement[] = [];
  private notifications: BucketNotifications = {};

  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    const { lifecycle = {}, noncurrentRetention, notifications = {}, region = 'home', encryption } = props;
    const place = region === 'dr' ? this.need('dr') : this.landing;
    this.region = place.region;
    this.keyArn = place.keys.storage;
    this.s3Managed = encryption !== undefined;
    this.requireMatch(
      'bucket name',
      this.awsName,
      NAME,
      '3 to 63 lower-case letters, digits and hyphens with account and region, and not xn--, sthree- or amzn-s3-demo- in front',
    );
    this.arn = this.arnFor(KIND);
    this.check(props);
    for (const [name, notification] of Object.entries(notifications)) this.notify(name, notification);

    new s3.Bucket(this, 'Resource', {
      metadata: this.metadata(props),
      spec: {
        name: this.awsName,
        versioning: { status: 'Enabled' },
        encryption: { rules: [this.encryptionRule()] },
        publicAccessBlock: {
          blockPublicAcLs: true,
          blockPublicPolicy: true,
          ignorePublicAcLs: true,
          restrictPublicBuckets: true,
        },
        ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
        policy: Lazy.any({ produce: () => this.policy() }) as unknown as string,
        lifecycle: renderLifecycle(lifecycle, noncurrentRetention),
        replication: props.replica && replication(this, id, this, props.replica),
        logging: props.accessLogs && this.logTo(props.accessLogs),
        notification: Lazy.any({
          produce: () => renderNotifications(this.notifications),
        }) as unknown as s3.BucketSpecNotification,
        tagging: { tagSet: tagList(this.statefulTags) },
      },
    });
  }

  override get awsName(): string {
    return `${super.awsName}-${this.landing.account}-${this.region}`;
  }

  /** Lets a service in, by statements of the bucket's policy; one that is there already is not said twice. */
  allow(...statements: readonly Statement[]): void {
    for (const statement of statements)
      if (!this.allowed.some((one) => isDeepStrictEqual(one, statement))) this.allowed.push(statement);
  }

  /** Fails unless a log service that knows no keys of KMS can write here from its region. */
  requireLogsOf(what: string, region: string): void {
    if (!this.s3Managed) this.fail(`${what} need a bucket with encryption: { s3Managed: true }`);
    if (region !== this.region)
      this.fail(`${what} come from ${region}, only those of the bucket's region ${this.region} are allowed`);
  }

  /** Tells a queue or a function of changes, and is allowed to. */
  notify(name: string, notification: BucketNotification): void {
    if (this.notifications[name]) this.fail(`notifications.${name} is there already, each needs its own name`);
    this.notifications = { ...this.notifications, [name]: notification };
    for (const problem of notificationProblems(this.notifications)) this.fail(problem);
    const { to } = notification;
    if (to instanceof Queue) to.allowSend('s3.amazonaws.com', this.arn);
    else to.allowInvoke('s3.amazonaws.com', this.node.id, this.arn);
  }

  private check({ lifecycle = {}, noncurrentRetention, replica }: BucketProps): void {
    for (const problem of lifecycleProblems(lifecycle, noncurrentRetention)) this.fail(problem);
    if (!replica) return;
    if (replica.region === this.region)
      this.fail(`replica '${replica.node.id}' is in ${this.region} too, another region is needed`);
    if (this.s3Managed || replica.s3Managed)
      this.fail(`replica '${replica.node.id}': both buckets have to encrypt with keys of KMS`);
  }

  private metadata({ removal, encryption }: BucketProps) {
    const metadata = this.statefulAckMetadata({ removal }, this.region);
    if (!encryption) return metadata;
    const declared = exception(this, { policy: 'encrypted-at-rest', because: encryption.because, prop: 'encryption' });
    return { ...metadata, annotations: { ...metadata.annotations, ...declared } };
  }

  /**
   * The key by its ARN, not by an alias: it is the one that the roles of readers name, whoever moves the alias. With a
   * key of the bucket's own below it, KMS is asked seldom. For S3's own keys, AWS's default is written out.
   */
  private encryptionRule(): s3.BucketSpecEncryptionRules {
    return this.s3Managed
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: false }
      : {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.keyArn },
          bucketKeyEnabled: true,
        };
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
  private logTo(target: Bucket): s3.BucketSpecLogging {
    target.requireLogsOf(`access logs of '${this.node.id}'`, this.region);
    const targetPrefix = `s3-access/${this.node.id}/`;
    target.allow({
      sid: sidFor('AccessLogsOf', this.node.id),
      principals: { services: ['logging.s3.amazonaws.com'] },
      actions: ['s3:PutObject'],
      resources: [`${target.arn}/${targetPrefix}*`],
      conditions: {
        ArnLike: { 'aws:SourceArn': this.arn },
        StringEquals: { 'aws:SourceAccount': this.landing.account },
      },
    });
    return { loggingEnabled: { targetBucket: target.awsName, targetPrefix } };
  }

  private policy(): string {
    return policyJson([...this.allowed, tlsOnly(['s3:*'], this.arn, `${this.arn}/*`)]);
  }
}
