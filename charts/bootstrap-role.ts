import { BOOTSTRAP_PATH, formatArn, partitionOf } from '@aws-platform/engine/aws';
import type { EnvironmentData } from '../environments';

/**
 * A role of a service that the bootstrap makes (bootstrap/iam/tables/service-roles.ts), because it reaches data or
 * other roles.
 */
export function bootstrapRole(
  name: string,
  { account, region, namePrefix }: EnvironmentData,
): { readonly arn: string } {
  return { arn: bootstrapArn('role', `${namePrefix}${name}`, { account, region }) };
}

/** A policy that the bootstrap makes. */
export function bootstrapPolicyArn(name: string, { account, region, namePrefix }: EnvironmentData): string {
  return bootstrapArn('policy', `${namePrefix}${name}`, { account, region });
}

function bootstrapArn(type: string, name: string, place: Pick<EnvironmentData, 'account' | 'region'>): string {
  return formatArn({
    partition: partitionOf(place.region),
    service: 'iam',
    region: '',
    account: place.account,
    resource: `${type}${BOOTSTRAP_PATH}${name}`,
  });
}
