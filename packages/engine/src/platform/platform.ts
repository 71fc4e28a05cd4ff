import { InputError } from '../errors';

/** What a platform is called: the default export of `platform.ts` at the root of its repository. */
export interface Platform {
  /** In lower case with hyphens: `aws-platform`. */
  readonly name: string;
  /** For people: over pages and reports. */
  readonly title: string;
  /** The DNS domain of the platform's own labels, annotations and API groups: `platform.example.com`. */
  readonly domain: string;
  /** The title of the architecture document whose values `conformance/` holds. @default there is none */
  readonly document?: string;
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names, with a dot in it. */
const DOMAIN = /^(?=.{1,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** Throws `InputError` for a name that Kubernetes would refuse in a label or an API group. */
export function definePlatform(platform: Platform): Platform {
  const { name, domain } = platform;
  if (!DOMAIN.test(domain))
    throw new InputError(`platform.ts: domain is '${domain}', a DNS name like platform.example.com is allowed`);
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name))
    throw new InputError(`platform.ts: name is '${name}', lower-case letters, digits and hyphens are allowed`);
  return platform;
}
