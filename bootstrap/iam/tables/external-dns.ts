import { EXTERNAL_DNS, partitionOf } from '@aws-platform/engine/aws';
import type { HelmController } from './helm-controllers';

/**
 * https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/: only addresses and its own ownership
 * records.
 */
export const externalDns: HelmController = {
  chart: 'external-dns',
  name: 'external-dns',
  ...EXTERNAL_DNS,
  statements: ({ region, edge }) => [
    {
      Sid: 'ChangeRecords',
      Effect: 'Allow',
      Action: ['route53:ChangeResourceRecordSets'],
      Resource: [`arn:${partitionOf(region)}:route53:::hostedzone/*`],
      Condition: {
        'ForAllValues:StringEquals': {
          'route53:ChangeResourceRecordSetsRecordTypes': ['A', 'AAAA', 'CNAME', 'TXT'],
        },
        // zones have ids, which are AWS's, and IAM knows no tags of them:
        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html
        'ForAllValues:StringLike': {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': [edge.zone, `*.${edge.zone}`],
        },
      },
    },
    {
      Sid: 'ReadRecords',
      Effect: 'Allow',
      Action: ['route53:ListResourceRecordSets', 'route53:ListTagsForResources'],
      Resource: [`arn:${partitionOf(region)}:route53:::hostedzone/*`],
    },
    { Sid: 'FindZones', Effect: 'Allow', Action: ['route53:ListHostedZones'], Resource: ['*'] },
  ],
};
