import { InputError } from '@aws-platform/engine/errors';

/** A plugin at one version: https://plugins.jenkins.io */
export interface Plugin {
  readonly id: string;
  readonly version: string;
  /** Plugins that it cannot start without, its optional ones not among them. */
  readonly needs: readonly string[];
  /** What the platform has it for; libraries are there for the plugins that need them. */
  readonly because?: string;
}

/** A plugin that the platform uses itself. */
export function plugin(id: string, version: string, because: string, needs: readonly string[] = []): Plugin {
  return { id, version, because, needs };
}

/** A plugin that others need. */
export function library(id: string, version: string, needs: readonly string[] = []): Plugin {
  return { id, version, needs };
}

/** `5.10.1`, `4540.v612369217f87`; words such as `latest` move. */
const PINNED = /^\d+(?:[.-][\w]+)*$/;

/**
 * The file that jenkins-plugin-cli installs from, in the order of ids: every plugin once, at one version, with all that
 * it needs, and none that nobody needs. https://github.com/jenkinsci/plugin-installation-manager-tool
 */
export function pluginList(where: string, plugins: readonly Plugin[]): string {
  const versions = new Map<string, string>();
  for (const { id, version } of plugins) {
    const other = versions.get(id);
    if (other !== undefined) throw new InputError(`${where}: plugin ${id} stands twice, at ${other} and at ${version}`);
    if (!PINNED.test(version))
      throw new InputError(
        `${where}: plugin ${id} has the version '${version}', only an exact one such as 5.10.1 is allowed`,
      );
    versions.set(id, version);
  }
  for (const { id, needs } of plugins)
    for (const needed of needs)
      if (!versions.has(needed))
        throw new InputError(`${where}: plugin ${id} needs ${needed}, which is not in the list`);
  const needed = new Set(plugins.flatMap(({ needs }) => needs));
  const idle = plugins.find(({ id, because }) => because === undefined && !needed.has(id));
  if (idle) throw new InputError(`${where}: plugin ${idle.id} is a library that no plugin of the list needs`);
  return [...versions]
    .map(([id, version]) => `${id}:${version}\n`)
    .sort()
    .join('');
}
