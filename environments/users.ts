import { z } from 'zod';
import { dnsName } from './fields';

const applicationId = z.string().regex(/^[\w.-]{1,128}$/, '1 to 128 letters, digits and _ . -');

/** In Kubernetes. */
const name = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');
/** What users see. */
const providerName = z.string().min(1).max(32);
const httpsUrl = z.url({ protocol: /^https$/, error: 'an https URL' });

/** Who signs in, and how. */
export const users = z.strictObject({
  /** Where users sign in: below the environment's domain, which Cognito wants to find an A record for. */
  loginDomain: dnsName,
  /** Anything but OFF costs more a user. */
  threatProtection: z.enum(['AUDIT', 'ENFORCED', 'OFF']),
  /** Sends e-mail in place of Cognito, which sends 50 a day; its domain has to be verified in SES first. */
  sender: z.email().optional(),
  /** Who else signs users in; each has to be told of the pool first. */
  identityProviders: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('SAML'), name, providerName, metadataUrl: httpsUrl }),
      z.strictObject({ type: z.literal('OIDC'), name, providerName, issuer: httpsUrl, clientId: applicationId }),
      z.strictObject({
        type: z.enum(['Facebook', 'Google', 'LoginWithAmazon']),
        name,
        /** What the provider calls our application. */
        clientId: applicationId,
      }),
    ]),
  ),
  /**
   * For keys of AWS without a user of the pool: our applications at social providers, by the id that each gave. Nothing
   * of it is secret.
   */
  socialApplications: z.strictObject({
    'accounts.google.com': applicationId.optional(),
    'graph.facebook.com': applicationId.optional(),
    'www.amazon.com': applicationId.optional(),
  }),
});

interface UsersIn {
  readonly domain: string;
  readonly users: z.infer<typeof users>;
}

/** What one field cannot say: a name that Cognito would not take. */
export function* usersProblems({ domain, users: value }: UsersIn): Generator<{ path: string[]; message: string }> {
  if (!value.loginDomain.endsWith(`.${domain}`))
    yield { path: ['users', 'loginDomain'], message: `${value.loginDomain} does not lie below ${domain}` };
}
