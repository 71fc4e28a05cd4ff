import { AWS_ID, NO_ARN, NO_KEY, NO_TAGS, none } from './answers';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Route 53',
  ack: 'route53',
  crossplane: 'route53',
  cloudFormation: 'Route53',
  iam: 'route53',
  dataProtection: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/data-protection.html',
};

export const hostedZone = kind(SERVICE, 'HostedZone', {
  forms: {
    ack: 'HostedZone',
    crossplane: 'Zone',
    cloudFormation: { kind: 'AWS::Route53::HostedZone', fields: { tags: 'HostedZoneTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'records that git does not hold, and the name servers that the registrar knows',
  encryption: {
    atRest: none("holds DNS records, which are public or the VPC's"),
    inTransit: none('DNS: DNSSEC signs and does not encrypt; a kind of its own'),
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('Route 53 refuses to delete a zone with records of others than its own'),
  backup: none('AWS Backup does not know zones: records are in git'),
  alarms: none('publishes counts of queries alone (us-east-1)'),
  exposure: none('public by nature'),
});

export const recordSet = configuration(SERVICE, 'RecordSet', {
  forms: { ack: 'RecordSet', crossplane: 'Record', cloudFormation: 'AWS::Route53::RecordSet' },
  arn: NO_ARN,
  identity: ['name', 'hostedZoneID', 'recordType', 'setIdentifier'],
  why: 'is configuration: the name leads nowhere while it is gone',
  tags: NO_TAGS,
  alarms: none('publishes no metrics; health checks are a kind of their own'),
  edges: { 'aliasTarget.dnsName': 'network out' },
});
