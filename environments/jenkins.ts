import { z } from 'zod';
import { dnsName } from './fields';

/** Jenkins, and what its builds may take. */
export const jenkins = z.strictObject({
  /** Where people and agents find it: within the zone, with private addresses. */
  domain: dnsName,
  /**
   * Its client at the issuer of `argocd.singleSignOn`, whose groups may do here what they do there. Its secret is in
   * Secrets Manager: docs/secrets.md. Without it there is one user, admin.
   */
  clientId: z.string().min(1).optional(),
  /** Receives what Jenkins writes of itself. */
  email: z.email(),
  controller: z.strictObject({
    cpuMillicores: z.int().min(250),
    /** Of the container; Java takes 60 of a hundred for its heap. */
    memoryMebibytes: z.int().min(1_024),
  }),
  agents: z.strictObject({
    /** Pods that may run at once. */
    limit: z.int().min(1).max(200),
    /** After which a Pod is ended, whatever it does. */
    deadlineMinutes: z.int().min(5).max(1_440),
  }),
});

interface JenkinsIn {
  readonly argocd: { readonly singleSignOn?: object };
  readonly jenkins: z.infer<typeof jenkins>;
  readonly edge: { readonly zone: string };
}

/** What one field cannot say. */
export function* jenkinsProblems({
  argocd,
  jenkins: value,
  edge,
}: JenkinsIn): Generator<{ path: string[]; message: string }> {
  if (value.clientId !== undefined && !argocd.singleSignOn)
    yield { path: ['jenkins', 'clientId'], message: 'there is nobody to sign in at: argocd.singleSignOn is missing' };
  if (!value.domain.endsWith(`.${edge.zone}`))
    yield { path: ['jenkins', 'domain'], message: `${value.domain} lies outside the zone ${edge.zone}` };
}
