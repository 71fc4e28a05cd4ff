import { exceptionAnnotation } from '@aws-platform/engine/manifests';
import { type IConstruct, Node } from 'constructs';
import { Landing } from './landing';

/** An exception to a policy of `validate`, which prints the reason. */
export interface Exception {
  readonly policy: string;
  readonly because: string;
  /** The prop that asked for it, for errors. @default the construct as a whole */
  readonly prop?: string;
}

/**
 * The annotation that declares an exception. Throws for a reason that is none, in a sentence that begins with the
 * construct's path.
 */
export function exception(scope: IConstruct, { policy, because, prop }: Exception): Record<string, string> {
  const { path } = Node.of(scope);
  const where = prop === undefined ? path : `${path}: ${prop}`;
  return exceptionAnnotation(Landing.of(scope).domain, { policy, because, where });
}
