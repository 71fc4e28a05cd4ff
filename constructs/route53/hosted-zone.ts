import { formatArn } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as route53 from '../../imports/route53.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]{2,63}$/;

/** Bounds: https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html */
export interface HostedZoneProps extends StatefulProps {
  /** Without a dot at the end. */
  readonly domain: string;
  /** At most 256 characters. */
  readonly comment: string;
  /** Answers only inside the home VPC, and there hides the public names below its own. @default false */
  readonly isPrivate?: boolean;
}

/**
 * A hosted zone. Made again it would get other name servers, and the zone above would lead nowhere: it outlives its
 * manifest.
 */
export class HostedZone extends AwsObject {
  readonly domain: string;
  /** Known once AWS has made it. */
  readonly id: string;
  /** Known once AWS has made it. */
  readonly arn: string;
  readonly isPrivate: boolean;

  constructor(scope: Construct, id: string, { domain, comment, isPrivate = false, removal }: HostedZoneProps) {
    super(scope, id);
    this.requireMatch('domain', domain, DOMAIN, 'a lower-case DNS name without a dot at the end');
    this.requireLength('comment', comment, 256);
    this.domain = domain;
    this.isPrivate = isPrivate;
    const { region } = this.landing;
    const resource = new route53.HostedZone(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        // AWS answers with the dot, and the controller compares
        name: `${domain}.`,
        hostedZoneConfig: { comment, privateZone: isPrivate },
        ...(isPrivate && { vpcs: [{ vpcId: this.need('vpc').id, vpcRegion: region }] }),
        tags: tagList(this.statefulTags),
      },
    });
    this.id = late(resource, 'status.id');
    // the controller keeps the id as AWS tells it, with /hostedzone/ in front
    const bareId = late(resource, 'status.id', { without: '/hostedzone/' });
    this.arn = formatArn({
      partition: this.partition,
      service: 'route53',
      region: '',
      account: '',
      resource: `hostedzone/${bareId}`,
    });
  }

  /** Whether a name is the zone's own or below it. */
  holds(name: string): boolean {
    return name === this.domain || name.endsWith(`.${this.domain}`);
  }
}
