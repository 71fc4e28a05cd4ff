import { formatArn, partitionOf } from '../arn';
import { CLOUDFRONT_REGION } from '../cloudfront-region';
import type { AlarmedKind } from './alarm';

/** Its metrics name it by the end of its ARN: `app/platform-alb/50dc6c495c0c9188`. */
export const loadBalancer: AlarmedKind = {
  service: 'elb',
  namespace: 'AWS/ApplicationELB',
  subjects: ({ late, place, region }) => {
    const front = formatArn({
      partition: partitionOf(region),
      service: 'elasticloadbalancing',
      region,
      account: place.account,
      resource: 'loadbalancer/',
    });
    return [
      {
        dimensions: { LoadBalancer: late('status.ackResourceMetadata.arn', front) },
        alarms: [
          {
            name: 'errors',
            metric: 'HTTPCode_ELB_5XX_Count',
            statistic: 'Sum',
            threshold: ({ serverErrors }) => serverErrors,
            says: 'answers with errors of its own: it has no healthy target, or none that answers in time',
          },
          {
            name: 'target-errors',
            metric: 'HTTPCode_Target_5XX_Count',
            statistic: 'Sum',
            threshold: ({ serverErrors }) => serverErrors,
            says: 'has targets that answer with errors',
          },
        ],
      },
    ];
  },
};

export const distribution: AlarmedKind = {
  service: 'cloudfront',
  namespace: 'AWS/CloudFront',
  subjects: ({ late }) => [
    {
      dimensions: { DistributionId: late('status.id'), Region: 'Global' },
      region: CLOUDFRONT_REGION,
      alarms: [
        {
          name: 'errors',
          metric: '5xxErrorRate',
          statistic: 'Average',
          threshold: ({ errorPercent }) => errorPercent,
          periods: 3,
          says: 'answers with errors: look at its origins',
        },
      ],
    },
  ],
};

export const certificate: AlarmedKind = {
  service: 'acm',
  namespace: 'AWS/CertificateManager',
  subjects: ({ late }) => [
    {
      dimensions: { CertificateArn: late('status.ackResourceMetadata.arn') },
      alarms: [
        {
          name: 'expiry',
          metric: 'DaysToExpiry',
          statistic: 'Minimum',
          when: 'below',
          threshold: ({ certificateDays }) => certificateDays,
          period: 86_400,
          // ACM says nothing of a certificate that has expired: what was wrong stays wrong
          missing: 'ignore',
          says: 'was not renewed: is the record in its zone that proves the domain?',
        },
      ],
    },
  ],
};
