import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Comparison } from '../lib/conformance/compare';
import type { Context, ExitCode } from './context';
import { environmentFolder } from './folder';
import { requireFormat } from './format';

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

async function conformance({ dist, format }: Options, { root }: Context): Promise<ExitCode> {
  requireFormat(format);
  const [{ compare }, { documentValues }, { Tree }, { loadEnvironments }, { readManifests }] = await Promise.all([
    import('../lib/conformance/compare'),
    import('../lib/conformance/document'),
    import('../lib/conformance/tree'),
    import('../lib/environment/load'),
    import('../lib/manifests/read'),
  ]);
  const [environment] = loadEnvironments(root, [ENVIRONMENT]);
  const folder = environmentFolder(dist, ENVIRONMENT, root);
  const comparisons = compare(documentValues, new Tree(readManifests(folder), environment!, bootstrapFacts(root)));
  const [missing, deviated, matched] = (['missing', 'deviated', 'matched'] as const).map((status) =>
    comparisons.filter((item) => item.status === status),
  ) as [Comparison[], Comparison[], Comparison[]];
  const summary = {
    values: comparisons.length,
    missing: missing.length,
    deviated: deviated.length,
    matched: matched.length,
  };

  if (format === 'json') console.log(JSON.stringify({ comparisons, summary }, null, 2));
  else {
    for (const { path, document, platform } of missing)
      console.log(`missing   ${path}\n          document ${show(document)}, platform ${show(platform)}`);
    for (const { path, document, platform, deviation } of deviated)
      console.log(
        `deviated  ${path}\n          document ${show(document)}, platform ${show(platform)}\n          because ${deviation?.because}\n          source ${deviation?.source}`,
      );
    console.log(
      `${summary.values} values of the document: ${summary.missing} missing, ${summary.deviated} deviated, ${summary.matched} matched`,
    );
  }
  return missing.length > 0 ? 1 : 0;
}

/** The bootstrap's templates would take seconds; a test keeps the file true to them. */
function bootstrapFacts(root: string): unknown {
  return JSON.parse(readFileSync(join(root, 'bootstrap', 'facts.json'), 'utf8'));
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
