import type { Place } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { sidFor } from '../core/policy-document';
import type { Bucket } from '../s3/bucket';

/** Where a line for every request to a load balancer goes, below a prefix without slashes at its ends. */
export interface LoadBalancerLogs {
  readonly bucket: Bucket;
  readonly prefix: string;
}

/**
 * The attributes that say so, and leave to write there. Load balancers write below their account's id only, so that is
 * what keeps others out. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function loadBalancerLogs(
  where: string,
  { bucket, prefix }: LoadBalancerLogs,
  { account, region }: Place,
): { key: string; value: string }[] {
  bucket.requireLogsOf(`access logs of '${where.split('/').at(-1)}'`, region);
  if (!/^(?!.*AWSLogs)(?!\/)[\w./-]+(?<!\/)$/.test(prefix))
    throw new InputError(
      `${where}: accessLogs.prefix '${prefix}' (${prefix.length} characters) is not allowed, only letters, digits and _ . / - without a slash at the ends, and not AWSLogs`,
    );
  bucket.allow({
    sid: sidFor('LoadBalancersTo', prefix),
    principals: { services: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
    actions: ['s3:PutObject'],
    resources: [`${bucket.arn}/${prefix}/AWSLogs/${account}/*`],
  });
  return [
    { key: 'access_logs.s3.enabled', value: 'true' },
    { key: 'access_logs.s3.bucket', value: bucket.awsName },
    { key: 'access_logs.s3.prefix', value: prefix },
  ];
}
