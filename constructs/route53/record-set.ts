import { holdsLate } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as route53 from '../../imports/route53.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { HostedZone } from './hosted-zone';

/** Bounds: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export type RecordSetProps = {
  readonly zone: HostedZone;
  /** The whole name, without a dot at the end unless it is a late value. */
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CAA' | 'CNAME' | 'MX' | 'NS' | 'TXT';
} & (
  | {
      /** As in a zone file; at most 400. */
      readonly values: readonly string[];
      /** How long resolvers keep the answer, 0 s to 2,147,483,647 s. @default Duration.minutes(5) */
      readonly ttl?: Duration;
    }
  | { readonly alias: Alias }
);

/** An AWS object that a name stands for: a load balancer, a distribution, an API's domain. */
export interface Alias {
  readonly dnsName: string;
  /** Of the object, not of the name. */
  readonly hostedZoneId: string;
  /** Whether Route 53 stops to answer with it while it is unhealthy. @default true */
  readonly evaluateTargetHealth?: boolean;
}

/** The records of one name and type. */
export class RecordSet extends AwsObject {
  constructor(scope: Construct, id: string, props: RecordSetProps) {
    super(scope, id);
    const { zone, name, type } = props;
    if (!holdsLate(name) && !zone.holds(name))
      this.fail(`name '${name}' lies outside the zone, only ${zone.domain} and names below it are allowed`);
    if (type === 'CNAME' && name === zone.domain)
      this.fail(`name '${name}' is the zone's own, where a CNAME is not allowed; use an alias`);

    new route53.RecordSet(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        hostedZoneId: zone.id,
        // without a dot at the end, the controller would append the zone
        name: holdsLate(name) ? name : `${name}.`,
        recordType: type,
        ...('alias' in props ? this.alias(props.alias, type) : this.records(props.values, props.ttl)),
      },
    });
  }

  private alias(
    { dnsName, hostedZoneId, evaluateTargetHealth = true }: Alias,
    type: string,
  ): Pick<route53.RecordSetSpec, 'aliasTarget'> {
    if (type !== 'A' && type !== 'AAAA') this.fail(`an alias of type ${type} is not allowed, only A and AAAA`);
    return { aliasTarget: { dnsName, hostedZoneId, evaluateTargetHealth } };
  }

  private records(
    values: readonly string[],
    ttl = Duration.minutes(5),
  ): Pick<route53.RecordSetSpec, 'resourceRecords' | 'ttl'> {
    this.requireRange('values', values.length, 1, 400);
    this.requireRange('ttl', ttl.toSeconds(), 0, 2_147_483_647, ' s');
    return { ttl: ttl.toSeconds(), resourceRecords: values.map((value) => ({ value })) };
  }
}
