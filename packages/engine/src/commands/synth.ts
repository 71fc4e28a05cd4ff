import type { Command } from 'commander';
import { InputError } from '../errors';
import type { DistDifference } from '../synth';
import type { Context, ExitCode } from './context';
import { folderOf } from './folder';
import { requireFormat } from './format';
import { requirePlatform } from './platform';
import { printJson, say, warn } from './print';
import { Progress } from './progress';

interface Options {
  readonly environment?: readonly string[];
  readonly outdir: string;
  readonly check?: true;
  readonly format: string;
}

const examples = `
Examples:
  platform synth                                   write dist for every environment
  platform synth --environment staging             write dist/staging, leave the others
  platform synth --outdir /tmp/new                 write elsewhere, to look at or to compare
  platform synth --check                           say whether dist is up to date; exit 1 if not

The folder is replaced as a whole: a run that fails or is killed leaves it as it was. It has to be new, empty, or one
that synth wrote; a file in it that no chart makes goes where it is as synth wrote it, and else stops the run.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('synth')
    .description('write the manifests of the charts to dist')
    .option(
      '--environment <name>',
      'only this environment, may be repeated (default: all)',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
    .option('--outdir <dir>', 'where to write', 'dist')
    .option('--check', 'write nothing; exit 1 when the folder is not up to date')
    .option('--format <format>', 'text for people or json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await synth(options, context)));
}

async function synth({ environment: names = [], outdir, check, format }: Options, context: Context): Promise<ExitCode> {
  requireFormat(format, ['text', 'json']);
  if (outdir === '') throw new InputError("--outdir '': a folder is wanted");
  const { root } = context;
  const platform = requirePlatform(context);
  const [{ synthesis }, { environments: all }, { compareDist, synthesize, writeDist }] = await Promise.all([
    platform.main(),
    platform.environments(),
    import('../synth'),
  ]);
  const environments = synthesis.loadEnvironments(root, names);
  const selected = environments.map(({ name }) => name);
  const count = { files: 0, objects: 0 };
  const broken: string[] = [];
  let more = 0;
  const progress = new Progress('manifests');
  const onBroken = (policy: string) => {
    if (broken.length < SHOWN) broken.push(policy);
    else more += 1;
  };
  const files = synthesize(synthesis, { root, environments, onBroken });
  const write = check ? compareDist : writeDist;
  let difference: DistDifference;
  try {
    difference = write(folderOf(outdir, root), files, {
      keep: all.map(({ name }) => name).filter((name) => !selected.includes(name)),
      onFile: ({ objects }) => {
        count.files += 1;
        count.objects += objects;
        progress.reach(count.objects);
      },
    });
  } finally {
    progress.end();
  }
  const upToDate = Object.values(difference).every(({ length }) => length === 0);

  const remarks = brokenLines(broken, more);
  if (remarks.length > 0) warn(...remarks);
  if (format === 'json') printJson({ environments: selected, ...count, ...difference, upToDate });
  else {
    const what = `${selected.join(', ')}: ${count.objects} manifests in ${count.files} files`;
    if (!check) say(...writeLines(difference), `${upToDate ? 'no change in' : 'wrote'} ${outdir} (${what})`);
    else if (upToDate) say(`${outdir} is up to date (${what})`);
    else say(...checkLines(difference), `${outdir} is out of date: run npm run synth and commit the result`);
  }
  return check && !upToDate ? 1 : 0;
}

const SHOWN = 10;

/** Policies that the charts break: `platform validate` will refuse them. */
function brokenLines(broken: readonly string[], more: number): string[] {
  const lines = broken.map((line) => `breaks a policy: ${line}`);
  return more > 0 ? [...lines, `and ${more} more; platform validate lists them`] : lines;
}

function checkLines({ changed, missing, stale }: DistDifference): string[] {
  return [...label('out of date', changed), ...label('missing', missing), ...label('stale', stale)];
}

function writeLines({ changed, missing, stale }: DistDifference): string[] {
  return [...label('removed', stale), ...label('changed', changed), ...label('new', missing)];
}

function label(word: string, paths: readonly string[]): string[] {
  return paths.map((path) => `${word}: ${path}`);
}
