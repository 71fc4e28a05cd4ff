import { InputError } from '../errors';
import { annotationsOf, type Manifest } from './manifest';

/**
 * `exception.platform.example.com/dead-letter`: the domain is the platform's, whichever that is. Kubernetes takes one
 * slash in a key, so that of `privilege/administration` is a full stop: `…/privilege.administration`.
 */
const KEY = /^exception\.[a-z0-9.-]+\/(.+)$/;

const SHORTEST_REASON = 10;

/** An exception to a policy that an object declares by an annotation; `validate` prints the reason. */
export interface DeclaredException {
  /** The annotation: `exception.platform.example.com/dead-letter`. */
  readonly key: string;
  /** The policy's id: `dead-letter`. */
  readonly policy: string;
  readonly because: string;
}

/** Every exception that an object declares. */
export function exceptionsOf(manifest: Manifest): DeclaredException[] {
  return annotationsOf(manifest).flatMap(([key, because]) => {
    const policy = KEY.exec(key)?.[1]?.replace('.', '/');
    return policy === undefined ? [] : [{ key, policy, because }];
  });
}

/** Why an object declares an exception to a policy; undefined where it declares none. */
export function exceptionFrom(manifest: Manifest, policy: string): string | undefined {
  return exceptionsOf(manifest).find((one) => one.policy === policy)?.because;
}

/**
 * The annotation that declares an exception to a policy of the platform with this domain. Throws an `InputError` that
 * begins with `where` for a reason that is none.
 */
export function exceptionAnnotation(
  domain: string,
  { policy, because, where }: { readonly policy: string; readonly because: string; readonly where: string },
): Record<string, string> {
  if (because.trim().length < SHORTEST_REASON)
    throw new InputError(
      `${where}: because is '${because}', a reason of at least ${SHORTEST_REASON} characters is required`,
    );
  return { [`exception.${domain}/${policy.replace('/', '.')}`]: because };
}
