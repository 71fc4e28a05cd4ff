import { z } from 'zod';

const group = z.string().regex(/^[^\s,"]+$/, 'the name of a group, without spaces, commas and quotes');
const applications = z.array(z.string().regex(/^[a-z][a-z-]*$/, 'the name of an application folder'));

/** How Argo CD works in this environment, and who may do what in it. */
export const argocd = z.strictObject({
  /** Applications that sync by themselves, but neither prune nor undo drift: a person does that. */
  cautious: applications,
  /** When nothing syncs by itself, Argo CD's own objects apart. A person still can. */
  freezes: z.array(
    z.strictObject({
      /** When it begins: minute, hour, day of the month, month, day of the week. */
      schedule: z.string().regex(/^(?:[\d*,/-]+ ){4}[\d*,/-]+$/, 'a cron expression of five fields: 0 16 * * 5'),
      hours: z.int().min(1).max(168),
      /** Of the schedule: Europe/Berlin. */
      timeZone: z
        .string()
        .regex(/^(?:UTC|[A-Z]\w+\/[\w/+-]+)$/, 'a time zone of the IANA database: Europe/Berlin, UTC'),
    }),
  ),
  /** Applications that developers may sync; they see all. */
  developersSync: applications,
  /** Told what fails, degrades, or differs from git. Its token is in Secrets Manager. Without it nobody is told. */
  slackChannel: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'a channel without #: lower-case letters, digits, _ and -')
    .optional(),
  /** Where people sign in. Without it there is one user, admin, whose password is in the Secret argocd-initial-admin-secret. */
  singleSignOn: z
    .strictObject({
      /** Of OpenID Connect. */
      issuer: z.url({ protocol: /^https$/, error: 'an https URL' }),
      /** Its secret is in Secrets Manager: docs/secrets.md. */
      clientId: z.string().min(1),
      /** Groups of that issuer, by what they may do. Whoever is in none of them may do nothing. */
      groups: z.strictObject({ admin: group, platform: group, developer: group, readOnly: group }),
    })
    .optional(),
});
