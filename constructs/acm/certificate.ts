import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as acm from '../../imports/acm.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { HostedZone } from '../route53/hosted-zone';
import { RecordSet } from '../route53/record-set';

/** Bounds: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
export interface CertificateProps {
  /** Proves that the name is ours: a public zone that holds it. */
  readonly zone: HostedZone;
  /** The one name of the certificate, within the zone; `*.` may stand before it. */
  readonly domain: string;
  /** @default the home region */
  readonly region?: string;
  /**
   * Another certificate of the same name, whose record proves this one too: it is the same in every region
   * (https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html).
   * @default a record of its own
   */
  readonly validatedBy?: Certificate;
}

/**
 * A public certificate that renews itself. It has one name: AWS tells a certificate's records in no order that it
 * promises, so that with several nobody could say which is whose.
 */
export class Certificate extends AwsObject {
  readonly domain: string;
  readonly region: string;
  /** Known once AWS has issued it: there is an ARN before, but nothing accepts it. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { zone, domain, region = this.landing.region, validatedBy } = props;
    this.domain = domain;
    this.region = region;
    this.requireLength('domain', domain, 253);
    if (!zone.holds(domain.replace(/^\*\./, '')))
      this.fail(`domain '${domain}' lies outside the zone, only ${zone.domain} and names below it are allowed`);
    if (zone.isPrivate)
      this.fail(`zone '${zone.domain}' is private, only a public one can prove that the name is ours`);
    if (validatedBy && validatedBy.domain !== domain)
      this.fail(`validatedBy is for '${validatedBy.domain}', only a certificate for '${domain}' is allowed`);

    const resource = new acm.Certificate(this, 'Resource', {
      metadata: this.ackMetadata(region),
      spec: {
        domainName: domain,
        keyAlgorithm: 'RSA_2048',
        options: { certificateTransparencyLoggingPreference: 'ENABLED' },
        tags: tagList(this.tags),
      },
    });
    this.arn = late(resource, 'status.ackResourceMetadata.arn', {
      once: { path: 'status.status', equals: 'ISSUED' },
    });
    if (!validatedBy)
      new RecordSet(this, `${id}-validation`, {
        zone,
        name: late(resource, 'status.domainValidations[0].resourceRecord.name'),
        type: 'CNAME',
        values: [late(resource, 'status.domainValidations[0].resourceRecord.value')],
        ttl: Duration.hours(1),
      });
  }
}
