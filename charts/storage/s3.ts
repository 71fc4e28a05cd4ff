import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Bucket, type BucketProps } from '../../constructs/s3/bucket';
import type { LifecycleRule, LifecycleRules } from '../../constructs/s3/bucket-lifecycle';
import type { Environment } from '../../environments';
import type { Sqs } from '../messaging/sqs';
import { PlatformChart } from '../platform-chart';

/**
 * The platform's buckets. Those whose loss would be felt have a copy in the DR region, where the environment wants it.
 */
export class S3 extends PlatformChart {
  private readonly settings = this.environment.storage.s3;

  private readonly noncurrentRetention = Duration.days(this.settings.noncurrentDays);

  /**
   * What services write of themselves, below a prefix each: `alb/`, `backup/`, `cloudfront/`, `cloudtrail/`, `config/`,
   * `s3-access/`.
   */
  readonly logs = new Bucket(this, 'logs', {
    noncurrentRetention: this.noncurrentRetention,
    encryption: {
      s3Managed: true,
      // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
      because: 'load balancers and server access logs can be delivered to buckets with keys of S3 only',
    },
    lifecycle: this.logRules(),
  });

  /** Code of functions, and what Jenkins and CodeBuild build, below `builds/`. */
  readonly artifacts: Bucket;

  /** Files of the platform's users and jobs; what arrives below `incoming/` calls the function data-processing. */
  readonly data: Bucket;

  /** Files of the site, read by CloudFront alone. */
  readonly site: Bucket;

  constructor(scope: Construct, id: string, environment: Environment, { sqs }: { readonly sqs: Sqs }) {
    super(scope, id, environment);
    const { buildDays } = this.settings;
    this.artifacts = this.bucket('artifacts', {
      lifecycle: {
        // a function's code may be read tomorrow or never again
        'by-access': { transitions: [{ to: 'INTELLIGENT_TIERING', after: Duration.days(0) }] },
        builds: { prefix: 'builds/', expireAfter: Duration.days(buildDays) },
      },
    });
    this.data = this.bucket('data-bucket', {
      lifecycle: this.dataRules(),
      notifications: {
        // through the queue: objects may be deleted by the thousand
        removed: { events: ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'], to: sqs.processing },
      },
    });
    this.site = this.bucket('site', {});
  }

  private bucket(id: string, { lifecycle, notifications }: Pick<BucketProps, 'lifecycle' | 'notifications'>): Bucket {
    // the copies age by themselves: what a lifecycle does is not copied
    const common = { noncurrentRetention: this.noncurrentRetention, lifecycle };
    const replica = this.settings.replicated
      ? new Bucket(this, `${id}-replica`, { ...common, region: 'dr' })
      : undefined;
    return new Bucket(this, id, { ...common, notifications, replica, accessLogs: this.logs });
  }

  private dataRules(): LifecycleRules {
    const { infrequentAfterDays, archiveAfterDays } = this.settings.data;
    return {
      'by-age': {
        transitions: [
          { to: 'STANDARD_IA', after: Duration.days(infrequentAfterDays) },
          { to: 'GLACIER_IR', after: Duration.days(archiveAfterDays) },
        ],
      },
    };
  }

  private logRules(): LifecycleRules {
    const { accessDays, auditDays } = this.settings.logs;
    const access = (prefix: string): LifecycleRule => ({ prefix, expireAfter: Duration.days(accessDays) });
    const audit = (prefix: string): LifecycleRule => ({
      prefix,
      transitions: [
        { to: 'STANDARD_IA', after: Duration.days(30) },
        { to: 'GLACIER', after: Duration.days(120) },
      ],
      expireAfter: Duration.days(auditDays),
    });
    return {
      alb: access('alb/'),
      cloudfront: access('cloudfront/'),
      's3-access': access('s3-access/'),
      cloudtrail: audit('cloudtrail/'),
      backup: audit('backup/'),
      config: audit('config/'),
    };
  }
}
