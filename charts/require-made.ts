import { InputError } from '@aws-platform/engine/errors';
import type { AwsObject } from '../constructs/core/aws-object';
import type { PlatformChart } from './platform-chart';

/**
 * Throws `InputError` when an environment's `file`, in its `field` where it has others, says something of an object
 * that the chart does not make: a misspelled name would otherwise change nothing, and nobody would see it. Called when
 * the chart has made all of its objects.
 */
export function requireMade<Kind extends AwsObject>(
  chart: PlatformChart,
  kind: abstract new (...args: never[]) => Kind,
  { file, field, names }: { readonly file: string; readonly field?: string; readonly names: readonly string[] },
): void {
  const made = chart.node.children.filter((child) => child instanceof kind).map(({ node }) => node.id);
  for (const name of names)
    if (!made.includes(name))
      throw new InputError(
        `${file}: ${field === undefined ? '' : `${field}: `}there is no ${name}, ${chart.node.path} has ${made.join(', ')}`,
      );
}
