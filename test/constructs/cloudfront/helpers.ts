import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { CachePolicy } from '../../../constructs/cloudfront/cache-policy';
import { SecurityHeaders } from '../../../constructs/cloudfront/response-headers-policy';

export const headers = (scope: PlatformChart, change: object = {}) =>
  new SecurityHeaders(scope, 'headers', { comment: '', contentSecurityPolicy: "default-src 'self'", ...change });

/** A policy that caches for an hour. */
export const cache = (scope: PlatformChart, change: object = {}) =>
  new CachePolicy(scope, 'cache', {
    comment: '',
    minTtl: Duration.seconds(1),
    defaultTtl: Duration.hours(1),
    maxTtl: Duration.days(1),
    ...change,
  });
