import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { REGION } from './region';

export interface ShieldResponseTeamProps {
  /** As whom the team acts. */
  readonly role: { readonly arn: string };
}

/**
 * Lets AWS's response team look at the account's firewalls and change them during an attack. An account has one such
 * role; the team works for accounts with Business or Enterprise Support
 * (https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html).
 */
export class ShieldResponseTeam extends AwsObject {
  constructor(scope: Construct, id: string, { role }: ShieldResponseTeamProps) {
    super(scope, id);
    new CloudControlResource(this, `${id}-access`, {
      typeName: 'AWS::Shield::DRTAccess',
      region: REGION,
      properties: { RoleArn: role.arn },
    });
  }
}
