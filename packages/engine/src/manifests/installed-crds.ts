import { annotationsOf, type Manifest } from './manifest';

/** `platform.example.com/installs-crds`: the domain is the platform's, whichever that is. */
const KEY = /^[a-z0-9.-]+\/installs-crds$/;

/** What an Application says that its chart brings. */
export interface InstalledCrds {
  /** The annotation that says it. */
  readonly key: string;
  /** Of CRDs (`rollouts.argoproj.io`), or whole groups (`argoproj.io`). */
  readonly names: readonly string[];
}

/** The CRDs that an Application's chart brings, where it says so; undefined where it says nothing. */
export function installedCrds(manifest: Manifest): InstalledCrds | undefined {
  const found = annotationsOf(manifest).find(([key]) => KEY.test(key));
  return found && { key: found[0], names: found[1].split(',').map((name) => name.trim()) };
}

/** The annotation that says which CRDs, or groups of them, an Application's chart brings. */
export function installsCrds(domain: string, names: readonly string[]): Record<string, string> {
  return { [`${domain}/installs-crds`]: names.join(',') };
}
