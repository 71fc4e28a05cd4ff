import { CLOUDFRONT_REGION } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import type { HostedZone } from '../route53/hosted-zone';
import { RecordSet } from '../route53/record-set';
import type { UserPool } from './user-pool';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html */
export interface UserPoolDomainProps {
  readonly pool: UserPool;
  readonly zone: HostedZone;
  /** Within the zone, below a name that has an A record already. */
  readonly domain: string;
  /** For this name, in us-east-1. */
  readonly certificate: Certificate;
}

/** Where users sign in: managed login at a name of ours, with its record. */
export class UserPoolDomain extends AwsObject {
  constructor(scope: Construct, id: string, { pool, zone, domain, certificate }: UserPoolDomainProps) {
    super(scope, id);
    if (!zone.holds(domain))
      this.fail(`domain '${domain}' lies outside the zone, only ${zone.domain} and names below it are allowed`);
    if (certificate.domain !== domain)
      this.fail(`certificate is for '${certificate.domain}', only one for '${domain}' is allowed`);
    if (certificate.region !== CLOUDFRONT_REGION)
      this.fail(`certificate is in ${certificate.region}, only ${CLOUDFRONT_REGION} is allowed`);
    const resource = new cognito.UserPoolDomain(this, 'Resource', {
      // without an external name: the provider keeps the domain there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          userPoolIdRef: pool.userPoolIdRef,
          domain,
          certificateArn: certificate.arn,
        },
      },
    });
    new RecordSet(this, `${id}-alias`, {
      zone,
      name: domain,
      type: 'A',
      // it is a distribution of CloudFront's, which Route 53 refuses to ask for its health
      alias: {
        dnsName: late(resource, 'status.atProvider.cloudfrontDistribution'),
        hostedZoneId: late(resource, 'status.atProvider.cloudfrontDistributionZoneId'),
        evaluateTargetHealth: false,
      },
    });
  }
}
