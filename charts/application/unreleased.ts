import type { LambdaCode } from '../../constructs/lambda/function';

/** SHA-256, in base64, of a .zip archive with nothing in it. */
const NOTHING = 'hznHbmgfkAkjuQDJ3w73XPQh05yrtUZQxLmtGbanbYU=';

/**
 * The code of a function that no build has written into environments/code yet: an archive that nobody uploads, so that
 * AWS makes no function until the first release (docs/functions.md).
 */
export function unreleased(name: string): Omit<LambdaCode, 'bucketName'> {
  return { key: `functions/${name}/unreleased.zip`, sha256: NOTHING };
}
