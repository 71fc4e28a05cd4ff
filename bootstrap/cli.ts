import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { InputError, systemMessage } from '@aws-platform/engine/errors';
import { Command } from 'commander';
import { loadEnvironments } from '../environments';
import { type Bootstrap, deploy, destroy, diff, type Outside, synth, writeTemplateSummary } from './commands';
import { runAsProgram } from './program';

const ROOT = join(__dirname, '..');

const outside: Outside = {
  cdk: (args) => {
    const cdk = join(dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
    const { status } = spawnSync(process.execPath, [cdk, '--no-notices', ...args], { cwd: ROOT, stdio: 'inherit' });
    return { status: status ?? 1, stdout: '' };
  },
  kubectl: (args) => {
    const { status, stdout, error } = spawnSync('kubectl', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    });
    if (error) throw new InputError(`kubectl: ${systemMessage(error)}`);
    return { status: status ?? 1, stdout };
  },
  say: (line) => console.log(line),
};

const program = new Command('bootstrap')
  .description('the CDK app that makes the cluster and hands over to Argo CD')
  .requiredOption('--environment <name>', 'production, staging or development')
  .addHelpText(
    'after',
    `
Examples:
  npm run bootstrap -- --environment staging synth --output /tmp/staging   write the templates, offline
  npm run bootstrap -- --environment staging diff                          what a deployment would change
  npm run bootstrap -- --environment staging deploy                        make or change it (docs/bootstrap.md)
  npm run bootstrap -- --environment staging destroy --context staging     delete it, when it holds no data any more`,
  );

program
  .command('synth')
  .description('write the CloudFormation templates; asks AWS nothing')
  .option('--output <dir>', 'where to', 'cdk.out')
  .action(({ output }: { output: string }) => synth(bootstrap(), output));
program
  .command('facts')
  .description('write bootstrap/facts.json, which platform conformance compares with the document')
  .action(() => writeTemplateSummary(bootstrap()));
program
  .command('diff')
  .description('what a deployment would change in AWS')
  .action(() => end(diff(bootstrap())));
program
  .command('deploy')
  .description('make or change the stacks, and write what they tell to environments/outputs')
  .action(() => end(deploy(bootstrap())));
program
  .command('destroy')
  .description('delete the stacks; refuses while objects that hold data are in the cluster')
  .requiredOption('--context <name>', 'of kubectl, leading to the cluster')
  .action(({ context }: { context: string }) => end(destroy(bootstrap(), context)));

function bootstrap(): Bootstrap {
  const { environment: name } = program.opts<{ environment: string }>();
  const [environment] = loadEnvironments(ROOT, [name]);
  return { root: ROOT, environment: environment!, outside };
}

function end(status: number): void {
  process.exitCode = status;
}

runAsProgram(program);
