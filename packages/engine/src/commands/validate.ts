import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../errors';
import { jsonText } from '../printing';
import type { Home } from '../relations';
import type { SchemaStore } from '../schema';
import type { Input, RuleGroup } from '../validate';
import type { Context, ExitCode } from './context';
import { requireFormat } from './format';
import { print, warn } from './print';
import { readStdin } from './stdin';

interface Options {
  readonly rules?: string;
  readonly crds?: string;
  readonly transitions?: string;
  readonly ignoreUnknownKinds?: true;
  readonly listRules?: true;
  readonly format: string;
}

/** From so many megabytes on it takes over two seconds, and says what it does. */
const MUCH = 4;

const examples = `
Examples:
  platform validate                                every manifest of dist, by every rule
  platform validate dist/production/messaging      a part, judged in its environment
  platform validate charts.yaml more/ -            files, folders and standard input (YAML, JSON, NDJSON)
  platform validate --rules schema app.yaml        the API server's verdict alone
  platform validate --crds ../crds app.yaml        with the schemas of CRD files instead of imports/
  platform validate --transitions updates.ndjson   the verdict on updates: a line {"old":{…},"new":{…}} each
  platform validate --format sarif > found.sarif   for a code-scanning page
  platform validate --list-rules                   every rule, why it is there, and a link`;

/** Groups of rules that `--rules` picks. */
const GROUPS: readonly RuleGroup[] = ['schema', 'references', 'ownership', 'order', 'documents', 'policy', 'privilege'];

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('what the API server, AWS and the rules have against manifests, offline')
    .argument('[path...]', 'files, folders, or - for standard input (default: dist)')
    .option('--rules <groups>', `only these groups of rules, separated by commas: ${GROUPS.join(', ')}`)
    .option('--crds <dir>', 'take the schemas from the CRD files below this folder')
    .option('--transitions <file>', 'NDJSON with {"old","new"} a line: the verdict on each update')
    .option('--ignore-unknown-kinds', 'let kinds pass that no schema describes')
    .option('--list-rules', 'print the rules instead of applying them')
    .option('--format <format>', 'text for people, json for programs, sarif for code scanning', 'text')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => done(await run(paths, options, context)));
}

async function run(paths: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { format } = options;
  const groups = groupsOf(options.rules);
  const { LIST_FORMATS, listRules, REPORT_FORMATS, renderReport, validate } = await import('../validate');
  if (options.listRules) {
    requireFormat(format, LIST_FORMATS);
    print(listRules(groups, format));
    return 0;
  }
  requireFormat(format, REPORT_FORMATS);
  const { schemasOf } = await import('../schema');
  const schemas = schemasOf({
    imports: join(context.root, 'imports'),
    ...(options.crds !== undefined && { crds: options.crds }),
  });
  const ignoreUnknownKinds = options.ignoreUnknownKinds ?? false;
  if (options.transitions !== undefined) {
    if (paths.length > 0) throw new InputError('--transitions takes its objects from its file: name no paths with it');
    return transitions(options.transitions, { schemas, ignoreUnknownKinds }, format);
  }
  const input = await read(paths.length > 0 ? paths : [distOf(context.root)]);
  const isAlone = groups.every((group) => group === 'schema');
  const homes = isAlone ? new Map<string, Home>() : await homesOfTrees(input, context);
  const report = validate(input, { schemas, groups, ignoreUnknownKinds, homes });
  print(renderReport(report, input, format));
  return report.summary.invalid > 0 ? 1 : 0;
}

function groupsOf(rules: string | undefined): readonly RuleGroup[] {
  if (rules === undefined) return GROUPS;
  return rules.split(',').map((group) => {
    const known = GROUPS.find((one) => one === group);
    if (known) return known;
    throw new InputError(`--rules ${rules}: there is no group '${group}', allowed are ${GROUPS.join(', ')}`);
  });
}

function distOf(root: string): string {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new InputError(`${dist}: no such folder; npm run synth writes it`);
  return dist;
}

/** Says what it does where that takes a while. */
async function read(paths: readonly string[]): Promise<Input> {
  const [{ readSources }, { inputOf }] = await Promise.all([import('../manifests'), import('../validate')]);
  const sources = readSources(paths, readStdin);
  const megabytes = sources.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  if (megabytes > MUCH) warn(`reading ${Math.round(megabytes)} MB …`);
  const input = inputOf(sources, paths);
  if (megabytes > MUCH) warn(`judging ${input.documents.length} objects …`);
  return input;
}

/** What is known of the trees that are an environment's of this platform. */
async function homesOfTrees(input: Input, { root, platform }: Context): Promise<ReadonlyMap<string, Home>> {
  const homes = new Map<string, Home>();
  if (!platform) return homes;
  const [{ environmentsIn }, { homeOf }] = await Promise.all([import('../validate'), import('../platform')]);
  for (const [folder, candidates] of environmentsIn(input)) {
    // reading the environments takes longer than judging a few files
    const name = candidates.find((one) => existsSync(join(root, 'environments', `${one}.ts`)));
    if (name === undefined) continue;
    const { environments, loadEnvironments } = await platform.environments();
    if (!environments.some((one) => one.name === name)) continue;
    const [environment] = loadEnvironments(root, [name]);
    homes.set(folder, homeOf(environment!));
  }
  return homes;
}

async function transitions(
  file: string,
  options: { readonly schemas: SchemaStore; readonly ignoreUnknownKinds: boolean },
  format: string,
): Promise<ExitCode> {
  const { transitionsText, validateTransitions } = await import('../validate');
  const verdicts = validateTransitions(file, options, readStdin);
  print(format === 'json' ? jsonText(verdicts) : transitionsText(verdicts));
  return verdicts.summary.invalid > 0 ? 1 : 0;
}
