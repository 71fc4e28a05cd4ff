import { formatArn, type Place, partitionOf } from '@aws-platform/engine/aws';
import type { Statement } from '../core/policy-document';

/**
 * What a role needs to send e-mail from an address, and from no other. Its domain has to be an identity that SES has
 * verified: https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
export function sendEmailStatement(sender: string, { account, region }: Place): Statement {
  const domain = sender.slice(sender.indexOf('@') + 1);
  const identity = { partition: partitionOf(region), service: 'ses', region, account, resource: `identity/${domain}` };
  return {
    sid: 'SendEmail',
    actions: ['ses:SendEmail'],
    resources: [formatArn(identity)],
    conditions: { StringEquals: { 'ses:FromAddress': sender } },
  };
}
