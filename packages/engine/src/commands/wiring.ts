import type { Command } from 'commander';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';
import { loadEnvironment } from './platform';
import { print } from './print';

interface Options {
  readonly dist: string;
  readonly environment: string;
  readonly format: string;
}

const examples = `
Examples:
  platform wiring                            every field of production that gets its value from another object
  platform wiring --environment staging      of another environment
  platform wiring --format markdown          as docs/wiring.md has it
  platform wiring --format json              for programs

literal: known before AWS creates anything. reference: the kind's own …Ref field. kro: read from AWS's answer (docs/late-bound-values.md).`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('wiring')
    .description('which fields get values of other objects, from which, and how')
    .option('--environment <name>', 'whose manifests', 'production')
    .option('--dist <dir>', 'a folder that synth wrote', 'dist')
    .option('--format <format>', 'text or markdown for people, json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await wiring(options, context)));
}

async function wiring({ dist, environment: name, format }: Options, context: Context): Promise<ExitCode> {
  const [{ renderWiring, WIRING_FORMATS, wiringTable }, { Tree }, { homeOf }, { readManifests }] = await Promise.all([
    import('../wiring'),
    import('../relations'),
    import('../platform'),
    import('../manifests'),
  ]);
  requireFormat(format, WIRING_FORMATS);
  const environment = await loadEnvironment(context, name);
  const manifests = readManifests(environmentFolder(dist, name, context.root));
  const objects = manifests.map((manifest) => ({ manifest, application: '' }));
  print(renderWiring(wiringTable(new Tree(objects, homeOf(environment))), name, format));
  return 0;
}
