/** What the engine has to know of an environment; the rest of its data is the platform's own. */
export interface EnvironmentIdentity {
  /** Its folder in dist. */
  readonly name: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** What the bootstrap reports: every text in it is a name, id or ARN of something that is there. */
  readonly outputs: { readonly clusterName: string; readonly oidcIssuer: string };
}

/** What `environments/index.ts` of a platform exports for the command line. */
export interface EnvironmentsModule<E extends EnvironmentIdentity = EnvironmentIdentity> {
  /** Every environment as it is written, with what its people say is meant. */
  readonly environments: readonly { readonly name: string; readonly acknowledged?: unknown }[];
  /** Those with these names, checked; all of them where none is named. Throws `InputError`. */
  readonly loadEnvironments: (root: string, names?: readonly string[]) => E[];
}
