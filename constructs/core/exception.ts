import { exceptionAnnotation } from '@aws-platform/engine/manifests';
import platform from '../../platform';

/**
 * The annotation that declares an exception to a policy of `validate`, which prints the reason. Throws an error that begins with
 * `where` for a reason that is none.
 */
export function exception(policy: string, because: string, where: string): Record<string, string> {
  return exceptionAnnotation(platform.domain, { policy, because, where });
}
