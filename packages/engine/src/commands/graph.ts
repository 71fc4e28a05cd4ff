import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { loadEnvironment } from './platform';
import { say, warn } from './print';
import { readStdin } from './stdin';

interface Options {
  readonly environment: string;
  readonly dist: string;
  readonly out?: string;
  readonly plan?: string;
}

/** What a file's name says of what is written into it. */
const ENDINGS = ['.html', '.svg'];

/** From so many objects on it takes over two seconds, and says what it does. */
const MANY = 3000;

const examples = `
Examples:
  platform graph                                    production, as graph-production.html: open it in a browser
  platform graph --environment staging --out s.html another environment, another file
  platform graph --out docs/overview.svg            the overview as a still picture, for a README
  platform plan --format json | platform graph --plan -
                                                    the same page, with what the plan changes

The page needs nothing but itself: it can be mailed, or kept as an artifact of a build (docs/graph.md).`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('graph')
    .description('the architecture as one self-contained page, or as SVG')
    .option('--environment <name>', 'whose manifests', 'production')
    .option('--out <file>', `what to write, ending in ${ENDINGS.join(' or ')} (default: graph-<environment>.html)`)
    .option('--plan <file>', 'show what changes: the JSON of platform plan, or - for standard input')
    .option('--dist <dir>', 'a folder that synth wrote', 'dist')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await run(options, context)));
}

async function run({ environment: name, dist, out, plan }: Options, context: Context): Promise<ExitCode> {
  const file = out ?? `graph-${name}.html`;
  const ending = extname(file);
  if (!ENDINGS.includes(ending)) throw new InputError(`--out ${file}: has to end in ${ENDINGS.join(' or ')}`);
  const [{ graph, graphFiles }, { readRegularText, replaceFile }] = await Promise.all([
    import('../graph'),
    import('../files'),
  ]);
  const environment = await loadEnvironment(context, name);
  const folder = environmentFolder(dist, name, context.root);
  const files = graphFiles(folder);
  if (files.length === 0) throw new InputError(`${folder}: holds no manifest; npm run synth writes them`);
  if (files.length > MANY) warn(`drawing ${files.length} manifests…`);
  const { content, objects, edges } = graph(files, {
    environment: name,
    home: environment,
    format: ending === '.svg' ? 'svg' : 'html',
    ...(plan !== undefined && {
      plan: { text: plan === '-' ? readStdin().toString('utf8') : readRegularText(plan), file: plan },
    }),
  });
  replaceFile(resolve(file), content);
  const size = `${Math.ceil(Buffer.byteLength(content) / 1024)} KiB`;
  say(`wrote ${file} (${objects} objects, ${edges} edges, ${size})`);
  return 0;
}
