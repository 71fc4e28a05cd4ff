import { formatArn } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';

export interface ServiceLinkedRoleProps {
  /** Whose it is: `config.amazonaws.com`. */
  readonly service: string;
  /** AWS's own name for it: an account has one, and one that is there already is taken over. */
  readonly roleName: string;
}

/**
 * The role that AWS itself gives to one of its services, made before anything names it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html).
 */
export class ServiceLinkedRole extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { service, roleName }: ServiceLinkedRoleProps) {
    super(scope, id);
    this.arn = formatArn({
      partition: this.partition,
      service: 'iam',
      region: '',
      account: this.landing.account,
      resource: `role/aws-service-role/${service}/${roleName}`,
    });
    new CloudControlResource(this, id, {
      typeName: 'AWS::IAM::ServiceLinkedRole',
      properties: { AWSServiceName: service },
      knownIdentifier: roleName,
    });
  }
}
