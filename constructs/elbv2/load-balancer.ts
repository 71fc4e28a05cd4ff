import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as elbv2 from '../../imports/elbv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { SecurityGroup } from '../ec2/security-group';
import type { Alias } from '../route53/record-set';
import { type LoadBalancerLogs, loadBalancerLogs } from './access-logs';

/** Bounds: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export interface InternalLoadBalancerProps {
  /** Of at least two availability zones. */
  readonly subnetIds: readonly string[];
  readonly securityGroup: SecurityGroup;
  /** AWS refuses to delete it while this is on. */
  readonly deletionProtection: boolean;
  /** @default nowhere */
  readonly accessLogs?: LoadBalancerLogs;
}

/** An application load balancer with private addresses only. It drops requests that could be read in two ways. */
export class InternalLoadBalancer extends AwsObject {
  /** Known once AWS has made it. */
  readonly arn: string;
  /** For a record that leads here. */
  readonly alias: Alias;

  constructor(scope: Construct, id: string, props: InternalLoadBalancerProps) {
    super(scope, id);
    const { subnetIds, securityGroup, deletionProtection, accessLogs } = props;
    this.requireMatch(
      'load balancer name',
      this.awsName,
      /^(?!internal-|-)[A-Za-z0-9-]{1,32}(?<!-)$/,
      "at most 32 letters, digits and hyphens, not at the ends, and not 'internal-' in front",
    );
    if (subnetIds.length < 2) this.fail(`${subnetIds.length} subnets, at least two availability zones are needed`);

    const resource = new elbv2.LoadBalancer(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        type: 'application',
        scheme: 'internal',
        ipAddressType: 'ipv4',
        subnets: [...subnetIds],
        securityGroups: [securityGroup.id],
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
        attributes: [
          { key: 'deletion_protection.enabled', value: String(deletionProtection) },
          { key: 'routing.http.drop_invalid_header_fields.enabled', value: 'true' },
          { key: 'routing.http.desync_mitigation_mode', value: 'strictest' },
          ...(accessLogs ? loadBalancerLogs(this.node.path, accessLogs, this.landing) : []),
        ],
        tags: tagList(this.tags),
      },
    });
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
    this.alias = {
      dnsName: late(resource, 'status.dnsName'),
      hostedZoneId: late(resource, 'status.canonicalHostedZoneID'),
    };
  }
}
