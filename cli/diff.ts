import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../lib/errors';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';
import { Progress } from './progress';

interface Options {
  readonly environment: string;
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly anyCluster?: true;
  readonly dist: string;
  readonly format: string;
}

const examples = `
Examples:
  platform diff --environment production             all of dist/production against the current context's cluster
  platform diff --environment production data        one application
  platform diff --environment staging --context NAME with another context of the kubeconfig
  platform diff --environment staging --format json  for programs

Asks the API server what a sync by Argo CD would change (docs/diff.md), and changes nothing.
Exit 0 when nothing differs, 1 when something does, 2 when that cannot be told.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('diff')
    .description('what the cluster has otherwise than dist, told by its API server')
    .argument('[application...]', 'folders of dist/<environment> (default: all)')
    .requiredOption('--environment <name>', 'the environment to compare')
    .option('--context <name>', 'the context of the kubeconfig (default: the current one)')
    .option('--kubeconfig <file>', 'the kubeconfig (default: as kubectl)')
    .option('--any-cluster', "compare although the cluster is not the environment's; needs --context")
    .option('--dist <dir>', 'the folder with the manifests', 'dist')
    .option('--format <format>', 'text for people or json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (names: string[], options: Options) => done(await run(names, options, context)));
}

async function run(names: readonly string[], options: Options, { root }: Context): Promise<ExitCode> {
  const { environment: name, context, kubeconfig, anyCluster, dist, format } = options;
  requireFormat(format);
  if (anyCluster && context === undefined)
    throw new InputError('--any-cluster needs --context NAME: say which cluster it is to be');
  const [{ loadEnvironments }, { clusterOf, requireCluster }, { Kubectl }, { diff }, { schemasOf }] = await Promise.all(
    [
      import('../lib/environment/load'),
      import('../lib/diff/cluster'),
      import('../lib/diff/kubectl'),
      import('../lib/diff/diff'),
      import('../lib/schema/default'),
    ],
  );
  const environment = loadEnvironments(root, [name])[0]!;
  const folder = environmentFolder(dist, name, root);
  const applications = applicationsIn(folder, names);
  const connection = { ...(context !== undefined && { context }), ...(kubeconfig !== undefined && { kubeconfig }) };
  const cluster = await clusterOf(connection);
  const kubectl = new Kubectl(connection);
  // says at once, and once, when the server cannot be reached or does not know who asks
  await kubectl.read(['version', '--output', 'json']);
  if (!anyCluster) await requireCluster(kubectl, cluster, environment);
  const progress = new Progress(`of ${applications.length} applications compared`);
  const result = await diff({
    kubectl,
    cluster,
    environment,
    folder,
    applications,
    schemas: schemasOf(join(root, 'imports')),
    programs: join(root, 'bin'),
    onProgress: (count) => progress.reach(count),
  }).finally(() => progress.end());
  if (format === 'json') console.log(JSON.stringify(result, null, 2));
  else {
    const { diffReport } = await import('../lib/diff/text');
    console.log(diffReport(result, process.stdout.isTTY === true && !process.env['NO_COLOR']));
  }
  return result.changes.length > 0 ? 1 : 0;
}

/** Those that are named, in the folder's order. */
function applicationsIn(folder: string, names: readonly string[]): string[] {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (all.length === 0) throw new InputError(`${folder}: no applications in it; npm run synth writes them`);
  for (const name of names)
    if (!all.includes(name)) throw new InputError(`unknown application '${name}': allowed are ${all.join(', ')}`);
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}
