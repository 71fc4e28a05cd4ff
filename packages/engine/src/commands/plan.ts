import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import type { Acknowledgement } from '../plan';
import type { Context, ExitCode } from './context';
import { folderOf } from './folder';
import { requireFormat } from './format';
import { isColored, print } from './print';

interface Options {
  readonly base?: string;
  readonly head: string;
  readonly crds?: string;
  readonly format: string;
}

const DIST = 'dist';

const examples = `
Examples:
  platform plan                                 dist against where this branch left main
  platform plan --base v1.4.0                   against a tag, a branch or a commit
  platform plan --base ./old --head new         two folders that are shaped like dist; a revision is never one
  platform plan --format markdown               for a comment on the pull request
  platform plan --format json                   for programs; docs/plan.schema.json describes it

Effects, the gravest first: destroy, orphan, blocked, replace, disrupt, update, create, none (docs/plan.md).
Exit 3 when something is destroyed, blocked, or replaced although it is stateful, or more than a quarter of an application
leaves git, and no entry of 'acknowledged' in environments/ says that this is meant.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('plan')
    .description('what a change does to AWS, object by object, offline')
    .option(
      '--base <revision|./dir>',
      'what to compare with: a branch, tag or commit, or a folder as ./dir (default: the merge base with main)',
    )
    .option('--head <dir>', 'the folder to judge', DIST)
    .option('--crds <dir>', 'take the schemas from the CRD files below this folder')
    .option('--format <format>', 'text for people, markdown for a comment, json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await run(options, context)));
}

async function run({ base, head, crds, format }: Options, context: Context): Promise<ExitCode> {
  const { root } = context;
  const [{ baseFiles, folderFiles, PLAN_FORMATS, plan, renderPlan }, { schemasOf }] = await Promise.all([
    import('../plan'),
    import('../schema'),
  ]);
  requireFormat(format, PLAN_FORMATS);
  const folder = folderOf(head, root);
  if (!existsSync(folder)) throw new InputError(`--head ${head}: no such folder; npm run synth writes dist`);
  const headFiles = folderFiles(folder);
  const result = plan(baseFiles(base, root, DIST), headFiles, {
    schemas: schemasOf({ imports: join(root, 'imports'), ...(crds !== undefined && { crds }) }),
    acknowledged: await acknowledgements(context),
    today: new Date().toISOString().slice(0, 10),
  });
  print(renderPlan(result, format, { isColored: isColored() }));
  return result.summary.dangers.length > 0 ? 3 : 0;
}

/** What each environment of the platform says is meant; nothing for others. */
async function acknowledgements({ platform }: Context): Promise<(environment: string) => readonly Acknowledgement[]> {
  if (!platform) return () => [];
  const [{ environments }, { acknowledgementsOf }] = await Promise.all([
    platform.environments(),
    import('../acknowledgements'),
  ]);
  return (name) => {
    const environment = environments.find((one) => one.name === name);
    return environment ? acknowledgementsOf(environment) : [];
  };
}
