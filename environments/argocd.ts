import { z } from 'zod';
import { cidr } from './fields';

const group = z.string().regex(/^[^\s,"]+$/, 'the name of a group, without spaces, commas and quotes');
const applications = z.array(z.string().regex(/^[a-z][a-z-]*$/, 'the name of an application folder'));

const environmentName = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'the name of an environment');
const account = z.string().regex(/^\d{12}$/, 'an AWS account id has 12 digits');
const namePrefix = z.string().regex(/^(?:[a-z][a-z0-9]*-)?$/, 'empty, or letters and digits ending in a hyphen');

/** How Argo CD works in this environment, and who may do what in it. */
export const argocd = z.strictObject({
  /** Environments that have no Argo CD of their own: this one syncs their clusters too, which say so in `managedBy`. */
  manages: z
    .array(
      z.strictObject({
        environment: environmentName,
        /** Its, and what stands before its names in AWS. */
        account,
        namePrefix,
        /** Its applications that developers may sync. */
        developersSync: applications,
      }),
    )
    .min(1)
    .optional(),
  /** The environment whose Argo CD syncs this cluster, which then has none. Without it the cluster has its own. */
  managedBy: z
    .strictObject({
      environment: environmentName,
      /** Its, and what stands before its names in AWS. */
      account,
      namePrefix,
      /** The subnets of its Pods: the way from there to this cluster is a person's to make (docs/argocd.md). */
      podCidrs: z.array(cidr).min(1),
    })
    .optional(),
  /** Applications that sync by themselves, but neither prune nor undo drift: a person does that. */
  manualPrune: applications,
  /** When nothing syncs by itself, Argo CD's own objects apart. A person still can. */
  denyWindows: z.array(
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
  /**
   * Where people sign in. Without it there is one user, admin, whose password is in the Secret
   * argocd-initial-admin-secret.
   */
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

interface ManagedIn {
  readonly name: string;
  readonly account: string;
  readonly namePrefix: string;
  readonly network: { readonly privateSubnets: readonly string[] };
  readonly argocd: z.infer<typeof argocd>;
}

/**
 * What no environment can say alone: a cluster that two Argo CDs sync, or none, or one that looks for it in the wrong
 * place.
 */
export function* managementProblems(all: readonly ManagedIn[]): Generator<string> {
  const find = (name: string) => all.find((one) => one.name === name);
  for (const { name, argocd: own } of all) {
    const at = `environments/${name}.ts: argocd`;
    if (own.managedBy && own.manages)
      yield `${at}: managedBy and manages exclude each other: without an Argo CD nothing can be managed`;
    if (own.managedBy) {
      const { environment, podCidrs, ...said } = own.managedBy;
      const hub = find(environment);
      if (!hub?.argocd.manages?.some((one) => one.environment === name))
        yield `${at}.managedBy: ${environment} has no ${name} among argocd.manages, so nobody would sync it`;
      else {
        if (said.account !== hub.account || said.namePrefix !== hub.namePrefix)
          yield `${at}.managedBy: account and namePrefix are not those of ${environment}`;
        for (const block of hub.network.privateSubnets)
          if (!podCidrs.includes(block))
            yield `${at}.managedBy.podCidrs: has no ${block}, where Pods of ${environment} run`;
      }
    }
    for (const { environment, ...said } of own.manages ?? []) {
      const managed = find(environment);
      if (managed?.argocd.managedBy?.environment !== name)
        yield `${at}.manages: ${environment} has no argocd.managedBy of ${name}, so two would sync it`;
      else if (said.account !== managed.account || said.namePrefix !== managed.namePrefix)
        yield `${at}.manages: account and namePrefix are not those of ${environment}`;
    }
  }
}
