import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import { readRegularText } from '../files';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';
import { loadEnvironment, requirePlatform } from './platform';
import { print, printJson, say } from './print';

interface Options {
  readonly dist: string;
  readonly format: string;
}

/** The environment that carries the document's values. */
const ENVIRONMENT = 'production';

const examples = `
Examples:
  platform conformance                    dist/production beside the architecture document, value by value
  platform conformance --format json      every value, also the matched ones
  platform conformance --dist /tmp/new    another folder that synth wrote

Exit 1 when a value of the document is missing.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('conformance')
    .description('the platform beside the architecture document, value by value')
    .option('--dist <dir>', 'a folder that synth wrote', 'dist')
    .option('--format <format>', 'text for people or json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (options: Options) => done(await conformance(options, context)));
}

async function conformance({ dist, format }: Options, context: Context): Promise<ExitCode> {
  requireFormat(format, ['text', 'json']);
  const { root } = context;
  const platform = requirePlatform(context);
  const { default: definition } = await platform.definition();
  if (!platform.conformance || definition.document === undefined) {
    const none = `${definition.title} names no architecture document: there is nothing to compare with`;
    if (format === 'json') printJson({ comparisons: [], summary: NOTHING });
    else say(none);
    return 0;
  }
  const [{ documentValues }, { compare, conformanceText, summaryOf, Evidence }, { readManifests }] = await Promise.all([
    platform.conformance(),
    import('../conformance'),
    import('../manifests'),
  ]);
  const environment = await loadEnvironment(context, ENVIRONMENT);
  const folder = environmentFolder(dist, ENVIRONMENT, root);
  const comparisons = compare(documentValues, new Evidence(readManifests(folder), environment, templateSummary(root)));
  const summary = summaryOf(comparisons);
  if (format === 'json') printJson({ comparisons, summary });
  else print(conformanceText(comparisons));
  return summary.missing > 0 ? 1 : 0;
}

const NOTHING = { values: 0, missing: 0, deviated: 0, matched: 0 };

/** The bootstrap's templates would take seconds; a test keeps the file true to them. */
function templateSummary(root: string): unknown {
  const file = join(root, 'bootstrap', 'facts.json');
  try {
    return JSON.parse(readRegularText(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: not JSON: ${(error as Error).message}; npm run docs writes it`);
  }
}
