/**
 * Regions that have other zones than a, b and c. Where AWS maps letters to zones anew for each account, an account has
 * some of these: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const LETTERS: Readonly<Record<string, string>> = {
  'ap-northeast-1': 'abcd',
  'ap-northeast-2': 'abcd',
  'ca-central-1': 'abd',
  'us-east-1': 'abcdef',
  'us-west-2': 'abcd',
};

/** The availability zones that a region has: `us-east-1a` and so on. */
export function zonesOf(region: string): string[] {
  return [...(LETTERS[region] ?? 'abc')].map((letter) => `${region}${letter}`);
}
