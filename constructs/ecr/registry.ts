import type { Statement } from '../core/policy-document';

/** Lower-case words of letters and digits; between two of them one of . _ __ or hyphens, / before a new name. */
export const REPOSITORY_NAME = /^(?=.{2,256}$)[a-z0-9]+(?:(?:\.|_|__|-+|\/)[a-z0-9]+)*$/;

/** Where an account's images are in a region. */
export function registryOf(account: string, region: string): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com`;
}

/**
 * Of a repository's policy, which has no resource:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
 */
export function ownAccountOnly(account: string): Statement {
  return {
    sid: 'DenyOtherAccounts',
    effect: 'Deny',
    principals: 'anyone',
    actions: ['ecr:*'],
    conditions: {
      StringNotEquals: { 'aws:PrincipalAccount': account },
      Bool: { 'aws:PrincipalIsAWSService': 'false' },
    },
  };
}
