/**
 * What ElastiCache and DAX take as an identifier of at most so many characters. They keep it in lower case, so that a
 * capital would be a difference for ever:
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 */
export function cacheId(longest: number): { readonly pattern: RegExp; readonly allowed: string } {
  return {
    pattern: new RegExp(`^(?=.{1,${longest}}$)[a-z](?:-?[a-z0-9])*$`),
    allowed: `at most ${longest} lower-case letters, digits and single hyphens, a letter first and no hyphen last`,
  };
}
