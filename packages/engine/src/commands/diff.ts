import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';
import { loadEnvironment } from './platform';
import { isColored, print, printJson } from './print';
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

async function run(names: readonly string[], options: Options, command: Context): Promise<ExitCode> {
  const { environment: name, context, kubeconfig, anyCluster, dist, format } = options;
  requireFormat(format, ['text', 'json']);
  if (anyCluster && context === undefined)
    throw new InputError('--any-cluster needs --context NAME: say which cluster it is to be');
  const [{ diff, diffReport }, { schemasOf }] = await Promise.all([import('../diff'), import('../schema')]);
  const environment = await loadEnvironment(command, name);
  const progress = new Progress('of the applications compared');
  const result = await diff({
    connection: { ...(context !== undefined && { context }), ...(kubeconfig !== undefined && { kubeconfig }) },
    environment,
    folder: environmentFolder(dist, name, command.root),
    applications: names,
    anyCluster: anyCluster ?? false,
    schemas: schemasOf({ imports: join(command.root, 'imports') }),
    onProgress: (count) => progress.reach(count),
  }).finally(() => progress.end());
  if (format === 'json') printJson(result);
  else print(diffReport(result, isColored()));
  return result.changes.length > 0 ? 1 : 0;
}
