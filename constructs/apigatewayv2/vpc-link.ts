import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { SecurityGroup } from '../ec2/security-group';

/** Bounds: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export interface VpcLinkProps {
  /**
   * Where its interfaces are, 2 to 10 in availability zones that API Gateway supports. AWS cannot change them later.
   */
  readonly subnetIds: readonly string[];
  /** AWS cannot change it later. */
  readonly securityGroup: SecurityGroup;
}

/** The way of HTTP APIs into the VPC. */
export class VpcLink extends AwsObject {
  readonly connectionRef = { from: { name: this.node.id } };

  constructor(scope: Construct, id: string, { subnetIds, securityGroup }: VpcLinkProps) {
    super(scope, id);
    this.requireMatch('VPC link name', this.awsName, /^[\w .-]{1,128}$/, '1 to 128 letters, digits, spaces and _ . -');
    this.requireRange('subnetIds', subnetIds.length, 2, 10);
    new apigateway.VpcLink(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        subnetIDs: [...subnetIds],
        securityGroupIDs: [securityGroup.id],
        tags: this.tags,
      },
    });
  }
}
