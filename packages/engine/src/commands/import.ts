import type { Command } from 'commander';
import type { Context, ExitCode } from './context';
import { say, warn } from './print';

const examples = `
Examples:
  platform import                     download the CRDs that cdk8s.yaml lists
  platform import --crds ../crds      take them from files; no network

Add a kind: add its CRD's URL, pinned to a release tag, to 'imports' in cdk8s.yaml, then run this command.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('regenerate imports/ (types and schemas) from the CRDs listed in cdk8s.yaml')
    .option('--crds <dir>', 'take the CRDs from the files below this folder')
    .addHelpText('after', examples)
    .action(async (options: { crds?: string }) => {
      const { importCrds } = await import('../imports');
      const onProgress = (count: number, total: number, url: string) => warn(`${count}/${total} ${url}`);
      const { files, groups, kinds } = await importCrds({ root: context.root, ...options, onProgress });
      say(`wrote imports: ${kinds} kinds in ${groups} groups, from ${files} files`);
      done(0);
    });
}
