import { isAllowed } from './allows';
import { askingOf, type Request } from './asking';
import { isNotDenied } from './denies';
import type { Policies } from './policies';
import { isDoubt } from './truth';
import { allOf, type Reason } from './verdict';

export interface Evaluation {
  readonly decision: 'allowed' | 'denied' | 'unknown';
  /** What decided, or, where it is unknown, what it hangs on. Never empty. */
  readonly because: readonly Reason[];
}

/**
 * Whether AWS would allow a request, as far as the policies and the request's known keys tell. `unknown` is never
 * harmless: it says on what the decision hangs. Not known to it: grants of KMS, ACLs, policies of endpoints, resource
 * control policies, and the few calls that need no permission.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: Request, policies: Policies): Evaluation {
  const asking = askingOf(request);
  const { truth, because } = allOf([isNotDenied(asking, policies), isAllowed(asking, policies)]);
  return { decision: isDoubt(truth) ? 'unknown' : truth ? 'allowed' : 'denied', because };
}
