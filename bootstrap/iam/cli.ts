import { join } from 'node:path';
import { readManifests } from '@aws-platform/engine/manifests';
import { Command } from 'commander';
import { loadEnvironments } from '../../environments';
import { runAsProgram } from '../program';
import { controllersOf } from './controllers';
import { markdownTable, rowsOf, textTable } from './table';

const ROOT = join(__dirname, '..', '..');

/** `npm run iam`: what every controller of an environment may do in AWS. */
runAsProgram(
  new Command('iam')
    .description('what the controllers of an environment may do in AWS, beside what their maintainers recommend')
    .option('--environment <name>', 'whose dist to read', 'production')
    .option('--format <format>', 'text, markdown or json', 'text')
    .action(({ environment: name, format }: { environment: string; format: string }) => {
      const [environment] = loadEnvironments(ROOT, [name]);
      const controllers = controllersOf(readManifests(join(ROOT, 'dist', name)), environment!);
      const rows = rowsOf(controllers);
      if (format === 'json') console.log(JSON.stringify(rows, null, 2));
      else if (format === 'markdown') console.log(markdownTable(rows, name));
      else console.log(textTable(rows));
    }),
);
