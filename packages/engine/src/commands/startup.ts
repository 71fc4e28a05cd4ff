import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';
import { loadEnvironment } from './platform';
import { print } from './print';

interface Options {
  readonly dist: string;
  readonly environment: string;
  readonly format: string;
  readonly stage?: string;
}

const examples = `
Examples:
  platform startup                           how production comes up on an empty cluster
  platform startup --environment staging     of another environment
  platform startup --stage 3                 what the third stage applies
  platform startup --format json             for programs

Exit 1 when something waits for ever, may be applied before what it needs, starts without its identity, or waits for a person\nwhile others wait for it.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('startup')
    .description('the order of a first install, and what keeps it from ending')
    .option('--environment <name>', 'whose manifests', 'production')
    .option('--dist <dir>', 'a folder that synth wrote', 'dist')
    .option('--stage <number>', 'the objects of one stage')
    .option('--format <format>', 'text for people, json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await startup(options, context)));
}

async function startup({ dist, environment: name, format, stage }: Options, context: Context): Promise<ExitCode> {
  const [{ renderStartup, Startup, STARTUP_FORMATS }, { Tree }, { homeOf }, { readManifestFiles }] = await Promise.all([
    import('../startup'),
    import('../relations'),
    import('../platform'),
    import('../manifests'),
  ]);
  requireFormat(format, STARTUP_FORMATS);
  const environment = await loadEnvironment(context, name);
  const objects = readManifestFiles(environmentFolder(dist, name, context.root)).map(({ file, manifest }) => ({
    manifest,
    application: basename(dirname(file)),
  }));
  const played = new Startup(new Tree(objects, homeOf(environment)));
  const { length } = played.stages.all;
  const number = stage === undefined ? undefined : Number(stage);
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= length))
    throw new InputError(`--stage ${stage}: a whole number from 1 to ${length} is allowed`);
  print(renderStartup(played, name, format, number));
  const isSound =
    played.deadlocks.length === 0 && [played.earlyObjects, played.lateIdentities, played.holdingPeople].every(isEmpty);
  return isSound ? 0 : 1;
}

function isEmpty(values: Iterable<unknown>): boolean {
  for (const _ of values) return false;
  return true;
}
