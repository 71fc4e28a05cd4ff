import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../lib/errors';
import type { Acknowledgement } from '../lib/plan/guard';
import type { Plan } from '../lib/plan/report';
import type { Files } from '../lib/plan/source/files';
import type { Context, ExitCode } from './context';
import { folderOf } from './folder';
import { requireFormat } from './format';

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
  platform plan --base old-dist --head new-dist two folders that are shaped like dist
  platform plan --format markdown               for a comment on the pull request
  platform plan --format json                   for programs; docs/plan.schema.json describes it

Effects, the gravest first: destroy, orphan, blocked, replace, disrupt, update, create, none (docs/plan.md).
Exit 3 when something is destroyed, blocked, or replaced although it is stateful, or more than a quarter of an application
leaves git, and no entry of 'acknowledged' in environments/ says that this is meant.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('plan')
    .description('what a change does to AWS, object by object, offline')
    .option('--base <revision|dir>', 'what to compare with (default: the merge base with main)')
    .option('--head <dir>', 'the folder to judge', DIST)
    .option('--crds <dir>', 'take the schemas from the CRD files below this folder')
    .option('--format <format>', 'text for people, markdown for a comment, json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await run(options, context)));
}

async function run({ base, head, crds, format }: Options, { root }: Context): Promise<ExitCode> {
  requireFormat(format, ['text', 'markdown', 'json']);
  const [{ plan }, { folderFiles }, { schemasOf }] = await Promise.all([
    import('../lib/plan/report'),
    import('../lib/plan/source/folder'),
    import('../lib/schema/default'),
  ]);
  const folder = folderOf(head, root);
  if (!existsSync(folder)) throw new InputError(`--head ${head}: no such folder; npm run synth writes dist`);
  const headFiles = folderFiles(folder);
  const result = plan(await baseFiles(base, root), headFiles, {
    schemas: schemasOf(join(root, 'imports'), crds),
    acknowledged: await acknowledgements(),
    today: new Date().toISOString().slice(0, 10),
  });
  console.log(await render(result, format));
  return result.summary.dangers.length > 0 ? 3 : 0;
}

/** A folder where there is one of that name, else a revision. */
async function baseFiles(base: string | undefined, root: string): Promise<Files> {
  if (base === '') throw new InputError("--base '': a branch, a tag, a commit or a folder is allowed");
  if (base !== undefined && statSync(resolve(base), { throwIfNoEntry: false })?.isDirectory()) {
    const { folderFiles } = await import('../lib/plan/source/folder');
    return folderFiles(resolve(base));
  }
  const { gitFiles, mergeBase } = await import('../lib/plan/source/git');
  return gitFiles(root, base ?? mergeBase(root), DIST);
}

async function acknowledgements(): Promise<(environment: string) => readonly Acknowledgement[]> {
  const { acknowledgedIn } = await import('../lib/environment/acknowledged');
  return acknowledgedIn;
}

async function render(plan: Plan, format: string): Promise<string> {
  if (format === 'json') return JSON.stringify(plan, null, 2);
  if (format === 'markdown') return (await import('../lib/plan/render/markdown')).markdownReport(plan);
  const { textReport } = await import('../lib/plan/render/text');
  return textReport(plan, process.stdout.isTTY === true && !process.env['NO_COLOR']);
}
